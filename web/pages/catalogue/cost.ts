// What a function costs on this machine, here and now: f and f′ of 16 Ki floats through engine.evaluate, for functions of
// rows y and its product with the Jacobian through engine.rows, with the copies in and out. Clocks of browsers are coarse,
// so a sample repeats the call for some milliseconds.

import type { Engine } from '../../engine/types.js'
import { nextTask } from './entries.js'

export const ELEMENTS = 16_384
/** Numbers of one row, where the function is one of rows. */
export const COLUMNS = 16
/** Many and short: some of them fall where nothing else runs. */
export const ROUNDS = 15
const SAMPLE_MILLISECONDS = 2
const REACH = 6

// Fixed, and in no order that a branch predictor could learn: a fraction of multiples of the golden ratio.
const x = Float32Array.from({ length: ELEMENTS }, (_, i) => ((i * 0.618033988749895) % 1) * 2 * REACH - REACH)

/** What is timed: a value, and what a backward pass asks for. */
function callOf(engine: Engine, id: string): () => void {
  if (engine.catalogue().find((info) => info.id === id)?.elementWise) return () => engine.evaluate(id, x)
  const rows = { x, rows: ELEMENTS / COLUMNS, columns: COLUMNS }
  const cotangent = new Float32Array(engine.rows(id, rows).value.length).fill(1)
  return () => engine.rows(id, { ...rows, cotangent })
}

function oneSample(call: () => void): number {
  const start = performance.now()
  let calls = 0
  let now = start
  while (now - start < SAMPLE_MILLISECONDS) {
    call()
    calls++
    now = performance.now()
  }
  return ((now - start) * 1e6) / (calls * ELEMENTS)
}

/**
 * Nanoseconds an element: the fastest of the samples, each a task of its own, for what else the machine does can only
 * add to them (web/bench/kernels.mjs says the same). Functions are sampled in turn, round by round, so that a slow
 * moment falls on all of them; what is known is told after each round.
 */
export async function measureCosts(
  engine: Engine,
  ids: readonly string[],
  tell: (costs: ReadonlyMap<string, number>) => void,
  signal?: AbortSignal,
): Promise<void> {
  const fastest = new Map(ids.map((id) => [id, Infinity]))
  const calls = new Map(ids.map((id) => [id, callOf(engine, id)]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of ids) {
      await nextTask()
      if (signal?.aborted) return
      const call = calls.get(id)!
      if (round === 0) call()
      fastest.set(id, Math.min(fastest.get(id) ?? Infinity, oneSample(call)))
    }
    tell(new Map(fastest))
  }
}

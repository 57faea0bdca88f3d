// What a function costs on this machine, here and now: f and f′ of 16 Ki floats through engine.evaluate, with the
// copies in and out. Clocks of browsers are coarse, so a sample repeats the call for some milliseconds.

import type { Engine } from '../../engine/types.js'
import { nextTask } from './entries.js'

export const ELEMENTS = 16_384
/** Many and short: some of them fall where nothing else runs. */
export const ROUNDS = 15
const SAMPLE_MILLISECONDS = 2
const REACH = 6

// Fixed, and in no order that a branch predictor could learn: a fraction of multiples of the golden ratio.
const x = Float32Array.from({ length: ELEMENTS }, (_, i) => ((i * 0.618033988749895) % 1) * 2 * REACH - REACH)

function oneSample(engine: Engine, id: string): number {
  const start = performance.now()
  let calls = 0
  let now = start
  while (now - start < SAMPLE_MILLISECONDS) {
    engine.evaluate(id, x)
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
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of ids) {
      await nextTask()
      if (signal?.aborted) return
      if (round === 0) engine.evaluate(id, x)
      fastest.set(id, Math.min(fastest.get(id) ?? Infinity, oneSample(engine, id)))
    }
    tell(new Map(fastest))
  }
}

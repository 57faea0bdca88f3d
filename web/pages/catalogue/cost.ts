// What functions cost on this machine, here and now: f and f′ of 16 Ki floats through engine.evaluate, for functions of
// rows y and its product with the Jacobian through engine.rows, with the copies in and out.

import type { Engine } from '../../engine/types.js'
import { ELEMENTS, oneSample, x } from './cost-sample.js'
import { nextTask } from './next-task.js'

/** Numbers of one row, where the function is one of rows. */
export const COLUMNS = 16
/** Many and short: some of them fall where nothing else runs. */
export const ROUNDS = 15

/** Nanoseconds an element, measured now. */
export type Sample = () => number | Promise<number>

const target = { value: new Float32Array(ELEMENTS), slope: new Float32Array(ELEMENTS) }

/** What is timed: a value, and what a backward pass asks for. */
export function engineSample(engine: Engine, id: string): Sample {
  const call = callOf(engine, id)
  call()
  return () => oneSample(call)
}

function callOf(engine: Engine, id: string): () => void {
  if (engine.catalogue().find((info) => info.id === id)?.elementWise) {
    return () => engine.evaluate(id, x, {}, target)
  }
  const rows = { x, rows: ELEMENTS / COLUMNS, columns: COLUMNS }
  const { value } = engine.rows(id, rows)
  const cotangent = new Float32Array(value.length).fill(1)
  const into = { value, vectorJacobian: new Float32Array(ELEMENTS) }
  return () => engine.rows(id, { ...rows, cotangent, into })
}

/**
 * The fastest of the samples of each, a sample a task, for what else the machine does can only add to them
 * (web/bench/kernels.mjs says the same). They are taken in turn, round by round, so that a slow moment falls on all;
 * what is known is told after each round.
 */
export async function measureInTurn<Name>(
  samples: ReadonlyMap<Name, Sample>,
  tell: (costs: ReadonlyMap<Name, number>) => void,
  signal?: AbortSignal,
): Promise<void> {
  const fastest = new Map<Name, number>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, sample] of samples) {
      await nextTask()
      if (signal?.aborted) return
      const cost = await sample()
      // NaN: who should have told is gone.
      if (cost > 0) fastest.set(name, Math.min(fastest.get(name) ?? Infinity, cost))
    }
    if (signal?.aborted) return
    tell(new Map(fastest))
  }
}

/** Of functions of the catalogue, by id. */
export async function measureCosts(
  engine: Engine,
  ids: readonly string[],
  tell: (costs: ReadonlyMap<string, number>) => void,
  signal?: AbortSignal,
): Promise<void> {
  const samples = new Map<string, Sample>()
  for (const id of ids) {
    await nextTask()
    if (signal?.aborted) return
    samples.set(id, engineSample(engine, id))
  }
  return measureInTurn(samples, tell, signal)
}

// The error of a kernel at the parameters of the moment, measured here: every input's value and slope against the exact
// function in float64, a slice a task. The published sweep (accuracy.ts) goes over more inputs, at the defaults alone.

import { sharedOracle } from '../../engine/oracle.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import { nextTask } from './next-task.js'

/** Where most functions are not yet at their limits. */
export const RANGE = { low: -12, high: 12 } as const
export const INPUTS = 49_152
const SLICE = 1024
/** Milliseconds between two tellings. */
const TELLING = 120

export interface KernelErrors {
  x: Float32Array
  value: Float32Array
  slope: Float32Array
  /** Measured so far. */
  count: number
}

// From the first on all over the range, never on a grid that a formula could be good on: multiples of the golden ratio.
const inputs = (): Float32Array =>
  Float32Array.from(
    { length: INPUTS },
    (_, i) => RANGE.low + ((i * 0.618033988749895 + 0.5) % 1) * (RANGE.high - RANGE.low),
  )

export async function measureErrors(
  engine: Engine,
  info: ActivationInfo,
  parameters: Parameters,
  tell: (errors: KernelErrors) => void,
  signal: AbortSignal,
): Promise<void> {
  const oracle = await sharedOracle()
  const place = engine.catalogue().findIndex(({ id }) => id === info.id)
  const given = info.parameters.map(({ name, default: initial }) => parameters[name] ?? initial)
  const x = inputs()
  const value = new Float32Array(INPUTS)
  const slope = new Float32Array(INPUTS)
  let told = performance.now()
  for (let from = 0; from < INPUTS; from += SLICE) {
    await nextTask()
    if (signal.aborted) return
    const slice = x.subarray(from, from + SLICE)
    const errors = oracle.errors(place, given, slice, engine.evaluate(info.id, slice, parameters))
    value.set(errors.value, from)
    slope.set(errors.slope, from)
    const count = from + slice.length
    if (count < INPUTS && performance.now() - told < TELLING) continue
    told = performance.now()
    tell({ x, value, slope, count })
  }
}

// How far two functions are apart, by the kernels: where frameworks mean different things by one name.

import type { Engine, Parameters } from '../engine/types.js'
import type { Range } from './plot-frame.js'

/** A function at its parameters, of scale times x. */
export interface Side {
  id: string
  parameters?: Parameters
  scale?: number
}

export interface Largest {
  x: number
  /** The second side's value less the first one's. */
  difference: number
  first: number
  second: number
}

/** Odd, so that 0 and all round numbers of the range are among the points. */
const points = 8001

export const gridOver = ({ low, high }: Readonly<Range>, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1))

export function evaluateSide(engine: Engine, { id, parameters = {}, scale = 1 }: Side, x: Float32Array) {
  const { value, slope } = engine.evaluate(id, scale === 1 ? x : x.map((at) => at * scale), parameters)
  return { value, slope: scale === 1 ? slope : slope.map((at) => at * scale) }
}

/** The first place where the sides are farthest apart. */
export function largestDifference(
  engine: Engine,
  first: Side,
  second: Side,
  range: Readonly<Range>,
  what: 'value' | 'slope',
): Largest {
  const x = gridOver(range, points)
  const a = evaluateSide(engine, first, x)[what]
  const b = evaluateSide(engine, second, x)[what]
  let at = 0
  for (let i = 1; i < points; i++) if (Math.abs(b[i] - a[i]) > Math.abs(b[at] - a[at])) at = i
  return { x: x[at], difference: b[at] - a[at], first: a[at], second: b[at] }
}

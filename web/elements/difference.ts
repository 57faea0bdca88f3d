// How far two conventions are apart, by the kernels: where frameworks mean different things by one name.

import type { Engine } from '../engine/types.js'
import { float32Steps, nextFloat32 } from './difference/float32.js'
import { cutsOf, evaluateSide, type Side } from './difference/sides.js'
import type { Range } from './plot-frame.js'

export interface Largest {
  x: number
  /** The second side's value less the first one's. */
  difference: number
  first: number
  second: number
}

/** Odd, so that 0 and all round numbers of the range are among the points. */
export const comparedPoints = 8001

export const gridOver = ({ low, high }: Readonly<Range>, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1))

/** The same with both sides of every place where pieces meet, in order. */
export function gridWithCuts(range: Readonly<Range>, count: number, sides: readonly Side[]): Float32Array {
  const cuts = sides.flatMap(cutsOf).filter((at) => at > range.low && at < range.high)
  if (cuts.length === 0) return gridOver(range, count)
  // After a cut at 0 the next float32 is subnormal, and no different from 0.
  const after = (at: number) => (at > 0 ? nextFloat32(at) : at)
  return Float32Array.from([...gridOver(range, count), ...cuts, ...cuts.map(after)]).sort()
}

/** A share of the largest difference that is rounding: of places that differ by less, the first is taken. */
const rounding = 1e-6

/** The first place where the sides are farthest apart; NaN apart where there are no slopes to compare. */
export function largestDifference(
  engine: Engine,
  first: Side,
  second: Side,
  range: Readonly<Range>,
  what: 'value' | 'slope',
): Largest {
  const x = gridWithCuts(range, comparedPoints, [first, second])
  const a = evaluateSide(engine, first, x)[what]
  const b = evaluateSide(engine, second, x)[what]
  const apart = a.map((value, i) => Math.abs(b[i] - value))
  const most = apart.reduce((largest, size) => Math.max(largest, size), 0)
  const at = Math.max(
    0,
    apart.findIndex((size) => size >= most * (1 - rounding)),
  )
  return { x: x[at], difference: b[at] - a[at], first: a[at], second: b[at] }
}

/** The most float32 numbers from one side's value to the other's, once both are rounded. */
export function mostSteps(engine: Engine, first: Side, second: Side, range: Readonly<Range>): number {
  const x = gridWithCuts(range, comparedPoints, [first, second])
  const b = evaluateSide(engine, second, x).value
  return evaluateSide(engine, first, x).value.reduce(
    (most, value, i) => Math.max(most, float32Steps(value, b[i])),
    0,
  )
}

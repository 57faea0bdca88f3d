// A convention as a formula over kernels, in plain data: what the kernels give in float32, joined in float64, so that
// differences far below one float32 step are still seen.

import type { Engine, Parameters } from '../../engine/types.js'

/** factor · f(scale · x) + shift. */
export interface Term {
  id: string
  parameters?: Parameters
  scale?: number
  factor?: number
  shift?: number
  /** f′ in place of f. */
  of?: 'slope'
  /** A gated function on the row (x, other): which of its two halves is the gate. */
  row?: { other: number; gate: 'first' | 'second' }
}

export interface Sum {
  sum: readonly Side[]
}

/** The point itself belongs to what lies below. */
export interface Pieces {
  at: number
  below: Side
  above: Side
}

export type Side = Term | Sum | Pieces

export interface SideValues {
  value: Float64Array
  /** NaN where a slope itself is the value. */
  slope: Float64Array
}

export function evaluateSide(engine: Engine, side: Side, x: Float32Array): SideValues {
  if ('sum' in side) return side.sum.map((part) => evaluateSide(engine, part, x)).reduce(added)
  if ('at' in side) return joined(engine, side, x)
  return evaluateTerm(engine, side, x)
}

function evaluateTerm(engine: Engine, term: Term, x: Float32Array): SideValues {
  const { id, parameters = {}, scale = 1, factor = 1, shift = 0, of, row } = term
  const scaled = scale === 1 ? x : x.map((at) => at * scale)
  const { value, slope } = row
    ? onRows(engine, id, parameters, scaled, row)
    : engine.evaluate(id, scaled, parameters)
  const shown = of === 'slope' ? slope : value
  return {
    value: Float64Array.from(shown, (at) => factor * at + shift),
    slope: Float64Array.from(slope, (at) => (of === 'slope' ? NaN : factor * scale * at)),
  }
}

/** A row for each x, with x in one half and a constant in the other; the engine's own order is the gate second. */
function onRows(
  engine: Engine,
  id: string,
  parameters: Parameters,
  x: Float32Array,
  { other, gate }: NonNullable<Term['row']>,
): { value: Float32Array; slope: Float32Array } {
  const rows = x.length
  const place = gate === 'second' ? 0 : 1
  const pairs = new Float32Array(2 * rows).fill(other)
  x.forEach((at, i) => (pairs[2 * i + place] = at))
  const cotangent = new Float32Array(rows).fill(1)
  const { value, vectorJacobian = pairs } = engine.rows(id, {
    x: pairs,
    rows,
    columns: 2,
    parameters,
    cotangent,
  })
  return { value, slope: x.map((_, i) => vectorJacobian[2 * i + place]) }
}

function added(a: SideValues, b: SideValues): SideValues {
  return {
    value: a.value.map((at, i) => at + b.value[i]),
    slope: a.slope.map((at, i) => at + b.slope[i]),
  }
}

function joined(engine: Engine, { at, below, above }: Pieces, x: Float32Array): SideValues {
  const [low, high] = [evaluateSide(engine, below, x), evaluateSide(engine, above, x)]
  const pick = (a: Float64Array, b: Float64Array) => a.map((value, i) => (x[i] > at ? b[i] : value))
  return { value: pick(low.value, high.value), slope: pick(low.slope, high.slope) }
}

/** Where pieces meet. */
export function cutsOf(side: Side): number[] {
  if ('sum' in side) return side.sum.flatMap(cutsOf)
  return 'at' in side ? [side.at, ...cutsOf(side.below), ...cutsOf(side.above)] : []
}

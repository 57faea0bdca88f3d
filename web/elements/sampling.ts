// Functions as points: evaluated by the kernels piece by piece between their jumps, never joined across them.

import type { Engine, Jump, Parameters } from '../engine/types.js'
import type { Range } from './plot-frame.js'

/** f and f′ over one interval without a jump. */
export interface Branch {
  x: Float32Array
  value: Float32Array
  slope: Float32Array
}

export interface SampledCurve {
  branches: Branch[]
  /** Whether f is broken between branch k − 1 and branch k; f′ always is. */
  valueBroken: boolean[]
  valueJumps: Jump[]
  slopeJumps: Jump[]
}

export interface Jumps {
  valueJumps: Jump[]
  slopeJumps: Jump[]
}

/** Finer than a pixel at the usual width. */
export const samplesPerCurve = 480

export const noJumps: Jumps = { valueJumps: [], slopeJumps: [] }

// Just inside an end at a jump; large enough to survive rounding to single precision.
const inside = (x: number, direction: 1 | -1): number => Math.max(Math.abs(x), 1) * 1e-6 * direction

/** Where the curve is cut: range ends, and all jumps between them. */
function cuts({ valueJumps, slopeJumps }: Jumps, { low, high }: Readonly<Range>): number[] {
  const at = new Set([...valueJumps, ...slopeJumps].map((jump) => jump.x).filter((x) => x > low && x < high))
  return [low, ...[...at].sort((a, b) => a - b), high]
}

/** Points of all branches, with the interior ends moved a hair inside. */
function abscissae(ends: number[], range: Readonly<Range>, count: number): Float32Array[] {
  const result: Float32Array[] = []
  for (let k = 0; k + 1 < ends.length; k++) {
    const low = ends[k] + (k > 0 ? inside(ends[k], 1) : 0)
    const high = ends[k + 1] + (k + 2 < ends.length ? inside(ends[k + 1], -1) : 0)
    const share = (high - low) / (range.high - range.low)
    const points = Math.max(2, Math.ceil(count * share))
    result.push(Float32Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1)))
  }
  return result
}

export function sample(
  engine: Engine,
  id: string,
  parameters: Parameters,
  jumps: Jumps,
  range: Readonly<Range>,
  count: number,
): SampledCurve {
  return sampleBy((x) => engine.evaluate(id, x, parameters), jumps, range, count)
}

export function sampleBy(
  evaluate: (x: Float32Array) => Omit<Branch, 'x'>,
  jumps: Jumps,
  range: Readonly<Range>,
  count: number,
): SampledCurve {
  const ends = cuts(jumps, range)
  const pieces = abscissae(ends, range, count)
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let start = 0
  for (const piece of pieces) {
    all.set(piece, start)
    start += piece.length
  }
  const { value, slope } = evaluate(all)
  start = 0
  const branches = pieces.map((x) => {
    const end = start + x.length
    const branch = { x, value: value.subarray(start, end), slope: slope.subarray(start, end) }
    start = end
    return branch
  })
  const broken = new Set(jumps.valueJumps.map((jump) => jump.x))
  return { branches, valueBroken: branches.map((_, k) => broken.has(ends[k])), ...jumps }
}

export interface Point {
  value: number
  slope: number
}

export function evaluateAt(engine: Engine, id: string, parameters: Parameters, x: number): Point {
  const { value, slope } = engine.evaluate(id, Float32Array.of(x), parameters)
  return { value: value[0], slope: slope[0] }
}

/** f or f′ of a sampled curve at x, interpolated within its branch; NaN outside. */
export function lookUp(curve: SampledCurve, x: number, what: 'value' | 'slope'): number {
  for (const branch of curve.branches) {
    const last = branch.x.length - 1
    if (x > branch.x[last]) continue
    if (x < branch.x[0]) return branch[what][0]
    const position = ((x - branch.x[0]) / (branch.x[last] - branch.x[0])) * last
    const k = Math.min(last - 1, Math.floor(position))
    const t = position - k
    return branch[what][k] * (1 - t) + branch[what][k + 1] * t
  }
  return NaN
}

// Maxout as a function of one number: the largest of its pieces, straight lines that training moves.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Range } from '../plot-frame.js'
import { noJumps, type Branch, type SampledCurve } from '../sampling.js'
import type { CurveModel } from './curve-model.js'

interface Piece {
  slope: number
  intercept: number
}

const line = ({ slope, intercept }: Piece, low: number, high: number): Branch => ({
  x: Float32Array.of(low, high),
  value: Float32Array.of(intercept + slope * low, intercept + slope * high),
  slope: Float32Array.of(slope, slope),
})

const largestAt = (pieces: Piece[], x: number): Piece =>
  pieces.reduce((best, piece) =>
    piece.intercept + piece.slope * x > best.intercept + best.slope * x ? piece : best,
  )

/** Points at which the upper envelope bends, within the range. */
function bends(pieces: Piece[], { low, high }: Readonly<Range>): number[] {
  const crossings: number[] = []
  pieces.forEach((a, i) => {
    for (const b of pieces.slice(i + 1)) {
      const x = (b.intercept - a.intercept) / (a.slope - b.slope)
      if (x > low && x < high) crossings.push(x)
    }
  })
  const tiny = (high - low) * 1e-6
  return crossings
    .sort((a, b) => a - b)
    .filter((x) => largestAt(pieces, x - tiny) !== largestAt(pieces, x + tiny))
}

const toCurve = (branches: Branch[]): SampledCurve => ({
  branches,
  valueBroken: branches.map(() => false),
  ...noJumps,
})

function envelope(pieces: Piece[], range: Readonly<Range>): SampledCurve {
  const ends = [range.low, ...bends(pieces, range), range.high]
  return toCurve(ends.slice(1).map((high, k) => line(largestAt(pieces, (ends[k] + high) / 2), ends[k], high)))
}

function piecesOf(snapshot: LaneSnapshot, layer: number): Piece[] {
  const pieces = snapshot.layers[layer]?.pieces
  if (!pieces) return []
  return Array.from(pieces.slope, (slope, k) => ({ slope, intercept: pieces.intercept[k] }))
}

/** Null before there are pieces: axes only. */
export function pooledModel(
  snapshot: LaneSnapshot,
  selected: number | null,
  range: Readonly<Range>,
): CurveModel | null {
  const pieces = piecesOf(snapshot, selected ?? 0)
  if (pieces.length === 0) return null
  const all = snapshot.layers.map((_, layer) => piecesOf(snapshot, layer))
  const at = (of: Piece[], x: number) => {
    const best = largestAt(of, x)
    return { value: best.intercept + best.slope * x, slope: best.slope }
  }
  return {
    bold: envelope(pieces, range),
    thin: pieces.map((piece) => toCurve([line(piece, range.low, range.high)])),
    band: null,
    zones: [],
    bound: Math.max(...pieces.map(({ slope }) => Math.abs(slope))),
    at: (x) => at(pieces, x),
    slopeOf: (layer, x) => (all[layer].length ? at(all[layer], x).slope : 1),
  }
}

// Functions of one shape together. A shape is what is measured: the ends that the range has, whether f turns, and where
// it goes flat. Functions of rows are their kinds.

import type { Kind, Properties } from '../../engine/types.js'
import type { Entry } from './entries.js'

export const SHAPES = ['sigmoid', 'rectifier', 'dipping', 'line', 'bowl', 'bump', 'wave', 'other'] as const
const ROWS = ['gated', 'row-wise', 'stochastic', 'pooled'] as const satisfies readonly Kind[]

export type Family = (typeof SHAPES)[number] | (typeof ROWS)[number]

/** In the order of the catalogue. */
export const FAMILIES: readonly Family[] = [...SHAPES, ...ROWS]

/** Null until measured. */
export function familyOf({ info, properties }: Entry): Family | null {
  if (!info.elementWise) return ROWS.find((kind) => kind === info.kind) ?? 'other'
  return properties && shapeOf(properties)
}

function shapeOf(properties: Properties): Family {
  const { range, monotonic, leftSaturation, rightSaturation, symmetry } = properties
  const ends = Number(Number.isFinite(range.low)) + Number(Number.isFinite(range.high))
  const flat = Number(leftSaturation !== 'none') + Number(rightSaturation !== 'none')
  if (monotonic !== 'none') return (['line', 'rectifier', 'sigmoid'] as const)[ends]
  if (ends === 2) return flat === 2 ? 'bump' : 'wave'
  if (ends === 1) return symmetry === 'even' ? 'bowl' : flat > 0 ? 'dipping' : 'other'
  return 'other'
}

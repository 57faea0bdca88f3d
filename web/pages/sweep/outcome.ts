// What the rows of a sweep say, cell by cell: how far each network came from guessing to everything right, on data that
// it was not trained on.

import type { SweepRow } from '../../sweep/row.js'
import type { SweepState } from './state.js'

export interface Outcome {
  row: SweepRow
  /**
   * 0: guessing, 1: everything right. Of classifiers the accuracy between chance and 1, else the share of guessing's loss
   * that is gone. NaN where training diverged or the engine refused the spec.
   */
  quality: number
}

export interface Cell {
  /** In the order of the seeds; fewer while they are still trained. */
  outcomes: readonly Outcome[]
  /** The middle one by quality (of an even number the worse of two), once all are there: a network, not a mean. */
  median: Outcome | null
  diverged: number
  refused: string | null
}

/** So much right, or so much of guessing's loss gone, counts as having learned. Scores are float32: 0.9 is a bit less. */
const LEARNED = Math.fround(0.9)

/** Test scores, or those of training where there is no test part. */
export const scoreOf = ({ test, train }: SweepRow) => test ?? train

/** @param guessing The loss of the best constant answer. */
export function qualityOf(row: SweepRow, guessing: number): number {
  if (row.error || row.divergedAt !== null) return NaN
  const { accuracy, loss } = scoreOf(row)
  if (accuracy === null) return 1 - loss / guessing
  const chance = Math.exp(-guessing)
  return (accuracy - chance) / (1 - chance)
}

/** By cell, in the order of the grid's cases. @param guessing Of a column and a seed. */
export function cellsOf(
  rows: readonly SweepRow[],
  { functions, values, seeds }: SweepState,
  guessing: (column: number, seed: number) => number,
): Cell[] {
  const cells: Outcome[][] = Array.from({ length: functions.length * values.length }, () => [])
  for (const row of [...rows].sort((a, b) => a.index - b.index)) {
    const cell = Math.floor(row.index / seeds)
    cells[cell]?.push({ row, quality: qualityOf(row, guessing(cell % values.length, row.seed)) })
  }
  return cells.map((outcomes) => ({
    outcomes,
    median: outcomes.length === seeds ? middle(outcomes) : null,
    diverged: outcomes.filter(({ row }) => row.divergedAt !== null).length,
    refused: outcomes.find(({ row }) => row.error)?.row.error?.message ?? null,
  }))
}

function middle(outcomes: readonly Outcome[]): Outcome {
  const rank = ({ quality }: Outcome) => (Number.isNaN(quality) ? -Number.MAX_VALUE : quality)
  const order = [...outcomes].sort((a, b) => rank(a) - rank(b))
  return order[Math.floor((order.length - 1) / 2)]
}

/** Of the middle network, or of a better one. */
export function hasLearned({ median }: Cell): boolean {
  if (!median || Number.isNaN(median.quality)) return false
  return (scoreOf(median.row).accuracy ?? median.quality) >= LEARNED
}

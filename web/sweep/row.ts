// One row of a sweep: the network is built, trained and judged. What comes out depends on the row alone.

import { ActivationPlaygroundError } from '../engine/errors.js'
import type { Engine, Network, Score, TrainingData } from '../engine/types.js'
import type { Grid, GridRow } from './grid.js'

export interface SweepRow {
  /** Digest of the grid (grid.ts): rows of different grids do not mix. */
  grid: string
  index: number
  axes: Record<string, unknown>
  seed: number
  /** Steps done: fewer than asked for where training diverged. */
  steps: number
  divergedAt: number | null
  train: Score
  /** Null where the data has no test part. */
  test: Score | null
  /** Losses of the batches at powers of two and at the last step, as [step, loss]. */
  losses: [number, number][]
  /** What the engine said where it refused the spec: such a row is finished too. */
  error?: { code: string; message: string }
}

export function trainRow(
  engine: Engine,
  grid: Grid,
  digest: string,
  row: GridRow,
  data?: TrainingData,
): SweepRow {
  const { index, axes, seed, spec } = row
  const result: SweepRow = {
    grid: digest,
    index,
    axes,
    seed,
    steps: 0,
    divergedAt: null,
    train: { loss: NaN, accuracy: null },
    test: null,
    losses: [],
  }
  try {
    const network = engine.network(spec, data)
    try {
      for (let goal = 1; result.steps < grid.steps && network.divergedAt === null; goal *= 2) {
        const loss = trainTo(network, Math.min(goal, grid.steps))
        result.steps = network.step
        result.losses.push([network.step, loss])
      }
      Object.assign(result, network.score(), { divergedAt: network.divergedAt })
    } finally {
      network.dispose()
    }
  } catch (thrown) {
    // Anything else is no answer about the spec: the row is not finished, and the engine may not be whole.
    if (!(thrown instanceof ActivationPlaygroundError)) throw thrown
    result.error = { code: thrown.code, message: thrown.message }
  }
  return result
}

/** One call trains so many steps at most. */
const STRETCH = 100_000

/** The loss of the last step's batch. */
function trainTo(network: Network, goal: number): number {
  let loss = NaN
  while (network.step < goal && network.divergedAt === null) {
    const losses = network.train(Math.min(STRETCH, goal - network.step))
    loss = losses[losses.length - 1]
  }
  return loss
}

/** One line; NaN and infinity, which JSON does not know, as texts. */
export const rowLine = (row: SweepRow): string =>
  `${JSON.stringify(row, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value))}\n`

// A sweep under way: its rows so far. Stopped, it keeps them, and goes on with those that are missing.

import type { TrainingData } from '../../engine/types.js'
import { gridDigest, readGrid, rowCount, type Grid, type GridRequest } from '../../sweep/grid.js'
import { sweep } from '../../sweep/pool.js'
import type { SweepRow } from '../../sweep/row.js'

export class SweepRun {
  rows: SweepRow[] = []
  total = 0
  /** Trained for so long, in milliseconds. */
  spent = 0
  failure = ''

  private grid: Grid | null = null
  /** Gets what all networks train on, where the engine does not make it. */
  private load: (() => Promise<TrainingData>) | null = null
  private ending: AbortController | null = null

  constructor(private readonly changed: () => void) {}

  get running(): boolean {
    return this.ending !== null
  }

  get finished(): boolean {
    return this.total > 0 && this.rows.length === this.total
  }

  get workers(): number {
    return Math.min(navigator.hardwareConcurrency, this.total)
  }

  /** Another sweep; rows of the one before are kept only where it is the same. Null: nothing to train. */
  prepare(request: GridRequest | null, load: (() => Promise<TrainingData>) | null): void {
    const grid = request && readGrid(request)
    if (grid && this.grid && gridDigest(this.grid) === gridDigest(grid)) return
    this.stop()
    const total = grid ? rowCount(grid) : 0
    Object.assign(this, { grid, load, rows: [], total, spent: 0, failure: '' })
  }

  /** Trains what is missing. */
  async start(): Promise<void> {
    const { grid, load } = this
    if (!grid || this.running || this.finished) return
    const ending = (this.ending = new AbortController())
    const before = this.spent
    let begin = 0
    const onRow = (row: SweepRow) => {
      if (ending.signal.aborted) return
      this.rows.push(row)
      this.spent = before + performance.now() - begin
      this.changed()
    }
    this.failure = ''
    this.changed()
    try {
      const data = await load?.()
      begin = performance.now()
      const done = new Set(this.rows.map(({ index }) => index))
      await sweep(grid, { ...(data && { data }), done, onRow, signal: ending.signal })
    } catch (thrown) {
      if (!ending.signal.aborted) this.failure = thrown instanceof Error ? thrown.message : String(thrown)
    }
    if (this.ending === ending) this.ending = null
    this.changed()
  }

  stop(): void {
    this.ending?.abort()
    this.ending = null
    this.changed()
  }
}

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
  private data: TrainingData | undefined
  private ending: AbortController | null = null

  constructor(private readonly changed: () => void) {}

  get running(): boolean {
    return this.ending !== null
  }

  get finished(): boolean {
    return this.rows.length === this.total
  }

  /** Another sweep; rows of the one before are kept only where it is the same. */
  prepare(request: GridRequest, data?: TrainingData): void {
    const grid = readGrid(request)
    this.data = data
    if (this.grid && gridDigest(this.grid) === gridDigest(grid)) return
    this.stop()
    Object.assign(this, { grid, rows: [], total: rowCount(grid), spent: 0, failure: '' })
  }

  /** Trains what is missing. */
  async start(): Promise<void> {
    const { grid, data } = this
    if (!grid || this.running || this.finished) return
    const ending = (this.ending = new AbortController())
    const begin = performance.now()
    const before = this.spent
    const onRow = (row: SweepRow) => {
      if (ending.signal.aborted) return
      this.rows.push(row)
      this.spent = before + performance.now() - begin
      this.changed()
    }
    this.failure = ''
    this.changed()
    try {
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

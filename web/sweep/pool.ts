// A sweep over all cores of a page: one worker a core, each asking for its next row when it is done with the last.

import { releaseProxy, wrap } from 'comlink'
import { checkGrid, rowCount, type Grid } from './grid.js'
import type { SweepRow } from './row.js'
import type { SweepWorker } from './sweep-worker.js'

export interface SweepOptions {
  /** By default the browser's number of cores. */
  workers?: number
  /** Rows that are there already, by index: they are not computed. */
  done?: ReadonlySet<number>
  /** Hears of each row as it is finished, in no order. */
  onRow?: (row: SweepRow) => void
  signal?: AbortSignal
}

/** All rows that were computed, in order; fewer where the signal ended it. What is in them does not depend on how many workers there were. */
export async function sweep(grid: Grid, options: SweepOptions = {}): Promise<SweepRow[]> {
  checkGrid(grid)
  const { done = new Set<number>(), onRow, signal } = options
  const waiting = Array.from({ length: rowCount(grid) }, (_, row) => row).filter((row) => !done.has(row))
  const count = Math.max(1, Math.min(options.workers ?? navigator.hardwareConcurrency, waiting.length))
  const rows: SweepRow[] = []
  const next = () => (signal?.aborted ? undefined : waiting.shift())
  await Promise.all(
    Array.from({ length: count }, () =>
      withWorker(signal, async (worker) => {
        for (let index = next(); index !== undefined; index = next()) {
          const row = await worker.row(grid, index)
          rows.push(row)
          onRow?.(row)
        }
      }),
    ),
  )
  return rows.sort((a, b) => a.index - b.index)
}

/** An abort ends the worker in the middle of its row; what it was asked then never answers. */
async function withWorker(
  signal: AbortSignal | undefined,
  work: (worker: { row(grid: Grid, index: number): Promise<SweepRow> }) => Promise<void>,
): Promise<void> {
  if (signal?.aborted) return
  const worker = new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<SweepWorker>(worker)
  try {
    await Promise.race([
      work(remote),
      new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => resolve(), { once: true })
        worker.onerror = (event) => reject(new Error(event.message || 'A worker could not be started.'))
      }),
    ])
  } finally {
    remote[releaseProxy]()
    worker.terminate()
  }
}

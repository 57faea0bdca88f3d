// A sweep over all cores of a page: one worker a core, each asking for its next row when it is done with the last.

import { releaseProxy, wrap, type Remote } from 'comlink'
import type { TrainingData } from '../engine/types.js'
import { readGrid, rowCount, type GridRequest } from './grid.js'
import type { SweepRow } from './row.js'
import type { SweepWorker } from './sweep-worker.js'

export type { Axis, Case, GridRequest } from './grid.js'
export type { SweepRow } from './row.js'

export interface SweepOptions {
  /** By default the browser's number of cores. */
  workers?: number
  /** What all networks train on; no spec of the grid may name data of the engine's own then. */
  data?: TrainingData
  /** Rows that are there already, by index: they are not computed. */
  done?: ReadonlySet<number>
  /** Hears of each row as it is finished, in no order. */
  onRow?: (row: SweepRow) => void
  signal?: AbortSignal
}

/**
 * All rows that were computed, in order; fewer where the signal ended it. What is in them does not depend on how many
 * workers there were. Rejects where the grid is wrong (ActivationPlaygroundError) or a worker fails; the others end then.
 */
export async function sweep(request: GridRequest, options: SweepOptions = {}): Promise<SweepRow[]> {
  const grid = readGrid(request)
  const { data, done = new Set<number>(), onRow, signal } = options
  const waiting = Array.from({ length: rowCount(grid) }, (_, row) => row).filter((row) => !done.has(row))
  const count = Math.min(options.workers ?? navigator.hardwareConcurrency, waiting.length)
  const rows: SweepRow[] = []
  // Ends all workers: by the caller's signal, and by the first failure.
  const ending = new AbortController()
  const end = () => ending.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  const next = () => (ending.signal.aborted ? undefined : waiting.shift())
  const work = async (worker: Remote<SweepWorker>) => {
    await worker.begin(grid, data)
    for (let index = next(); index !== undefined; index = next()) {
      const row = await worker.row(index)
      rows.push(row)
      onRow?.(row)
    }
  }
  try {
    await Promise.all(Array.from({ length: count }, () => withWorker(ending.signal, work)))
  } finally {
    end()
    signal?.removeEventListener('abort', end)
  }
  return rows.sort((a, b) => a.index - b.index)
}

/** The signal ends the worker in the middle of its row; what it was asked then never answers. */
async function withWorker(
  signal: AbortSignal,
  work: (worker: Remote<SweepWorker>) => Promise<void>,
): Promise<void> {
  if (signal.aborted) return
  const worker = new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<SweepWorker>(worker)
  try {
    await Promise.race([
      work(remote),
      new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
        worker.onerror = (event) => reject(new Error(event.message || 'A worker could not be started.'))
      }),
    ])
  } finally {
    remote[releaseProxy]()
    worker.terminate()
  }
}

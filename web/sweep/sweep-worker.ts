// A worker of a sweep in the page: trains the rows that it is given, one after the other.

import { expose } from 'comlink'
import { loadEngine } from '../engine/index.js'
import type { TrainingData } from '../engine/types.js'
import { gridDigest, gridRow, type Grid } from './grid.js'
import { trainRow, type SweepRow } from './row.js'

const engine = loadEngine()
let grid: Grid
let digest = ''
let data: TrainingData | undefined

export class SweepWorker {
  /** Once, before the first row. */
  begin(given: Grid, shared?: TrainingData): void {
    grid = given
    digest = gridDigest(given)
    data = shared
  }

  async row(index: number): Promise<SweepRow> {
    return trainRow(await engine, grid, digest, gridRow(grid, index), data)
  }
}

expose(new SweepWorker())

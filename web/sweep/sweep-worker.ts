// A worker of a sweep in the page: trains the rows that it is given, one after the other.

import { expose } from 'comlink'
import { loadEngine } from '../engine/index.js'
import type { Engine } from '../engine/types.js'
import { gridDigest, gridRow, type Grid } from './grid.js'
import { trainRow, type SweepRow } from './row.js'

let engine: Promise<Engine> | undefined

export class SweepWorker {
  async row(grid: Grid, index: number): Promise<SweepRow> {
    return trainRow(await (engine ??= loadEngine()), grid, gridDigest(grid), gridRow(grid, index))
  }
}

expose(new SweepWorker())

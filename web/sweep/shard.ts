// Which rows of a sweep one process computes, and which of them are there already.

import { fail } from '../engine/check.js'
import { rowCount, type Grid } from './grid.js'

export interface Shard {
  index: number
  count: number
}

/** "3/8": the fourth of eight; row k belongs to shard k mod count. */
export function readShard(text: string): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(text)
  const [index, count] = match ? [Number(match[1]), Number(match[2])] : [NaN, NaN]
  if (!(count >= 1 && index < count))
    fail('out_of_range', 'shard', `--shard is i/n with i from 0 to n - 1, not "${text}"`)
  return { index, count }
}

export function rowsOf(grid: Grid, { index, count }: Shard, done: ReadonlySet<number> = new Set()): number[] {
  const rows = []
  for (let row = index; row < rowCount(grid); row += count) if (!done.has(row)) rows.push(row)
  return rows
}

export interface Finished {
  rows: Set<number>
  /** Bytes of whole lines: what follows is a line that a killed process left unfinished. */
  whole: number
}

/** Reads the rows of a part; refuses those of another grid. `name` is for the message. */
export function readFinished(text: string, digest: string, name: string): Finished {
  const whole = text.lastIndexOf('\n') + 1
  const rows = new Set<number>()
  text
    .slice(0, whole)
    .split('\n')
    .forEach((line, k) => {
      if (line === '') return
      const row = parse(line)
      if (row?.grid !== digest || typeof row.index !== 'number')
        fail(
          'foreign',
          `${name}:${k + 1}`,
          `${name}, line ${k + 1}, is not a row of this grid: remove the file or name another one`,
        )
      rows.add(row.index)
    })
  return { rows, whole: new TextEncoder().encode(text.slice(0, whole)).length }
}

function parse(line: string): { grid?: unknown; index?: unknown } | null {
  try {
    return JSON.parse(line) as { grid?: unknown; index?: unknown } | null
  } catch {
    return null
  }
}

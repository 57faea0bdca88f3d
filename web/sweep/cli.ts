// `activation-playground`: sweeps from a shell.
//
//   activation-playground sweep GRID.json [--shard I/N] [--out PART.jsonl] [--skip PART.jsonl ...]
//   activation-playground collect GRID.json PART.jsonl ...
//
// sweep computes the rows of its shard that are in neither PART nor the files to skip, and appends each as one line.
// It needs no coordinator: any program that starts processes can cut a sweep, and a killed part is run again.
// collect writes all rows in order, or says which are missing.

import { appendFileSync, existsSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { loadEngine } from '../engine/index.js'
import { gridDigest, gridRow, readGrid, rowCount, type Grid } from './grid.js'
import { rowLine, trainRow } from './row.js'
import { readFinished, readShard, rowsOf } from './shard.js'

const USAGE = `usage: activation-playground sweep GRID.json [--shard I/N] [--out PART.jsonl] [--skip PART.jsonl ...]
       activation-playground collect GRID.json PART.jsonl ...`

class UsageError extends Error {}

interface Arguments {
  files: string[]
  shard: string
  out: string | null
  skip: string[]
}

function readArguments(words: readonly string[]): Arguments {
  const read: Arguments = { files: [], shard: '0/1', out: null, skip: [] }
  for (let k = 0; k < words.length; k++) {
    const word = words[k]
    if (!word.startsWith('--')) {
      read.files.push(word)
      continue
    }
    if (!['--shard', '--out', '--skip'].includes(word))
      throw new UsageError(`unknown option ${word}; valid: --shard, --out, --skip`)
    const value = words[++k]
    if (value === undefined) throw new UsageError(`${word} needs a value`)
    if (word === '--shard') read.shard = value
    else if (word === '--out') read.out = value
    else read.skip.push(value)
  }
  return read
}

function gridOf(file: string | undefined): Grid {
  if (file === undefined) throw new UsageError('no grid was named')
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
  return readGrid(value)
}

async function sweep({ files, shard, out, skip }: Arguments): Promise<void> {
  if (files.length > 1) throw new UsageError(`one grid at a time, not ${files.join(', ')}`)
  const grid = gridOf(files[0])
  const digest = gridDigest(grid)
  const done = new Set<number>()
  for (const file of skip)
    for (const row of readFinished(readFileSync(file, 'utf8'), digest, file).rows) done.add(row)
  if (out !== null && existsSync(out)) {
    const { rows, whole } = readFinished(readFileSync(out, 'utf8'), digest, out)
    // A line that was being written when the process was killed.
    truncateSync(out, whole)
    for (const row of rows) done.add(row)
  }
  const rows = rowsOf(grid, readShard(shard), done)
  const engine = await loadEngine()
  for (const index of rows) {
    const line = rowLine(trainRow(engine, grid, digest, gridRow(grid, index)))
    if (out === null) writeSync(1, line)
    else appendFileSync(out, line)
  }
  process.stderr.write(`${rows.length} rows computed, ${done.size} were there\n`)
}

function collect({ files: [gridFile, ...parts] }: Arguments): void {
  const grid = gridOf(gridFile)
  const digest = gridDigest(grid)
  const lines = new Map<number, string>()
  for (const file of parts) {
    const text = readFileSync(file, 'utf8')
    readFinished(text, digest, file)
    for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n'))
      if (line) lines.set((JSON.parse(line) as { index: number }).index, line)
  }
  const missing = Array.from({ length: rowCount(grid) }, (_, row) => row).filter((row) => !lines.has(row))
  if (missing.length > 0)
    throw new Error(
      `${missing.length} rows are missing: ${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ' ...' : ''}`,
    )
  for (const [, line] of [...lines].sort(([a], [b]) => a - b)) writeSync(1, `${line}\n`)
}

export async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words
  try {
    if (command === 'sweep') await sweep(readArguments(rest))
    else if (command === 'collect') collect(readArguments(rest))
    else throw new UsageError(command === undefined ? 'no command' : `unknown command ${command}`)
    return 0
  } catch (thrown) {
    const error = thrown as Error
    process.stderr.write(`error: ${error.message}\n${error instanceof UsageError ? `${USAGE}\n` : ''}`)
    return error instanceof UsageError ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))

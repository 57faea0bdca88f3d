// A sweep is a grid of specs times seeds: a base spec, cases and axes that change it, and how long each network trains.
// Its rows are numbered; row k is the same network whoever computes it.

import { fail, knownKeys, wholeNumber } from '../engine/check.js'
import type { NetworkSpec } from '../engine/types.js'

export interface Axis {
  /** As it stands in the rows. */
  name: string
  /** Where in the spec each value goes: "optimizer.learning_rate", "layers.1.id". */
  paths: string[]
  values: unknown[]
}

/** What no product of axes says: a change of several fields at once, where one may ask for another. */
export interface Case {
  /** What tells it apart in the rows, name by name; the same names in every case. */
  axes: Record<string, unknown>
  /** What is set in the spec, path by path. */
  set: Record<string, unknown>
}

/** As it is written. */
export interface GridRequest {
  base: NetworkSpec
  /** Every case meets every combination of the axes. */
  cases?: Case[]
  axes?: Axis[]
  /** Each row of the axes trains once with each; by default the base's own seed. */
  seeds?: number[]
  /** Updates that each network does. */
  steps: number
}

/** Checked and complete; without cases it has none, so that the digest of a grid that knows none stays. */
export type Grid = Required<Omit<GridRequest, 'cases'>> & Pick<GridRequest, 'cases'>

export interface GridRow {
  index: number
  /** The value of each axis by its name. */
  axes: Record<string, unknown>
  seed: number
  spec: NetworkSpec
}

const MOST_ROWS = 1_000_000

/** Throws where a field is wrong; the specs themselves are checked by the engine, row by row. */
export function readGrid(value: unknown): Grid {
  const request = object('grid', value)
  knownKeys('grid', request, ['base', 'cases', 'axes', 'seeds', 'steps'])
  const base = object('grid.base', request.base) as unknown as NetworkSpec
  const steps = wholeNumber('grid.steps', request.steps, 1, 100_000_000)
  const { seeds = [base.seed ?? 1], axes = [], cases } = request
  list('grid.seeds', seeds).forEach((seed, k) => wholeNumber(`grid.seeds[${k}]`, seed, 0, 4294967295))
  list('grid.axes', axes, 0).forEach((axis, k) => checkAxis(`grid.axes[${k}]`, axis))
  if (cases !== undefined) checkCases(list('grid.cases', cases))
  const grid = { base, ...(cases !== undefined && { cases }), axes, seeds, steps } as Grid
  const names = [...Object.keys(grid.cases?.[0].axes ?? {}), ...grid.axes.map(({ name }) => name)]
  if (new Set(names).size < names.length)
    fail('duplicate', 'grid.axes', 'two axes of grid.axes and grid.cases have one name')
  const rows = rowCount(grid)
  if (rows > MOST_ROWS)
    fail('out_of_range', 'grid', `the grid has ${rows} rows; at most ${MOST_ROWS} are possible`)
  // A path of an axis that leads nowhere shows in the first row, one of a case in the case's first row.
  const each = rows / (grid.cases?.length ?? 1)
  for (let row = 0; row < rows; row += each) gridRow(grid, row)
  return grid
}

function checkCases(cases: readonly unknown[]): void {
  let names = ''
  cases.forEach((value, k) => {
    const path = `grid.cases[${k}]`
    const given = object(path, value)
    knownKeys(path, given, ['axes', 'set'])
    const axes = Object.keys(object(`${path}.axes`, given.axes)).sort()
    names ||= axes.join(', ')
    if (axes.length === 0 || axes.join(', ') !== names)
      fail('wrong_type', `${path}.axes`, `${path}.axes must name the same axes as the first case: ${names}`)
    for (const entry of Object.keys(object(`${path}.set`, given.set))) checkPath(`${path}.set`, entry)
  })
}

function checkAxis(path: string, value: unknown): void {
  const axis = object(path, value)
  knownKeys(path, axis, ['name', 'paths', 'values'])
  if (typeof axis.name !== 'string' || axis.name === '')
    fail('wrong_type', `${path}.name`, `${path}.name must be a text that is not empty`)
  list(`${path}.values`, axis.values)
  list(`${path}.paths`, axis.paths).forEach((entry, k) => checkPath(`${path}.paths[${k}]`, entry))
}

function checkPath(path: string, entry: unknown): void {
  if (typeof entry !== 'string' || !/^\w+(\.\w+)*$/.test(entry))
    fail('wrong_type', path, `${path} must be a path like "layers.1.id"`)
  if (entry === 'seed') fail('out_of_range', path, `${path} is the seed: give it by grid.seeds`)
}

export function rowCount({ cases, axes, seeds }: Grid): number {
  return axes.reduce((product, { values }) => product * values.length, seeds.length * (cases?.length ?? 1))
}

/** Row `index`: the seed changes fastest, then the last axis, the case slowest. */
export function gridRow({ base, cases = [], axes, seeds }: Grid, index: number): GridRow {
  const seed = seeds[index % seeds.length]
  const spec = structuredClone({ ...base, seed })
  let rest = Math.floor(index / seeds.length)
  const chosen: [string, unknown][] = []
  const changes: [string, unknown][] = []
  for (const { name, paths, values } of [...axes].reverse()) {
    const value = values[rest % values.length]
    rest = Math.floor(rest / values.length)
    chosen.unshift([name, value])
    changes.push(...paths.map((path): [string, unknown] => [path, value]))
  }
  // First the case: what an axis changes may be something that it brings.
  const mine = cases.length > 0 ? cases[rest] : { axes: {}, set: {} }
  const set = Object.entries(mine.set).sort(([a], [b]) => depthOf(a) - depthOf(b))
  for (const [path, value] of [...set, ...changes]) assign(spec, path, value)
  return { index, axes: { ...mine.axes, ...Object.fromEntries(chosen) }, seed, spec }
}

/** A field comes before its parts, in whatever order they are written: the digest knows none. */
const depthOf = (path: string): number => path.split('.').length

function assign(spec: object, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let place = spec as Record<string, unknown>
  for (const key of keys) {
    const next = place[key]
    if (typeof next !== 'object' || next === null)
      fail(
        'unknown_field',
        path,
        `the axis path "${path}" leads nowhere: the base spec has no "${key}" there`,
      )
    place = next as Record<string, unknown>
  }
  place[last] = structuredClone(value)
}

/**
 * Tells grids apart: 32 hexadecimal digits over the grid with its keys in order. Not for secrets: FNV-1a with two
 * offsets.
 */
export function gridDigest(grid: Grid): string {
  const text = JSON.stringify(grid, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return [0xcbf29ce484222325n, 0x9ae16a3b2f90404fn].map((offset) => fnv(text, offset)).join('')
}

function fnv(text: string, offset: bigint): string {
  let hash = offset
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

function object(path: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail('wrong_type', path, `${path} must be an object`)
  return value as Record<string, unknown>
}

function list(path: string, value: unknown, least = 1): unknown[] {
  if (!Array.isArray(value) || value.length < least)
    fail('wrong_type', path, `${path} must be a list${least ? ' of at least one entry' : ''}`)
  return value
}

// What the catalogue shows, and its address: one goes over into the other without loss. What an address asks for and
// there is not is left out, and said. The form: #catalogue&q=relu&left=hard,soft&sort=slope&open=elu:alpha=2

import type { ActivationInfo } from '../../engine/types.js'
import { decode, readLane, writeLane, type Correction, type LaneChoice } from '../playground/state.js'
import { DIFFERENCES } from './differences/index.js'
import { FACET_KEYS, FACETS, NO_FILTERS, type FacetKey, type Filters } from './facets.js'
import { CODES, type Code } from './snippets.js'
import { SORT_KEYS, type SortKey } from './sorts.js'

/** Pictures, or a table of what is measured of the functions or of their kernels. */
export const VIEWS = ['cards', 'properties', 'accuracy'] as const
export type ListView = (typeof VIEWS)[number]

export interface CatalogueState {
  view: ListView
  query: string
  filters: Filters
  sort: SortKey
  descending: boolean
  /** The function whose sheet is open, at its parameters. */
  open: LaneChoice | null
  /** What the open function is compared with. */
  beside: LaneChoice | null
  /** The language of the snippet; null: the first that there is. */
  code: Code | null
  /** By difference: which convention is compared with the first. */
  versus: Readonly<Record<string, number>>
}

export type Wrong =
  { kind: 'key' | 'option' | 'function'; key: string; asked: string; valid: readonly string[] } | Correction

export const START: CatalogueState = {
  view: 'cards',
  query: '',
  filters: NO_FILTERS,
  sort: 'family',
  descending: false,
  open: null,
  beside: null,
  code: null,
  versus: {},
}

const LONGEST_QUERY = 80
const PAGE_KEYS = ['lang', 'theme']
const KEYS = ['view', 'q', ...FACET_KEYS, 'sort', 'order', 'open', 'with', 'code', 'versus', ...PAGE_KEYS]

export function readState(
  hash: string,
  catalogue: readonly ActivationInfo[],
): { state: CatalogueState; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const state = { ...START }
  const [, ...parts] = hash.replace(/^#/, '').split('&')
  for (const part of parts.filter(Boolean)) {
    const at = part.indexOf('=')
    const key = decode(at < 0 ? part : part.slice(0, at))
    const value = decode(at < 0 ? '' : part.slice(at + 1))
    /** The value if it is one of these. */
    const oneOf = <Option extends string>(options: readonly Option[], asked = value): Option | null => {
      const found = options.find((option) => option === asked)
      if (found === undefined) wrong.push({ kind: 'option', key, asked, valid: options })
      return found ?? null
    }
    if (key === 'view') state.view = oneOf(VIEWS) ?? START.view
    else if (key === 'q') state.query = value.slice(0, LONGEST_QUERY)
    else if (isFacet(key)) {
      const asked = value.split(',').filter((option) => oneOf(FACETS[key].options, option))
      const chosen = FACETS[key].options.filter((option) => asked.includes(option))
      state.filters = { ...state.filters, [key]: chosen }
    } else if (key === 'sort') state.sort = oneOf(SORT_KEYS) ?? START.sort
    else if (key === 'order') state.descending = oneOf(['up', 'down']) === 'down'
    else if (key === 'code') state.code = oneOf(CODES)
    else if (key === 'versus') state.versus = readVersus(value, wrong)
    else if (key === 'open') state.open = readOpen(key, value, catalogue, wrong)
    else if (key === 'with') state.beside = readBeside(value, catalogue, wrong)
    else if (!PAGE_KEYS.includes(key)) wrong.push({ kind: 'key', key, asked: key, valid: KEYS })
  }
  return { state, wrong }
}

export function writeState(state: CatalogueState, page: Readonly<Record<string, string>> = {}): string {
  const parts = ['#catalogue']
  if (state.view !== START.view) parts.push(`view=${state.view}`)
  if (state.query) parts.push(`q=${encodeURIComponent(state.query)}`)
  for (const key of FACET_KEYS)
    if (state.filters[key].length > 0) parts.push(`${key}=${state.filters[key].join(',')}`)
  if (state.sort !== START.sort) parts.push(`sort=${state.sort}`)
  if (state.descending) parts.push('order=down')
  if (state.open) parts.push(`open=${writeLane(state.open)}`)
  if (state.beside) parts.push(`with=${writeLane(state.beside)}`)
  if (state.code) parts.push(`code=${state.code}`)
  const versus = Object.entries(state.versus).map(([key, index]) => `${key}:${index}`)
  if (versus.length > 0) parts.push(`versus=${versus.join(',')}`)
  for (const [key, value] of Object.entries(page)) parts.push(`${key}=${value}`)
  return parts.join('&')
}

const isFacet = (key: string): key is FacetKey => Object.hasOwn(FACETS, key)

function readOpen(
  key: string,
  text: string,
  catalogue: readonly ActivationInfo[],
  wrong: Wrong[],
): LaneChoice | null {
  const [encoded = ''] = text.split(':')
  const id = decode(encoded)
  const info = catalogue.find((entry) => entry.id === id)
  const choice = info && readLane(text, catalogue, wrong as Correction[])
  if (choice) {
    // A sheet is of one function: layers are the playground's.
    for (const layer of Object.keys(choice.layers ?? {}))
      wrong.push({
        kind: 'parameter',
        function: id,
        asked: String(Number(layer) + 1),
        valid: info.parameters.map(({ name }) => name),
      })
    return { id, parameters: choice.parameters }
  }
  wrong.push({ kind: 'function', key, asked: id, valid: [] })
  return null
}

/** What has no curve cannot be compared. */
function readBeside(text: string, catalogue: readonly ActivationInfo[], wrong: Wrong[]): LaneChoice | null {
  return readOpen(
    'with',
    text,
    catalogue.filter(({ elementWise }) => elementWise),
    wrong,
  )
}

function readVersus(text: string, wrong: Wrong[]): Record<string, number> {
  const versus: Record<string, number> = {}
  for (const part of text.split(',')) {
    const [key = '', index = ''] = part.split(':')
    const difference = DIFFERENCES.find((entry) => entry.key === key)
    const valid = difference?.sides.map((_, k) => String(k)).slice(1) ?? []
    if (valid.includes(index)) versus[key] = Number(index)
    else {
      const forms = difference
        ? valid.map((k) => `${key}:${k}`)
        : DIFFERENCES.map((entry) => `${entry.key}:1`)
      wrong.push({ kind: 'option', key: 'versus', asked: part, valid: forms })
    }
  }
  return versus
}

// What is swept, and its address: #sweep&functions=relu,elu:alpha=2&across=depth&values=1,2,4&seeds=5&steps=1000, and the
// playground's own settings, which read the same there. What an address asks for and there is not is replaced by the
// nearest that there is, and said.

import type { ActivationInfo } from '../../engine/types.js'
import { CONTROLS, DEFAULT_LANES, type Key, type Settings } from '../playground/controls.js'
import {
  decode,
  readAddress,
  readLane,
  readValue,
  settingsAt,
  writeAddress,
  writeLane,
  type Correction,
  type LaneChoice,
} from '../playground/state.js'
import { MOST_VALUES, optionsOf, sweptKeys, usualValues, type Value } from './across.js'

export interface SweepState {
  functions: readonly LaneChoice[]
  settings: Settings
  /** The setting that the columns are values of. */
  across: Key
  values: readonly Value[]
  /** Networks of a cell: with the seed of the settings and those that follow it. */
  seeds: number
  steps: number
}

export type Count = 'seeds' | 'steps'

export const COUNTS: Readonly<Record<Count, { default: number; min: number; max: number }>> = {
  seeds: { default: 5, min: 1, max: 20 },
  steps: { default: 1000, min: 1, max: 20_000 },
}

export const MOST_FUNCTIONS = 24

export type Wrong =
  | Correction
  | { kind: 'count'; name: Count; asked: string; used: number; min: number; max: number }
  | { kind: 'across'; asked: string; valid: readonly string[] }
  | { kind: 'most'; name: 'functions' | 'values'; asked: number; used: number }

const SWEEP_KEYS = ['functions', 'across', 'values', 'seeds', 'steps'] as const

export function readState(
  hash: string,
  catalogue: readonly ActivationInfo[],
): { state: SweepState; wrong: Wrong[] } {
  const own: Partial<Record<(typeof SWEEP_KEYS)[number], string>> = {}
  const rest = hash
    .replace(/^#sweep&?/, '')
    .split('&')
    .filter((part) => {
      const [key = '', value = ''] = part.split('=', 2).map(decode)
      const mine = SWEEP_KEYS.find((name) => name === key)
      // A parameter of a function stands behind another equals sign.
      if (mine) own[mine] = mine === 'functions' ? decode(part.slice(key.length + 1)) : value
      return !mine
    })
  const { state: page, corrections } = readAddress(`#${rest.join('&')}`, catalogue)
  const wrong: Wrong[] = corrections.map((one) =>
    one.kind === 'key' ? { ...one, valid: [...SWEEP_KEYS, ...one.valid] } : one,
  )
  // Of a playground whose rate or batch size was changed on the way: as they stand at its step.
  const settings = settingsAt(page, page.step)
  const across = readAcross(own.across, settings, wrong)
  const state: SweepState = {
    functions: readFunctions(own.functions, page.lanes, catalogue, wrong),
    settings,
    across,
    values: own.values === undefined ? usualValues(across) : readValues(across, own.values, wrong),
    seeds: readCount('seeds', own.seeds, wrong),
    steps: readCount('steps', own.steps, wrong),
  }
  return { state, wrong }
}

/** Only what differs from a sweep that asks for nothing. */
export function writeState(state: SweepState, page: Readonly<Record<string, string>> = {}): string {
  const parts = ['#sweep']
  const functions = state.functions.map(writeLane).join(',')
  if (functions !== DEFAULT_LANES) parts.push(`functions=${functions}`)
  if (state.across !== 'depth') parts.push(`across=${state.across}`)
  const values = state.values.join(',')
  if (values !== usualValues(state.across).join(',')) parts.push(`values=${values}`)
  for (const name of Object.keys(COUNTS) as Count[])
    if (state[name] !== COUNTS[name].default) parts.push(`${name}=${state[name]}`)
  const rest = writeAddress({ lanes: [], settings: state.settings, changes: [], step: 0 }, page)
  return [...parts, ...rest.replace(/^#(lanes=&?)?/, '').split('&')].filter(Boolean).join('&')
}

/** The state with another setting to go along, if it is one. */
export function withSettings(state: SweepState, settings: Settings): SweepState {
  return sweptKeys(settings).includes(state.across)
    ? { ...state, settings }
    : { ...state, settings, across: 'depth', values: usualValues('depth') }
}

/** Values as they are typed: in order, each once. */
export function readValues(across: Key, text: string, wrong: Wrong[]): Value[] {
  const asked = text.split(/[,;，；、\s]+/).filter(Boolean)
  const read = asked.map((one) => {
    const corrections: Correction[] = []
    const value = readValue(across, one, corrections)
    wrong.push(...corrections)
    return value
  })
  const known = CONTROLS[across].kind === 'choice' ? optionsOf(across) : null
  const values = [...new Set(read)].filter((value) => {
    const valid = !known || known.includes(String(value))
    if (!valid)
      wrong.push({ kind: 'choice', key: across, asked: String(value), used: known[0], valid: known })
    return valid
  })
  if (!known) values.sort((a, b) => Number(a) - Number(b))
  if (values.length > MOST_VALUES)
    wrong.push({ kind: 'most', name: 'values', asked: values.length, used: MOST_VALUES })
  return values.length > 0 ? values.slice(0, MOST_VALUES) : [...usualValues(across)]
}

function readAcross(asked: string | undefined, settings: Settings, wrong: Wrong[]): Key {
  if (asked === undefined) return 'depth'
  const valid = sweptKeys(settings)
  const found = valid.find((key) => key === asked)
  if (!found) wrong.push({ kind: 'across', asked, valid })
  return found ?? 'depth'
}

function readFunctions(
  asked: string | undefined,
  lanes: readonly (LaneChoice | null)[],
  catalogue: readonly ActivationInfo[],
  wrong: Wrong[],
): LaneChoice[] {
  const choices =
    asked === undefined
      ? lanes
      : asked.split(',').map((text) => readLane(text, catalogue, wrong as Correction[]))
  const seen = new Set<string>()
  const functions = choices.filter((choice): choice is LaneChoice => {
    if (!choice || seen.has(writeLane(choice))) return false
    seen.add(writeLane(choice))
    return true
  })
  if (functions.length > MOST_FUNCTIONS)
    wrong.push({ kind: 'most', name: 'functions', asked: functions.length, used: MOST_FUNCTIONS })
  return functions.slice(0, MOST_FUNCTIONS)
}

function readCount(name: Count, asked: string | undefined, wrong: Wrong[]): number {
  const { default: usual, min, max } = COUNTS[name]
  if (asked === undefined) return usual
  const value = asked.trim() === '' ? NaN : Number(asked)
  const used = Number.isNaN(value) ? usual : Math.min(max, Math.max(min, Math.round(value)))
  if (used !== value) wrong.push({ kind: 'count', name, asked, used, min, max })
  return used
}

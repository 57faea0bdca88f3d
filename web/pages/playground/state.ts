// The page's whole state and its address: one goes over into the other without loss. What an address asks for and
// the page cannot give is replaced by the nearest valid value, and said.

import type { LaneChange } from '../../engine/lane-types.js'
import type { ActivationInfo, ParameterInfo } from '../../engine/types.js'
import { CONTROLS, DEFAULTS, DEFAULT_LANES, KEYS, LAST_STEP, SLOTS, nearest } from './controls.js'
import type { Key, NumberControl, Settings } from './controls.js'

export interface LaneChoice {
  id: string
  /** Only what differs from the function's defaults. */
  parameters: Readonly<Record<string, number>>
  /** Hidden layers, counted from 0, with another function than the lane's: its id. It has its defaults. */
  layers?: Readonly<Record<number, string>>
}

export interface PageState {
  /** By slot: the colour belongs to the slot, so a gap stays a gap. */
  lanes: readonly (LaneChoice | null)[]
  settings: Settings
  /** Learning rate and batch size after the first step, by step. */
  changes: readonly LaneChange[]
  step: number
}

/** Something asked for that is not what is used. */
export type Correction =
  | { kind: 'key'; asked: string; valid: readonly string[] }
  | { kind: 'choice'; key: Key; asked: string; used: string; valid: readonly string[] }
  | { kind: 'number'; key: Key; asked: string; used: number; min: number; max: number }
  | { kind: 'function'; asked: string; valid: readonly string[] }
  /** Counted from 1; `used` is the lane's function. */
  | { kind: 'layer'; layer: string; asked: string; used: string }
  | { kind: 'parameter'; function: string; asked: string; valid: readonly string[] }
  | {
      kind: 'parameterValue'
      function: string
      name: string
      asked: string
      used: number
      min: number
      max: number
    }
  | { kind: 'lanes'; asked: number; used: number }
  | { kind: 'change'; key: Key; asked: string }
  | { kind: 'step'; asked: string; used: number; max: number }

/** Belong to the page, not to the networks. */
const PAGE_KEYS = ['lang', 'theme']
const CHANGING = { lr: 'learningRate', batch: 'batchSize' } as const
type ChangingKey = keyof typeof CHANGING

export function readAddress(
  hash: string,
  catalogue: readonly ActivationInfo[],
): { state: PageState; page: Record<string, string>; corrections: Correction[] } {
  const corrections: Correction[] = []
  const settings: Settings = { ...DEFAULTS }
  const page: Record<string, string> = {}
  let changes: LaneChange[] = []
  let lanes = readLanes(DEFAULT_LANES, catalogue, [])
  let step = 0
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (!part) continue
    const at = part.indexOf('=')
    const key = decode(at < 0 ? part : part.slice(0, at))
    const value = decode(at < 0 ? '' : part.slice(at + 1))
    if (PAGE_KEYS.includes(key)) page[key] = value
    else if (key === 'lanes') lanes = readLanes(value, catalogue, corrections)
    else if (key === 'step') step = readStep(value, corrections)
    else if (isKey(key)) {
      const [first = '', ...later] = value.split(',')
      assign(settings, key, readValue(key, first, corrections))
      if (isChanging(key)) changes = readChanges(key, later, changes, corrections)
      else for (const asked of later) corrections.push({ kind: 'change', key, asked })
    } else corrections.push({ kind: 'key', asked: key, valid: ['lanes', 'step', ...KEYS, ...PAGE_KEYS] })
  }
  changes.sort((a, b) => a.step - b.step)
  return { state: { lanes, settings, changes, step }, page, corrections }
}

/** Only what differs from the default. */
export function writeAddress(state: PageState, page: Readonly<Record<string, string>> = {}): string {
  const parts: string[] = []
  const lanes = writeLanes(state.lanes)
  if (lanes !== DEFAULT_LANES) parts.push(`lanes=${lanes}`)
  for (const key of KEYS) {
    const first = String(state.settings[key] ?? DEFAULTS[key])
    const later = isChanging(key) ? writeChanges(key, state.changes) : []
    if (first !== String(DEFAULTS[key]) || later.length > 0)
      parts.push(`${key}=${[first, ...later].join(',')}`)
  }
  if (state.step > 0) parts.push(`step=${state.step}`)
  for (const [key, value] of Object.entries(page)) parts.push(`${key}=${value}`)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}

/** Settings as they stand at a step, the changes up to it applied. */
export function settingsAt({ settings, changes }: PageState, step: number): Settings {
  const now = { ...DEFAULTS, ...settings }
  for (const change of changes) {
    if (change.step > step) break
    now.lr = change.learningRate ?? now.lr
    now.batch = change.batchSize ?? now.batch
  }
  return now
}

/** The list with a value set from `step` on; what was planned for later is dropped. */
export function withChange(
  changes: readonly LaneChange[],
  step: number,
  key: ChangingKey,
  value: number,
): LaneChange[] {
  const name = CHANGING[key]
  const kept = changes
    .map((change) => (change.step >= step ? omit(change, name) : change))
    .filter((change) => change.learningRate !== undefined || change.batchSize !== undefined)
  const same = kept.find((change) => change.step === step)
  if (same) return kept.map((change) => (change === same ? { ...same, [name]: value } : change))
  return [...kept, { step, [name]: value }].sort((a, b) => a.step - b.step)
}

export function isChanging(key: Key): key is ChangingKey {
  return key in CHANGING
}

export function assign<K extends Key>(settings: Settings, key: K, value: number | string): void {
  settings[key] = value as Settings[K]
}

/** The parameter's nearest valid value. */
export function nearestParameter(info: ParameterInfo, value: number): number {
  const bounded = Math.min(info.max, Math.max(info.min, value))
  return info.integer ? Math.round(bounded) : Number(bounded.toPrecision(6))
}

function isKey(key: string): key is Key {
  return Object.hasOwn(CONTROLS, key)
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A number as people write it; NaN for anything else. */
function readNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN
}

export function readValue(key: Key, asked: string, corrections: Correction[]): number | string {
  const control = CONTROLS[key]
  if (control.kind === 'choice') {
    if (control.options.includes(asked)) return asked
    corrections.push({ kind: 'choice', key, asked, used: control.default, valid: control.options })
    return control.default
  }
  return readNumberValue(key, control, asked, corrections)
}

function readNumberValue(key: Key, control: NumberControl, asked: string, corrections: Correction[]): number {
  const value = readNumber(asked)
  const used = Number.isNaN(value) ? control.default : nearest(control, value)
  if (Number.isNaN(value) || Math.abs(used - value) > 1e-12 * Math.max(1, Math.abs(value)))
    corrections.push({ kind: 'number', key, asked, used, min: control.min, max: control.max })
  return used
}

function readStep(asked: string, corrections: Correction[]): number {
  const value = readNumber(asked)
  const used = Number.isNaN(value) ? 0 : Math.min(LAST_STEP, Math.max(0, Math.round(value)))
  if (used !== value) corrections.push({ kind: 'step', asked, used, max: LAST_STEP })
  return used
}

function readChanges(
  key: ChangingKey,
  later: readonly string[],
  changes: LaneChange[],
  corrections: Correction[],
): LaneChange[] {
  for (const text of later) {
    const [at = '', value = '', ...rest] = text.split(':')
    const step = readNumber(at)
    if (
      !Number.isInteger(step) ||
      step < 1 ||
      step > LAST_STEP ||
      rest.length > 0 ||
      Number.isNaN(readNumber(value))
    ) {
      corrections.push({ kind: 'change', key, asked: text })
      continue
    }
    const used = Number(readValue(key, value, corrections))
    changes = mergeChange(changes, { step, [CHANGING[key]]: used })
  }
  return changes
}

function mergeChange(changes: readonly LaneChange[], change: LaneChange): LaneChange[] {
  const same = changes.find((other) => other.step === change.step)
  return same
    ? changes.map((other) => (other === same ? { ...other, ...change } : other))
    : [...changes, change]
}

function writeChanges(key: ChangingKey, changes: readonly LaneChange[]): string[] {
  const name = CHANGING[key]
  return changes
    .filter((change) => change[name] !== undefined)
    .map((change) => `${change.step}:${change[name]}`)
}

function readLanes(
  text: string,
  catalogue: readonly ActivationInfo[],
  corrections: Correction[],
): (LaneChoice | null)[] {
  const asked = text.split(',')
  const lanes: (LaneChoice | null)[] = asked
    .slice(0, SLOTS)
    .map((part) => readLane(part, catalogue, corrections))
  if (asked.length > SLOTS) corrections.push({ kind: 'lanes', asked: asked.length, used: SLOTS })
  while (lanes.length < SLOTS) lanes.push(null)
  return lanes
}

export function readLane(
  text: string,
  catalogue: readonly ActivationInfo[],
  corrections: Correction[],
): LaneChoice | null {
  const [encoded = '', ...values] = text.trim().split(':')
  if (!encoded) return null
  const id = decode(encoded)
  const info = catalogue.find((entry) => entry.id === id)
  if (!info) {
    corrections.push({ kind: 'function', asked: id, valid: catalogue.map((entry) => entry.id) })
    return null
  }
  const parameters: Record<string, number> = {}
  const layers: Record<number, string> = {}
  for (const part of values) {
    const [name = '', asked = ''] = part.split('=')
    if (info.elementWise && isLayer(name)) {
      // Functions that do not act unit by unit change a layer's width.
      const own = decode(asked)
      if (catalogue.some((entry) => entry.id === own && entry.elementWise)) layers[Number(name) - 1] = own
      else corrections.push({ kind: 'layer', layer: name, asked: own, used: id })
      continue
    }
    const parameter = info.parameters.find((entry) => entry.name === name)
    if (!parameter) {
      corrections.push({
        kind: 'parameter',
        function: id,
        asked: name,
        valid: info.parameters.map((p) => p.name),
      })
      continue
    }
    const value = readNumber(asked)
    const used = Number.isNaN(value) ? parameter.default : nearestParameter(parameter, value)
    if (used !== value) {
      const { min, max } = parameter
      corrections.push({ kind: 'parameterValue', function: id, name, asked, used, min, max })
    }
    parameters[name] = used
  }
  return choiceOf(id, parameters, layers)
}

/** Without layers that have the lane's function anyway. */
export function choiceOf(
  id: string,
  parameters: LaneChoice['parameters'],
  layers: LaneChoice['layers'] = {},
): LaneChoice {
  const own = Object.entries(layers).filter(([, other]) => other !== id)
  return { id, parameters, ...(own.length > 0 && { layers: Object.fromEntries(own) }) }
}

/** Layers are counted from 1 in an address. */
const isLayer = (name: string): boolean => /^\d+$/.test(name) && readValue('depth', name, []) === Number(name)

/** The text of a reader's own function holds the signs that an address is made of: twice, for it is read twice. */
const writeId = (id: string): string => encodeURIComponent(encodeURIComponent(id))

export const writeLane = ({ id, parameters, layers = {} }: LaneChoice): string =>
  [
    writeId(id),
    ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`),
    ...Object.entries(layers).map(([layer, own]) => `${Number(layer) + 1}=${writeId(own)}`),
  ].join(':')

const writeLanes = (lanes: readonly (LaneChoice | null)[]): string =>
  lanes
    .map((lane) => (lane ? writeLane(lane) : ''))
    .join(',')
    .replace(/,+$/, '')

function omit(change: LaneChange, name: 'learningRate' | 'batchSize'): LaneChange {
  const rest = { ...change }
  delete rest[name]
  return rest
}

// The page's state, once: what each value is called in the address, what it may be, what it is without being said,
// and where its control stands. Popovers, address and validation are all drawn from this table. It holds what the
// first view needs; further-controls.ts adds the rest when an address or a popover asks for it.

import type { DatasetName, InitializationScheme, OptimizerSpec } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import type { Further, FurtherSettings } from './further-controls.js'

export type Speed = '1' | '10' | '100' | 'full'

interface FirstSettings {
  data: DatasetName
  points: number
  noise: number
  train: number
  depth: number
  width: number
  init: InitializationScheme
  optimiser: OptimizerSpec['type']
  lr: number
  batch: number
  seed: number
  speed: Speed
}

/** What is absent is as the table has it without being said. */
export type Settings = FirstSettings & Partial<FurtherSettings>

export type Key = keyof Settings

/** The words of the transport bar that open a popover. */
export type Group = 'speed' | 'seed' | 'data' | 'network' | 'weights' | 'optimiser' | 'batch'

interface Common {
  group: Group
  /** What a change does: restart from the first weights, go on with them, or nothing to the network at all. */
  effect: 'rewind' | 'continue' | 'none'
  /** Whether the control means anything beside the other settings. */
  applies?: (settings: Settings) => boolean
}

export interface NumberControl extends Common {
  kind: 'number'
  default: number
  min: number
  max: number
  /** Smallest difference; on a logarithmic slider the number of significant digits kept. */
  step: number
  logarithmic?: boolean
  /** A number only: no slider is fine enough. */
  plain?: boolean
  digits?: number
}

export interface ChoiceControl extends Common {
  kind: 'choice'
  default: string
  options: readonly string[]
  /** Side by side under a name, not one under another. */
  inline?: boolean
}

export type Control = NumberControl | ChoiceControl

const isPlane = (s: Settings) => s.data !== 'digits'

const FIRST: Record<keyof FirstSettings, Control> = {
  speed: {
    group: 'speed',
    kind: 'choice',
    default: '10',
    options: ['1', '10', '100', 'full'],
    effect: 'none',
  },
  seed: {
    group: 'seed',
    kind: 'number',
    default: 1,
    min: 0,
    max: 999999,
    step: 1,
    plain: true,
    effect: 'rewind',
  },
  data: {
    group: 'data',
    kind: 'choice',
    default: 'spiral',
    options: ['spiral'],
    effect: 'rewind',
  },
  points: {
    group: 'data',
    kind: 'number',
    default: 400,
    min: 40,
    max: 2000,
    step: 20,
    effect: 'rewind',
    applies: isPlane,
  },
  noise: {
    group: 'data',
    kind: 'number',
    default: 0.03,
    min: 0,
    max: 0.5,
    step: 0.01,
    effect: 'rewind',
    applies: isPlane,
  },
  train: { group: 'data', kind: 'number', default: 0.75, min: 0.1, max: 0.9, step: 0.05, effect: 'rewind' },
  depth: { group: 'network', kind: 'number', default: 6, min: 1, max: 30, step: 1, effect: 'rewind' },
  width: { group: 'network', kind: 'number', default: 8, min: 1, max: 128, step: 1, effect: 'rewind' },
  init: {
    group: 'weights',
    kind: 'choice',
    default: 'xavier_normal',
    options: ['xavier_normal'],
    effect: 'rewind',
  },
  optimiser: {
    group: 'optimiser',
    kind: 'choice',
    default: 'sgd',
    options: ['sgd'],
    effect: 'rewind',
  },
  lr: {
    group: 'optimiser',
    kind: 'number',
    default: 0.05,
    min: 0.00001,
    max: 10,
    step: 0.00001,
    digits: 2,
    logarithmic: true,
    effect: 'continue',
  },
  batch: { group: 'batch', kind: 'number', default: 32, min: 1, max: 512, step: 1, effect: 'continue' },
}

/** Of a key that further-controls.ts has, nothing before it is here: such keys come from it, or from an address that
 * was read with it. */
export const CONTROLS = FIRST as Record<Key, Control>
export let KEYS = Object.keys(CONTROLS) as Key[]
export const GROUPS: readonly Group[] = ['speed', 'seed', 'data', 'network', 'weights', 'optimiser', 'batch']

export let DEFAULTS = defaults()
export let further: Further | null = null

/** The table grows once, at its end: the order of an address stays. */
export function takeFurther(loaded: Further): void {
  further = loaded
  Object.assign(CONTROLS, loaded.controls)
  KEYS = Object.keys(CONTROLS) as Key[]
  DEFAULTS = defaults()
}

function defaults(): Settings {
  return Object.fromEntries(KEYS.map((key) => [key, CONTROLS[key].default])) as unknown as Settings
}

/** Lanes that the default scene compares. The only names of functions that the page holds are in its scenes. */
export const DEFAULT_LANES = 'sigmoid,tanh,relu'
export const SLOTS = 4
/** Beyond this many steps an address is not followed: it would train for hours. */
export const LAST_STEP = 1_000_000

/** The nearest value that the control can take. */
export function nearest(control: NumberControl, value: number): number {
  const bounded = Math.min(control.max, Math.max(control.min, value))
  if (control.logarithmic) return Number(bounded.toPrecision(control.digits ?? 2))
  const decimals = Math.max(0, Math.ceil(-Math.log10(control.step)))
  const steps = Math.round((bounded - control.min) / control.step)
  return Number(Math.min(control.max, control.min + steps * control.step).toFixed(decimals))
}

/** A value in words. */
export function valueLabel(key: Key, value: number | string, strings: Strings): string {
  const names = strings.options[key as keyof Strings['options']] as Record<string, string> | undefined
  return names?.[value] ?? further?.option(key, String(value), strings) ?? strings.number(Number(value))
}

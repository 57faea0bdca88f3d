// What a sweep may go along: every setting of the playground that changes a network, and the values it usually takes.

import type { Strings } from '../../i18n/index.js'
import { CONTROLS, DEFAULTS, KEYS, nearest, type Key, type Settings } from '../playground/controls.js'
import '../playground/further-controls.js'
import { controlLabel } from '../playground/further-words.js'

export type Value = number | string

export const MOST_VALUES = 12

/** Of the default, for a setting on a linear and on a logarithmic scale. */
const LINEAR = [1 / 6, 1 / 3, 1 / 2, 1, 2, 4]
const LOGARITHMIC = [1 / 10, 1 / 3, 1, 3, 10]
/** Of the whole range, where the default has no multiples. */
const SPREAD = [0, 1 / 4, 1 / 2, 3 / 4, 1]

/** The seed has a place of its own, and the speed is none of a network's. */
export const sweptKeys = (settings: Settings): Key[] =>
  KEYS.filter(
    (key) => key !== 'seed' && CONTROLS[key].effect !== 'none' && (CONTROLS[key].applies?.(settings) ?? true),
  )

/** The digits come with pictures of their own, and a curve has no accuracy: neither can be beside the others. */
const APART = ['digits', 'curve']

export function optionsOf(key: Key): readonly string[] {
  const control = CONTROLS[key]
  if (control.kind !== 'choice') return []
  return key === 'data' ? control.options.filter((option) => !APART.includes(option)) : control.options
}

export function usualValues(key: Key): readonly Value[] {
  const control = CONTROLS[key]
  if (control.kind === 'choice') return optionsOf(key).slice(0, MOST_VALUES)
  const { min, max, logarithmic } = control
  const usual = Number(DEFAULTS[key])
  const values =
    usual > Math.max(min, 0)
      ? (logarithmic ? LOGARITHMIC : LINEAR).map((share) => share * usual)
      : SPREAD.map((share) => min + share * (max - min))
  return [...new Set(values.map((value) => nearest(control, value)))]
}

/** A choice that stands first in its group is what the group is called: “Distribution” alone would not say of what. */
export function acrossLabel(key: Key, strings: Strings, settings: Settings): string {
  const { group, kind } = CONTROLS[key]
  const first = KEYS.find((one) => CONTROLS[one].group === group)
  return kind === 'choice' && key === first ? strings.groups[group] : controlLabel(key, strings, settings)
}

// The fields of a popover, drawn from the table of controls.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { controlNotes } from '../../i18n/controls.js'
import { controlNote } from '../../i18n/control-words.js'
import type { Strings } from '../../i18n/index.js'
import { CONTROLS, KEYS, nearest, valueLabel } from './controls.js'
import type { ChoiceControl, Group, Key, NumberControl, Settings } from './controls.js'
import './further-controls.js'
import { controlLabel } from './further-words.js'
import './scrub-number.js'

export type Change = (key: Key, value: number | string) => void

/** Positions of a logarithmic slider. */
const POSITIONS = 300

export function groupFields(
  group: Group,
  settings: Settings,
  strings: Strings,
  change: Change,
): TemplateResult[] {
  return KEYS.filter(
    (key) => CONTROLS[key].group === group && (CONTROLS[key].applies?.(settings) ?? true),
  ).map((key) => field(key, settings, strings, change))
}

export function groupNote(group: Group, strings: Strings): string {
  const effects = KEYS.filter((key) => CONTROLS[key].group === group).map((key) => CONTROLS[key].effect)
  if (effects.every((effect) => effect === 'none')) return ''
  const notes = controlNotes(strings)
  return effects.every((effect) => effect === 'continue') ? notes.noteContinues : notes.noteRewinds
}

function field(key: Key, settings: Settings, strings: Strings, change: Change): TemplateResult {
  const control = CONTROLS[key]
  const value = settings[key] ?? control.default
  const label = controlLabel(key, strings, settings)
  const note = controlNote(key, value, strings)
  const shown = { key, label, strings, change }
  return html`${
    control.kind === 'choice'
      ? choiceField(control, String(value), shown)
      : numberField(control, Number(value), shown)
  }${note ? html`<p class="note of-control">${note}</p>` : nothing}`
}

interface Shown {
  key: Key
  label: string
  strings: Strings
  change: Change
}

function choiceField(
  { inline = false, options }: ChoiceControl,
  value: string,
  { key, label, strings, change }: Shown,
): TemplateResult {
  return html`<fieldset class="control ${inline ? 'inline' : ''}">
    <legend class=${inline ? '' : 'vh'}>${label}</legend>
    ${options.map(
      (option) =>
        html`<label class="choice">
          <input
            type="radio"
            name=${key}
            .checked=${live(option === value)}
            @change=${() => change(key, option)}
          />${valueLabel(key, option, strings)}</label
        >`,
    )}
  </fieldset>`
}

function numberField(control: NumberControl, value: number, shown: Shown): TemplateResult {
  const { key, label, change } = shown
  const slider = sliderOf(control)
  return html`<div class="control">
    <div class="control-head">
      <span>${label}</span>
      <scrub-number
        .value=${value}
        .label=${label}
        .min=${control.min}
        .max=${control.max}
        .nearest=${(typed: number) => nearest(control, typed)}
        .move=${(from: number, steps: number) => slider.value(slider.position(from) + steps * slider.step)}
        @value-changed=${(event: CustomEvent<number>) => change(key, event.detail)}
      ></scrub-number>
    </div>
    ${control.plain ? nothing : range(control, value, shown)}
  </div>`
}

function range(
  control: NumberControl,
  value: number,
  { key, label, strings, change }: Shown,
): TemplateResult {
  const slider = sliderOf(control)
  return html`<input
    type="range"
    aria-label=${label}
    aria-valuetext=${valueLabel(key, value, strings)}
    min=${slider.min}
    max=${slider.max}
    step=${slider.step}
    .value=${String(slider.position(value))}
    @input=${(event: InputEvent) => change(key, slider.value(Number((event.target as HTMLInputElement).value)))}
  />`
}

/** A slider's own scale and the way to and from values. */
function sliderOf(control: NumberControl): {
  min: number
  max: number
  step: number
  position: (value: number) => number
  value: (position: number) => number
} {
  const { min, max, step } = control
  if (!control.logarithmic) return { min, max, step, position: (v) => v, value: (p) => nearest(control, p) }
  const span = Math.log(max / min)
  return {
    min: 0,
    max: POSITIONS,
    step: 1,
    position: (v) => Math.round((Math.log(v / min) / span) * POSITIONS),
    value: (p) => nearest(control, min * Math.exp((p / POSITIONS) * span)),
  }
}

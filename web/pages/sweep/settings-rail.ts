// What is swept, as fields: functions, the setting to go along and its values, how many networks and steps, and what is the
// same for all.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { ActivationInfo } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { sweepWords } from '../../i18n/sweep.js'
import { CONTROLS, GROUPS, valueLabel, type Group, type Key } from '../playground/controls.js'
import { icons } from '../playground/icons.js'
import { functionName } from '../playground/names.js'
import '../playground/scrub-number.js'
import { specWord } from '../playground/spec-words.js'
import { acrossLabel, optionsOf, sweptKeys, usualValues } from './across.js'
import { nameOf } from './result-table.js'
import { COUNTS, MOST_FUNCTIONS, readValues, type Count, type SweepState, type Wrong } from './state.js'

export interface Rail {
  state: SweepState
  catalogue: readonly ActivationInfo[]
  strings: Strings
  /** The group whose popover is open. */
  opened: Group | null
  change: (part: Partial<SweepState>, wrong?: Wrong[]) => void
  open: (anchor: HTMLElement, group: Group) => void
  /** The settings of the playground. */
  take: () => void
}

export function settingsRail(rail: Rail): TemplateResult {
  const { strings, take } = rail
  const words = sweepWords(strings)
  return html`<section>
      <h2>${words.functions}</h2>
      ${functionList(rail)}
    </section>
    <section>
      <label class="field"><span>${words.across}</span>${acrossSelect(rail)}</label>
      ${valuesField(rail)}
    </section>
    <section>
      ${count('seeds', rail)}
      <p class="note">${words.seedsNote}</p>
      ${count('steps', rail)}
    </section>
    <section>
      <h2>${words.rest}</h2>
      <div class="rest">${GROUPS.filter((group) => group !== 'speed').map((group) => word(group, rail))}</div>
      <button class="button take" @click=${take}>${words.take}</button>
    </section>`
}

function functionList({ state, catalogue, strings, change }: Rail): TemplateResult {
  const words = sweepWords(strings)
  const { functions } = state
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement
    if (select.value) change({ functions: [...functions, { id: select.value, parameters: {} }] })
    select.value = ''
  }
  const there = new Set(
    functions
      .filter(({ parameters, layers }) => !layers && Object.keys(parameters).length === 0)
      .map(({ id }) => id),
  )
  return html`<ul class="chosen">
      ${functions.map((choice) => {
        const name = nameOf(choice, catalogue, strings)
        return html`<li>
          ${name}<button
            class="ghost"
            aria-label=${words.removeFunction(name)}
            @click=${(event: Event) => {
              focusAfter(event.currentTarget as HTMLElement)
              change({ functions: functions.filter((one) => one !== choice) })
            }}
          >
            ${icons.close}
          </button>
        </li>`
      })}
    </ul>
    <select
      class="add-function"
      aria-label=${words.addFunction}
      ?disabled=${functions.length >= MOST_FUNCTIONS}
      @change=${add}
    >
      <option value="">${words.addFunction}</option>
      ${catalogue
        .filter(({ id }) => !there.has(id))
        .map(
          (info) =>
            html`<option value=${info.id}>
              ${functionName(info)}${strings.code === 'en' ? '' : ` ${info.name.zh}`}
            </option>`,
        )}
    </select>`
}

/** The button goes with its function: the focus goes to the place where another one is chosen. */
function focusAfter(button: HTMLElement): void {
  button.closest('section')?.querySelector('select')?.focus()
}

function acrossSelect({ state, strings, change }: Rail): TemplateResult {
  const keys = sweptKeys(state.settings)
  return html`<select
    .value=${state.across}
    @change=${(event: Event) => {
      const across = (event.target as HTMLSelectElement).value as Key
      change({ across, values: usualValues(across) })
    }}
  >
    ${GROUPS.map((group) => {
      const mine = keys.filter((key) => CONTROLS[key].group === group)
      return mine.length === 0
        ? nothing
        : html`<optgroup label=${strings.groups[group]}>
            ${mine.map(
              (key) =>
                html`<option value=${key} ?selected=${key === state.across}>
                  ${acrossLabel(key, strings, state.settings)}
                </option>`,
            )}
          </optgroup>`
    })}
  </select>`
}

function valuesField({ state, strings, change }: Rail): TemplateResult {
  const words = sweepWords(strings)
  const { across, values } = state
  const control = CONTROLS[across]
  if (control.kind === 'choice') {
    const toggle = (option: string) => {
      const chosen = optionsOf(across).filter((one) => (one === option) !== values.includes(one))
      change({ values: chosen.length > 0 ? chosen : values })
    }
    return html`<fieldset class="field options">
      <legend>${words.values}</legend>
      ${optionsOf(across).map(
        (option) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              .checked=${live(values.includes(option))}
              @change=${() => toggle(option)}
            />${valueLabel(across, option, strings)}</label
          >`,
      )}
    </fieldset>`
  }
  const typed = (event: Event) => {
    const input = event.target as HTMLInputElement
    if (input.value === values.join(', ')) return
    const wrong: Wrong[] = []
    const read = readValues(across, input.value, wrong)
    input.value = read.join(', ')
    change({ values: read }, wrong)
  }
  return html`<label class="field"
      ><span>${words.values}</span
      ><input
        type="text"
        class="values"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="range-of-values"
        .value=${values.join(', ')}
        @change=${typed}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && typed(event)}
    /></label>
    <p class="note" id="range-of-values">
      ${words.range(strings.number(control.min), strings.number(control.max))}
    </p>`
}

function count(name: Count, { state, strings, change }: Rail): TemplateResult {
  const { min, max } = COUNTS[name]
  const step = name === 'steps' ? 100 : 1
  const label = sweepWords(strings)[name]
  const nearest = (value: number) => Math.min(max, Math.max(min, Math.round(value)))
  return html`<div class="field count">
    <span>${label}</span
    ><scrub-number
      .value=${state[name]}
      .label=${label}
      .min=${min}
      .max=${max}
      .nearest=${nearest}
      .move=${(from: number, steps: number) => nearest(from + steps * step)}
      @value-changed=${(event: CustomEvent<number>) => change({ [name]: event.detail })}
    ></scrub-number>
  </div>`
}

function word(group: Group, { state, strings, opened, open }: Rail): TemplateResult {
  return html`<button
    class="word"
    aria-haspopup="dialog"
    aria-expanded=${opened === group}
    @click=${(event: Event) => open(event.currentTarget as HTMLElement, group)}
  >
    <small>${strings.groups[group]}</small
    ><span
      ><b>${specWord(group, state.settings, strings)}</b>${
        CONTROLS[state.across].group === group
          ? html`<small
              >${sweepWords(strings).swept(acrossLabel(state.across, strings, state.settings))}</small
            >`
          : nothing
      }</span
    >
  </button>`
}

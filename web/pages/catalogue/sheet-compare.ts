// The function beside another one: both curves on the same axes, what lies between them, and the measured properties
// that differ.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import '../../elements/activation-difference.js'
import { largestDifference } from '../../elements/difference.js'
import { figures, short } from '../../elements/format.js'
import { measured } from '../../elements/measured.js'
import { defaultRange } from '../../elements/plot-frame.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language } from '../../i18n/index.js'
import { writeLane, type LaneChoice } from '../playground/state.js'
import { comparable } from './compare.js'
import { interval, propertyRows } from './property-words.js'
import { givenText } from './sheet-properties.js'
import { steady } from './steady.js'

interface Comparison {
  engine: Engine
  info: ActivationInfo
  catalogue: readonly ActivationInfo[]
  words: CatalogueWords
  language: Language
  pageKeys: Readonly<Record<string, string>>
  choice: LaneChoice
  other: LaneChoice
  choose: (other: LaneChoice | null) => void
}

export function compareSection(view: Comparison): TemplateResult | typeof nothing {
  const { engine, info, catalogue, words, language, choice, other } = view
  const second = catalogue.find(({ id }) => id === other.id)
  if (!second) return nothing
  const nameOf = (one: ActivationInfo, { parameters }: LaneChoice) =>
    [one.name[language], givenText(one, parameters)].filter(Boolean).join(', ')
  const [own, its] = [nameOf(info, choice), nameOf(second, other)]
  const largest = (what: 'value' | 'slope') => largestDifference(engine, choice, other, defaultRange, what)
  const [value, slope] = [largest('value'), largest('slope')]
  const size = ({ difference }: { difference: number }) => figures(Math.abs(difference))
  const { sheet } = words
  const lanes = `lanes=${writeLane(choice)},${writeLane(other)}`
  const page = Object.entries(view.pageKeys).map(([key, set]) => `${key}=${set}`)
  return html`<section class="compare">
    <h3>
      ${sheet.compare}
      <button class="quiet" @click=${() => view.choose(null)}>${sheet.compareEnd}</button>
    </h3>
    <label class="with"
      >${sheet.compareWith}
      <select
        @change=${(event: Event) =>
          view.choose({ id: (event.target as HTMLSelectElement).value, parameters: {} })}
      >
        ${comparable(info, choice.parameters, catalogue).map(
          (one) =>
            html`<option value=${one.id} .selected=${live(one.id === other.id)}>
              ${one.name[language]}
            </option>`,
        )}
      </select>
    </label>
    <activation-difference
      .engine=${engine}
      .first=${steady({ ...choice, name: own })}
      .second=${steady({ ...other, name: its })}
      .label=${`${own} | ${its}`}
    ></activation-difference>
    <p class="stated">
      ${
        value.difference === 0
          ? html`<b>${sheet.nowhereApart}</b>`
          : html`<b>${words.stated.farthest(size(value), short(value.x), interval(defaultRange))}</b>`
      }
      ${slope.difference === 0 ? nothing : words.stated.slopesFarthest(size(slope), short(slope.x))}
    </p>
    ${differing(view, own, its)}
    <p class="note">
      <a href=${`#${[lanes, ...page].join('&')}`}>${sheet.trainBoth}</a>
    </p>
  </section>`
}

/** The rows of the property table in which the two are not written alike. */
function differing(
  { engine, words, choice, other }: Comparison,
  own: string,
  its: string,
): TemplateResult | typeof nothing {
  const rowsOf = ({ id, parameters }: LaneChoice) => propertyRows(measured(engine, id, parameters), words)
  const second = rowsOf(other)
  const rows = rowsOf(choice)
    .map(([label, value], k) => [label, value, second[k][1]] as const)
    .filter(([, a, b]) => a !== b)
  if (rows.length === 0) return html`<p class="note">${words.sheet.sameProperties}</p>`
  return html`<table class="beside">
    <thead>
      <tr>
        <th scope="col"><span class="vh">${words.sheet.properties}</span></th>
        <th scope="col"><i class="line own" aria-hidden="true"></i>${own}</th>
        <th scope="col"><i class="line" aria-hidden="true"></i>${its}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([label, a, b]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${a}</td>
            <td>${b}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

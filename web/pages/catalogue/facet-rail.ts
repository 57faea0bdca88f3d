// What can be filtered by: every option with how many functions it would leave, as a number and as a bar.

import { html, nothing, svg, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { icons } from '../playground/icons.js'
import type { Entry } from './entries.js'
import { countOf, FACET_KEYS, FACETS, type FacetKey, type Filters } from './facets.js'

export interface Facets {
  /** Those that the query leaves. */
  entries: readonly Entry[]
  /** How many functions there are. */
  all: number
  filters: Filters
  query: string
  words: CatalogueWords
  toggle: (key: FacetKey, option: string) => void
  clear: () => void
  clearQuery: () => void
}

const BAR = 30

/** Shown on a phone before anything is chosen. */
const FREQUENT: readonly (readonly [FacetKey, string])[] = [
  ['shape', 'monotone'],
  ['in', 'pytorch'],
  ['survey', 'named'],
]

const optionName = (words: CatalogueWords, key: FacetKey, option: string): string =>
  (words.options[key] as Readonly<Record<string, string>>)[option]

/** As it is called where its facet's name does not stand above it. */
function chipName(words: CatalogueWords, key: FacetKey, option: string): string {
  const name = optionName(words, key, option)
  return key === 'left' || key === 'right' ? words.chips[key](name) : name
}

export function facetRail(facets: Facets, found: number, close: () => void): TemplateResult {
  const { words, filters, query } = facets
  const any = query !== '' || FACET_KEYS.some((key) => filters[key].length > 0)
  return html`<aside class="rail" aria-label=${words.filters}>
    <div class="rail-head">
      <h2 tabindex="-1">${words.filters}</h2>
      <button class="clear" ?disabled=${!any} @click=${facets.clear}>${words.clear}</button>
    </div>
    ${FACET_KEYS.map((key) => facet(key, facets))}
    <div class="rail-foot">
      <button class="button primary" @click=${close}>${words.show(found)}</button>
    </div>
  </aside>`
}

function facet(key: FacetKey, facets: Facets): TemplateResult {
  const { words } = facets
  return html`<fieldset class="facet">
    <legend>${words.facets[key]}</legend>
    ${FACETS[key].options.map((option) => facetOption(key, option, facets))}
  </fieldset>`
}

function facetOption(key: FacetKey, option: string, facets: Facets): TemplateResult | typeof nothing {
  const { entries, filters, words, all } = facets
  const count = countOf(entries, filters, key, option)
  const chosen = filters[key].includes(option)
  const name = optionName(words, key, option)
  return html`<label class="option" data-option=${`${key}:${option}`}>
    <input
      type="checkbox"
      aria-label=${words.counted(name, String(count))}
      ?disabled=${count === 0 && !chosen}
      .checked=${live(chosen)}
      @change=${() => facets.toggle(key, option)}
    />
    <span>${name}</span>
    ${bar(count, all)}
    <span class="count" aria-hidden="true">${count}</span>
  </label>`
}

const bar = (count: number, all: number): TemplateResult => {
  const width = count === 0 ? 0 : Math.max(1, (count / Math.max(1, all)) * BAR)
  return html`<svg class="bar-of-count" viewBox="0 0 ${BAR} 5" aria-hidden="true">
    ${svg`<rect width=${width.toFixed(1)} height="5" />`}
  </svg>`
}

/** On a phone, over the cards: the way to all filters, those that stand, and some that are often wanted. */
export function filterBar(facets: Facets, open: () => void): TemplateResult {
  const { words, filters, query, toggle } = facets
  const chosen = FACET_KEYS.flatMap((key) => filters[key].map((option) => [key, option] as const))
  const more = FREQUENT.filter(([key, option]) => !filters[key].includes(option))
  return html`<div class="filter-bar" role="group" aria-label=${words.filters}>
    <button class="chip" @click=${open}>${icons.sliders}${words.filters}</button>
    ${
      query
        ? html`<button class="chip on" aria-label=${words.clearSearch} @click=${facets.clearQuery}>
            ${words.query(query)} <span aria-hidden="true">×</span>
          </button>`
        : nothing
    }
    ${chosen.map(([key, option]) => {
      const name = chipName(words, key, option)
      return html`<button
        class="chip on"
        aria-label=${words.remove(name)}
        @click=${() => toggle(key, option)}
      >
        ${name} <span aria-hidden="true">×</span>
      </button>`
    })}
    ${more.map(
      ([key, option]) =>
        html`<button class="chip" @click=${() => toggle(key, option)}>
          ${chipName(words, key, option)}
        </button>`,
    )}
  </div>`
}

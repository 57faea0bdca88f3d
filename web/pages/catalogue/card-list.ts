// The cards: every function on the same axes, its name, and what it was sorted by.

import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import '../../elements/activation-miniature.js'
import type { Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language } from '../../i18n/index.js'
import type { Entry } from './entries.js'
import { NO_FILTERS } from './facets.js'
import { cardLine, propertyRows } from './property-words.js'
import { SORTS, type Costs } from './sorts.js'
import { writeState, type CatalogueState } from './state.js'

interface Cards {
  engine: Engine
  words: CatalogueWords
  language: Language
  shown: CatalogueState
  costs: Costs
  pageKeys: Readonly<Record<string, string>>
  clear: () => void
}

export function cardList(list: readonly Entry[], cards: Cards): TemplateResult {
  const { words, shown } = cards
  if (list.length === 0)
    return html`<p class="no-card">
      ${words.none(shown.query, JSON.stringify(shown.filters) !== JSON.stringify(NO_FILTERS))}
      <button class="button" @click=${cards.clear}>${words.clear}</button>
    </p>`
  return html`<ul class="cards">
    ${repeat(
      list,
      ({ info }) => info.id,
      (entry) => html`<li>${card(entry, cards)}</li>`,
    )}
  </ul>`
}

function card(entry: Entry, cards: Cards): TemplateResult {
  const { info, properties } = entry
  const { words, shown, language } = cards
  const open = shown.open?.id === info.id
  const address = writeState({ ...shown, open: { id: info.id, parameters: {} }, versus: {} }, cards.pageKeys)
  return html`<a class="card" data-id=${info.id} href=${address} aria-current=${open ? 'true' : nothing}>
    ${
      info.elementWise
        ? html`<activation-miniature
            .engine=${cards.engine}
            .function=${info.id}
            .properties=${properties}
          ></activation-miniature>`
        : html`<span class="no-curve" aria-hidden="true"
            ><span>${words.options.kind[info.kind]}<br />${words.openNoCurve}</span></span
          >`
    }
    <span class="card-name">${info.name[language]}</span>
    <span class="card-line" aria-hidden=${properties ? 'true' : nothing}>${line(entry, cards)}</span>
    ${properties ? html`<span class="vh">${spoken(entry, cards)}</span>` : nothing}
  </a>`
}

/** What the cards are sorted by, else what a reader of curves looks for. */
function line(entry: Entry, { words, shown, costs }: Cards): string {
  const text = SORTS[shown.sort].text(entry, words, costs)
  if (text) return text
  if (!entry.info.elementWise) return words.options.kind[entry.info.kind]
  return entry.properties ? cardLine(entry.properties, words) : words.measuring
}

/** The picture in words. */
function spoken(entry: Entry, { words, shown, costs }: Cards): string {
  if (!entry.properties) return ''
  const rows = propertyRows(entry.properties, words).map(([label, value]) => `${label}: ${value}`)
  const sortedBy = SORTS[shown.sort].text(entry, words, costs)
  return [...(sortedBy ? [sortedBy] : []), ...rows].join('; ')
}

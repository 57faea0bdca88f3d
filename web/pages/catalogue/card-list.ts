// The cards: every function on the same axes, its name, and what it was sorted by.

import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import '../../elements/activation-miniature.js'
import '../../elements/activation-rows-miniature.js'
import type { Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language } from '../../i18n/index.js'
import type { Entry } from './entries.js'
import { familyOf, type Family } from './families.js'
import { NO_FILTERS } from './facets.js'
import { cardLine, propertyRows, widthsText } from './property-words.js'
import { SORTS, type Costs } from './sorts.js'
import { writeState, type CatalogueState } from './state.js'

export interface Cards {
  engine: Engine
  words: CatalogueWords
  language: Language
  shown: CatalogueState
  /** By families, under their names. */
  grouped: boolean
  costs: Costs
  pageKeys: Readonly<Record<string, string>>
  clear: () => void
}

export function cardList(list: readonly Entry[], cards: Cards): TemplateResult {
  const { words } = cards
  if (!cards.grouped) return plainList(list, cards)
  const families = [...new Set(list.map(familyOf))] as Family[]
  return html`${families.map((family) => {
    const [name, note] = words.families[family]
    const members = list.filter((entry) => familyOf(entry) === family)
    return html`<section class="family" aria-label=${name} data-family=${family}>
      <h3>${name} <span>${note}</span><span class="count">${members.length}</span></h3>
      ${plainList(members, cards)}
    </section>`
  })}`
}

/** What stands in the place of a list without entries. */
export function emptyList({ words, shown, clear }: Pick<Cards, 'words' | 'shown' | 'clear'>): TemplateResult {
  return html`<p class="no-card">
    ${words.none(shown.query, JSON.stringify(shown.filters) !== JSON.stringify(NO_FILTERS))}
    <button class="button" @click=${clear}>${words.clear}</button>
  </p>`
}

function plainList(list: readonly Entry[], cards: Cards): TemplateResult {
  return html`<ul class="cards">
    ${repeat(
      list,
      ({ info }) => info.id,
      (entry) => html`<li>${card(entry, cards)}</li>`,
    )}
  </ul>`
}

export const sheetAddress = (
  { info }: Entry,
  { shown, pageKeys }: Pick<Cards, 'shown' | 'pageKeys'>,
): string =>
  writeState({ ...shown, open: { id: info.id, parameters: {} }, beside: null, versus: {} }, pageKeys)

function card(entry: Entry, cards: Cards): TemplateResult {
  const { info, properties } = entry
  const { words, shown, language } = cards
  const open = shown.open?.id === info.id
  return html`<a
    class="card"
    data-id=${info.id}
    href=${sheetAddress(entry, cards)}
    aria-current=${open ? 'true' : nothing}
  >
    ${
      info.elementWise
        ? html`<activation-miniature
            .engine=${cards.engine}
            .function=${info.id}
            .properties=${properties}
          ></activation-miniature>`
        : html`<span class="of-rows" aria-hidden="true"
            ><activation-rows-miniature .engine=${cards.engine} .info=${info}></activation-rows-miniature
            ><span>${words.options.kind[info.kind]}</span></span
          >`
    }
    <span class="card-name">${info.name[language]}</span>
    <span class="card-line" aria-hidden=${properties ? 'true' : nothing}>${line(entry, cards)}</span>
    ${properties ? html`<span class="vh">${spoken(entry, cards)}</span>` : nothing}
  </a>`
}

/** What the cards are sorted by, else what a reader of curves looks for. */
function line(entry: Entry, { engine, words, shown, costs }: Cards): string {
  const text = SORTS[shown.sort].text(entry, words, costs)
  if (text) return text
  return entry.properties ? cardLine(entry.properties, words) : widthsText(engine, entry.info)
}

/** The picture in words. */
function spoken(entry: Entry, { words, shown, costs }: Cards): string {
  if (!entry.properties) return ''
  const rows = propertyRows(entry.properties, words).map(([label, value]) => `${label}: ${value}`)
  const sortedBy = SORTS[shown.sort].text(entry, words, costs)
  return [...(sortedBy ? [sortedBy] : []), ...rows].join('; ')
}

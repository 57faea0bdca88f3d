// Above the cards: the search, how many there are, and what they are sorted by.

import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { signs } from './signs.js'
import { SORT_KEYS, type SortKey } from './sorts.js'
import { VIEWS, type ListView } from './state.js'

export function searchField(
  query: string,
  count: number,
  words: CatalogueWords,
  search: (query: string) => void,
): TemplateResult {
  return html`<search class="search">
    <input
      type="search"
      aria-label=${`${words.search(count)}: ${words.searchHint}`}
      title=${words.searchHint}
      placeholder=${words.search(count)}
      aria-keyshortcuts="/"
      autocomplete="off"
      spellcheck="false"
      maxlength="80"
      .value=${live(query)}
      @input=${(event: InputEvent) => search((event.target as HTMLInputElement).value)}
    />
  </search>`
}

interface Tools {
  words: CatalogueWords
  found: number
  all: number
  view: ListView
  sort: SortKey
  descending: boolean
  show: (view: ListView) => void
  sortBy: (key: SortKey) => void
  turn: () => void
}

export function listTools(tools: Tools): TemplateResult {
  const { words, found, all, sort, descending } = tools
  return html`<div class="tools">
    <h2 aria-live="polite">${words.found(found, all)}</h2>
    <span class="axes">${tools.view === 'cards' ? words.axes : ''}</span>
    <div class="views" role="group" aria-label=${words.viewsLabel}>
      ${VIEWS.map(
        (view) =>
          html`<button aria-pressed=${view === tools.view} data-view=${view} @click=${() => tools.show(view)}>
            ${words.views[view]}
          </button>`,
      )}
    </div>
    <label class="sort"
      >${words.sort}
      <select @change=${(event: Event) => tools.sortBy((event.target as HTMLSelectElement).value as SortKey)}>
        ${SORT_KEYS.map(
          (key) =>
            html`<option value=${key} ?selected=${key === sort} .selected=${live(key === sort)}>
              ${words.sorts[key]}
            </option>`,
        )}
      </select>
    </label>
    <button
      class="ghost turn"
      aria-label=${descending ? words.descending : words.ascending}
      title=${descending ? words.descending : words.ascending}
      @click=${tools.turn}
    >
      ${descending ? signs.down : signs.up}
    </button>
  </div>`
}

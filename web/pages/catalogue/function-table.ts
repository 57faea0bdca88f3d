// The functions as a table, for those who compare figures: a row each, sorted by the head that is chosen.

import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { sheetAddress, type Cards } from './card-list.js'
import { COLUMNS, sweepNote, type Column } from './columns.js'
import type { Entry } from './entries.js'
import { signs } from './signs.js'
import type { SortKey } from './sorts.js'

interface Table extends Cards {
  /** The same head again turns the order round; else figures come largest first. */
  sortBy: (sort: SortKey, figure: boolean) => void
}

export function functionTable(list: readonly Entry[], table: Table): TemplateResult {
  const { words, shown, language } = table
  const view = shown.view === 'accuracy' ? 'accuracy' : 'properties'
  const columns: readonly Column[] = [
    { head: () => words.function, sort: 'name', figure: false, text: ({ info }) => info.name[language] },
    ...COLUMNS[view],
  ]
  return html`${view === 'accuracy' ? html`<p class="table-note">${sweepNote(list, words)}</p>` : nothing}
    <div class="table-frame" tabindex="0" role="group" aria-label=${words.views[view]}>
      <table class="functions">
        <thead>
          <tr>
            ${columns.map((column) => head(column, table))}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            list,
            ({ info }) => info.id,
            (entry) => row(entry, columns, table),
          )}
        </tbody>
      </table>
    </div>`
}

function head({ head, sort, figure }: Column, { words, shown, sortBy }: Table): TemplateResult {
  const text = head(words)
  const kind = figure ? 'figure' : nothing
  if (!sort) return html`<th scope="col" class=${kind}>${text}</th>`
  const chosen = shown.sort === sort
  const order = chosen ? (shown.descending ? 'descending' : 'ascending') : nothing
  return html`<th scope="col" class=${kind} aria-sort=${order}>
    <button data-sort=${sort} @click=${() => sortBy(sort, figure)}>
      ${text}${chosen ? (shown.descending ? signs.down : signs.up) : nothing}
    </button>
  </th>`
}

function row(entry: Entry, columns: readonly Column[], table: Table): TemplateResult {
  const { info } = entry
  const [name, ...others] = columns
  const open = table.shown.open?.id === info.id
  return html`<tr class=${open ? 'open' : nothing}>
    <th scope="row">
      <a
        class="row-link"
        data-id=${info.id}
        href=${sheetAddress(entry, table)}
        aria-current=${open ? 'true' : nothing}
        >${name.text(entry, table.words)}</a
      >
    </th>
    ${others.map(
      ({ figure, text }) => html`<td class=${figure ? 'figure' : nothing}>${text(entry, table.words)}</td>`,
    )}
  </tr>`
}

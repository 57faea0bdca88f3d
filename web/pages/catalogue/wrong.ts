// What an address asked for and the catalogue does not have.

import { html, nothing, type TemplateResult } from 'lit'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Strings } from '../../i18n/index.js'
import { noticeWords } from '../../i18n/notices.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { correctionText } from '../playground/corrections.js'
import noticesStyles from '../playground/notices.css?inline'
import type { Wrong } from './state.js'

adoptSheet(noticesStyles)

function wrongText(wrong: Wrong, words: CatalogueWords, strings: Strings): string {
  if (!('valid' in wrong) || wrong.kind === 'parameter') return correctionText(wrong, strings)
  if (wrong.kind === 'key') return words.wrong.key(wrong.asked, wrong.valid)
  if (wrong.kind === 'option') return words.wrong.option(wrong.key, wrong.asked, wrong.valid)
  return words.wrong.function(wrong.asked)
}

export function wrongList(
  wrong: readonly Wrong[],
  words: CatalogueWords,
  strings: Strings,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (wrong.length === 0) return nothing
  return html`<div class="notice corrections" role="status">
    <div>${wrong.map((one) => html`<p>${wrongText(one, words, strings)}</p>`)}</div>
    <button @click=${dismiss}>${noticeWords(strings).dismiss}</button>
  </div>`
}

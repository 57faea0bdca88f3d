// What an address or a field asked for and there is not, in words.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { noticeWords } from '../../i18n/notices.js'
import { sweepWords } from '../../i18n/sweep.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { correctionText } from '../playground/corrections.js'
import noticesStyles from '../playground/notices.css?inline'
import type { Wrong } from './state.js'

adoptSheet(noticesStyles)

function wrongText(wrong: Wrong, strings: Strings): string {
  const words = sweepWords(strings)
  if (wrong.kind === 'across') return words.unknownAcross(wrong.asked, wrong.valid)
  if (wrong.kind === 'most') return words.tooMany(words.most[wrong.name], wrong.asked, wrong.used)
  if (wrong.kind !== 'count') return correctionText(wrong, strings)
  const { name, asked, used, min, max } = wrong
  const notices = noticeWords(strings)
  const { number } = strings
  if (!/^\d+$/.test(asked.trim())) return notices.noNumber(words[name], asked, number(used))
  return Number(asked) > max
    ? notices.tooLarge(words[name], asked, number(max), number(used))
    : notices.tooSmall(words[name], asked, number(min), number(used))
}

export function wrongList(
  wrong: readonly Wrong[],
  strings: Strings,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (wrong.length === 0) return nothing
  return html`<div class="notice corrections" role="status">
    <div>${wrong.map((one) => html`<p>${wrongText(one, strings)}</p>`)}</div>
    <button @click=${dismiss}>${noticeWords(strings).dismiss}</button>
  </div>`
}

// What an address or a field asked for and there is not, in words.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { noticeWords } from '../../i18n/notices.js'
import { sweepWords } from '../../i18n/sweep.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { correctionText } from '../playground/corrections.js'
import { controlLabel } from '../playground/further-words.js'
import noticesStyles from '../playground/notices.css?inline'
import type { Wrong } from './state.js'

adoptSheet(noticesStyles)

function wrongText(wrong: Wrong, strings: Strings): string {
  const words = sweepWords(strings)
  switch (wrong.kind) {
    case 'across':
      return words.unknownAcross(wrong.asked, wrong.valid)
    case 'most':
      return words.tooMany(words.most[wrong.name], wrong.asked, wrong.used)
    case 'function':
      return words.noFunctionOf(wrong.asked)
    case 'choice':
      return words.noChoice(controlLabel(wrong.key, strings), wrong.asked, wrong.valid)
    case 'count':
      return numberText(words[wrong.name], wrong, strings)
    case 'number':
      return numberText(controlLabel(wrong.key, strings), wrong, strings)
    default:
      return correctionText(wrong, strings)
  }
}

/** Of an address and of a field. */
function numberText(
  label: string,
  { asked, used, min, max }: { asked: string; used: number; min: number; max: number },
  strings: Strings,
): string {
  const words = sweepWords(strings)
  const { number } = strings
  const value = asked.trim() === '' ? NaN : Number(asked)
  if (Number.isNaN(value)) return words.noNumber(label, asked, number(used))
  if (value > max) return words.tooLarge(label, asked, number(max))
  if (value < min) return words.tooSmall(label, asked, number(min))
  return words.rounded(label, asked, number(used))
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

// What an address asked for and did not get, in words.

import type { Strings } from '../../i18n/index.js'
import { noticeWords } from '../../i18n/notices.js'
import { valueLabel } from './controls.js'
import { controlLabel } from './further-words.js'
import type { Correction } from './state.js'

export function correctionText(correction: Correction, strings: Strings): string {
  const { number } = strings
  const words = noticeWords(strings)
  switch (correction.kind) {
    case 'key':
      return words.key(correction.asked, correction.valid)
    case 'choice': {
      const { key, asked, used, valid } = correction
      return words.choice(controlLabel(key, strings), asked, valueLabel(key, used, strings), valid)
    }
    case 'number':
      return numberText(controlLabel(correction.key, strings), correction)
    case 'parameterValue':
      return numberText(`${correction.function} ${correction.name}`, correction)
    case 'step':
      return numberText(words.step, { ...correction, min: 0 })
    case 'function':
      return words.function(correction.asked)
    case 'layer':
      return words.layer(correction.layer, correction.asked, correction.used)
    case 'parameter':
      return words.parameter(correction.function, correction.asked, correction.valid)
    case 'lanes':
      return words.lanes(correction.asked, correction.used)
    case 'change':
      return words.change(controlLabel(correction.key, strings), correction.asked)
  }

  function numberText(
    label: string,
    { asked, used, min, max }: { asked: string; used: number; min: number; max: number },
  ): string {
    const value = Number(asked)
    if (asked.trim() === '' || Number.isNaN(value)) return words.noNumber(label, asked, number(used))
    if (value > max) return words.tooLarge(label, asked, number(max), number(used))
    if (value < min) return words.tooSmall(label, asked, number(min), number(used))
    return words.rounded(label, asked, number(used))
  }
}

// What an address asked for and did not get, in words.

import type { Strings } from '../../i18n/index.js'
import { controlLabel, valueLabel } from './controls.js'
import type { Correction } from './state.js'

export function correctionText(correction: Correction, strings: Strings): string {
  const { notices, number } = strings
  switch (correction.kind) {
    case 'key':
      return notices.key(correction.asked, correction.valid)
    case 'choice': {
      const { key, asked, used, valid } = correction
      return notices.choice(controlLabel(key, strings), asked, valueLabel(key, used, strings), valid)
    }
    case 'number':
      return numberText(controlLabel(correction.key, strings), correction, strings)
    case 'parameterValue':
      return numberText(`${correction.function} ${correction.name}`, correction, strings)
    case 'step':
      return numberText(notices.step, { ...correction, min: 0 }, strings)
    case 'function':
      return notices.function(correction.asked, correction.valid)
    case 'parameter':
      return notices.parameter(correction.function, correction.asked, correction.valid)
    case 'lanes':
      return notices.lanes(correction.asked, correction.used)
    case 'change':
      return notices.change(controlLabel(correction.key, strings), correction.asked)
  }

  function numberText(
    label: string,
    { asked, used, min, max }: { asked: string; used: number; min: number; max: number },
    { notices: words }: Strings,
  ): string {
    const value = Number(asked)
    if (asked.trim() === '' || Number.isNaN(value)) return words.noNumber(label, asked, number(used))
    if (value > max) return words.tooLarge(label, asked, number(max), number(used))
    if (value < min) return words.tooSmall(label, asked, number(min), number(used))
    return words.rounded(label, asked, number(used))
  }
}

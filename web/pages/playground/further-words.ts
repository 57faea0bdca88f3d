// The further controls in words: their names, and what the transport bar says of them.

import { controlWords } from '../../i18n/control-words.js'
import type { Strings } from '../../i18n/index.js'
import { CONTROLS, DEFAULTS, type Group, type Key, type Settings } from './controls.js'

export function controlLabel(key: Key, strings: Strings, settings?: Settings): string {
  const { labels, bound } = controlWords(strings)
  return key === 'scale' && settings?.init === 'uniform' ? bound : labels[key]
}

export function furtherOption(key: Key, value: string, strings: Strings): string | undefined {
  const { options } = controlWords(strings)
  return (options[key as keyof typeof options] as Record<string, string> | undefined)?.[value]
}

/** What follows the first word of a group: only what is not at its default. */
export function furtherWord(group: Group, given: Settings, strings: Strings): string {
  const settings = { ...DEFAULTS, ...given } as Required<Settings>
  const words = controlWords(strings)
  const { number } = strings
  const said: Partial<Record<Group, (string | false | undefined)[]>> = {
    data: [settings.data === 'curve' && settings.loss === 'huber' && words.options.loss.huber],
    network: [
      settings.norm !== 'none' && words.batchNorm,
      settings.dropout > 0 && words.dropoutWord(number(settings.dropout)),
      settings.bias === 'off' && words.noBias,
    ],
    weights: [
      settings.gain_from === 'measured' && words.measuredGain,
      settings.init_bias !== 0 && settings.bias === 'on' && words.initialBias(number(settings.init_bias)),
      settings.pretrain !== 'none' && words.options.pretrain[settings.pretrain],
    ],
    optimiser: [
      CONTROLS.momentum.applies?.(settings) &&
        settings.momentum > 0 &&
        words.momentumWord(number(settings.momentum)),
      words.scheduleWord[settings.schedule],
    ],
  }
  const parts = (said[group] ?? []).filter((text) => typeof text === 'string')
  return (
    (group === 'weights' ? scaleWord(settings, strings) : '') + parts.map((text) => ` · ${text}`).join('')
  )
}

function scaleWord(settings: Required<Settings>, { number }: Strings): string {
  const { gain, scale } = settings
  const scaled = CONTROLS.scale.applies?.(settings) ? ` ${number(scale)}` : ''
  return CONTROLS.gain.applies?.(settings) && gain !== 1 ? `${scaled} × ${number(gain)}` : scaled
}

// The spec of the networks as words: what the transport bar shows and a popover changes.

import type { Strings } from '../../i18n/index.js'
import { further, valueLabel, type Group, type Settings } from './controls.js'
import { problemOf } from './network-spec.js'

export const specWord = (group: Group, settings: Settings, strings: Strings): string =>
  plainWord(group, settings, strings) + (further?.word(group, settings, strings) ?? '')

function plainWord(group: Group, settings: Settings, strings: Strings): string {
  const { number } = strings
  switch (group) {
    case 'speed':
      return valueLabel('speed', settings.speed, strings)
    case 'seed':
      return number(settings.seed)
    case 'data': {
      const name = valueLabel('data', settings.data, strings)
      return settings.data === 'digits' ? name : strings.dataValue(name, number(settings.points))
    }
    case 'network': {
      const { inputs, outputs } = problemOf(settings.data)
      return `${inputs} → ${settings.width} × ${settings.depth} → ${outputs}`
    }
    case 'weights':
      return valueLabel('init', settings.init, strings)
    case 'optimiser':
      return `${valueLabel('optimiser', settings.optimiser, strings)} ${number(settings.lr)}`
    case 'batch':
      return number(settings.batch)
  }
}

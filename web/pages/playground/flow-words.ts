// What flows back, as a number and a sentence. The sentence is chosen by the measured cause.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Kind, Properties } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'

export interface FlowWords {
  figure: string
  sentence: string
  why: string
}

/** Shares from which a cause is named. */
const DEAD = 0.3
const SATURATED = 0.3
const SMALL_BOUND = 0.5
/** Ratios this close to 1 are the same. */
const EVEN = 1.25
/** Beyond this a fraction says more than a percentage. */
const FRACTION = 10

/** @param properties null where the function is one of rows or there are several: the reason is then `otherwise` */
export function flowWords(
  snapshot: LaneSnapshot,
  kind: Kind,
  properties: Properties | null,
  otherwise: string,
  strings: Strings,
): FlowWords {
  const { layers } = snapshot
  const words = strings.flow
  const last = layers.length
  const ratio = layers[last - 1].gradientNorm / layers[0].gradientNorm
  const why = properties ? reasonOf(snapshot, kind, properties, strings) : otherwise
  if (last === 1)
    return { figure: strings.significant(layers[0].gradientNorm), sentence: words.onlyLayer, why }
  if (!(layers[last - 1].gradientNorm > 0)) return { figure: '0', sentence: words.nothing, why }
  if (layers[0].gradientNorm === 0) return { figure: '0', sentence: words.part(last), why }
  if (ratio > FRACTION) return { figure: `1/${strings.significant(ratio)}`, sentence: words.part(last), why }
  if (ratio > EVEN) return { figure: strings.percent(1 / ratio), sentence: words.part(last), why }
  const times = ratio < 1 / EVEN ? strings.significant(1 / ratio) : ''
  return { figure: times ? words.times(times) : words.same, sentence: words.gain(last), why }
}

export function reasonOf(
  snapshot: LaneSnapshot,
  kind: Kind,
  properties: Properties,
  strings: Strings,
): string {
  const words = strings.flow
  const { layers } = snapshot
  const mean = (value: (layer: (typeof layers)[number]) => number) =>
    layers.reduce((sum, layer) => sum + value(layer), 0) / layers.length
  const dead = mean((layer) => layer.dead)
  const slope = mean((layer) => layer.meanSlope)
  const { slopeBound: bound, leftSaturation, rightSaturation } = properties
  if (bound === 0) return words.noSlope
  if (dead > DEAD) return words.dead(strings.percent(dead))
  const soft =
    mean((layer) => (leftSaturation === 'soft' ? layer.saturatedLeft : 0)) +
    mean((layer) => (rightSaturation === 'soft' ? layer.saturatedRight : 0))
  if (soft > SATURATED) return words.saturated(strings.percent(soft))
  // The bound was measured with the first value of what is learned.
  if (kind === 'parametric-learned') return words.average(strings.short(slope))
  const shrinking = layers[0].gradientNorm * 10 < layers[layers.length - 1].gradientNorm
  if (bound < SMALL_BOUND && shrinking) return words.bounded(strings.short(bound), layers.length)
  if (bound < SMALL_BOUND) return words.boundedOnly(strings.short(bound))
  if (bound === 1 && leftSaturation === 'hard') return words.gated(strings.short(slope))
  if (Math.abs(slope - 1) < 1e-6 && bound === 1) return words.whole
  return slope > bound / 2
    ? words.steep(strings.short(slope))
    : words.shallow(strings.short(slope), strings.short(bound))
}

// What a lane says of a function of rows: what its curve is, whose inputs the histograms count, and what flows back.

import { html, nothing, type TemplateResult } from 'lit'
import { closedGates } from '../../elements/rows/closed-gates.js'
import { conceptName } from '../../elements/rows/concepts.js'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { rowWords } from '../../i18n/rows.js'

/** Closed gates worth a word. */
const FEW = 0.01

export function curveNote(
  engine: Engine,
  info: ActivationInfo,
  strings: Strings,
): TemplateResult | typeof nothing {
  const text = info.elementWise ? '' : rowWords(strings).curve[conceptName(engine, info)]
  return text ? html`<p class="parameter curve-note">${text}</p>` : nothing
}

type Captions = Strings['figures']['joint']

/** Of a gated layer only the gates are counted. */
export function rowCaptions(info: ActivationInfo, captions: Captions, strings: Strings): Captions {
  if (info.kind !== 'gated' || captions.preActivations === '') return captions
  return { ...captions, preActivations: rowWords(strings).gates }
}

/** Why as much flows back as does. */
export function rowReason(
  snapshot: LaneSnapshot,
  engine: Engine,
  info: ActivationInfo,
  parameters: Parameters,
  strings: Strings,
): string {
  const words = rowWords(strings)
  const concept = conceptName(engine, info)
  if (concept !== 'gated') return words.why[concept]
  const { low, high } = closedGates(engine, info, parameters)
  const share = shareBeyond(snapshot, low, high)
  return share < FEW ? words.why.gated : words.closed(strings.percent(share))
}

/** Share of what the histograms count that lies below the first or above the second, over all layers. */
function shareBeyond({ layers, low, high }: LaneSnapshot, below: number, above: number): number {
  let share = 0
  for (const layer of layers) {
    const bins = layer.histogram.length
    if (below > low) share += layer.below
    if (above < high) share += layer.above
    layer.histogram.forEach((part, bin) => {
      const x = low + ((bin + 0.5) / bins) * (high - low)
      if (x < below || x > above) share += part
    })
  }
  return share / layers.length
}

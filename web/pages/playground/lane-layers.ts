// What a lane says whose layers have functions of their own: which they are, and what flows back through all of them.

import { html, type TemplateResult } from 'lit'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { ActivationInfo } from '../../engine/types.js'
import { laneLayerWords } from '../../i18n/lane-layers.js'
import type { Strings } from '../../i18n/index.js'
import type { LaneView } from './lane-view.js'
import { functionName } from './names.js'
import { drawnParameters } from './network-spec.js'

/** What the figures draw of layers that have a function of their own. */
export const layerActivations = (layers: Readonly<Record<number, ActivationInfo>>) =>
  Object.fromEntries(
    Object.entries(layers).map(([layer, info]) => [
      layer,
      {
        id: info.id,
        kind: info.kind,
        info,
        parameters: drawnParameters({ id: info.id, parameters: {} }, info),
        name: functionName(info),
      },
    ]),
  )

/** Which layers have which function: layers 2, 4: Tanh. */
export function layerTexts(layers: Readonly<Record<number, ActivationInfo>>, strings: Strings): string[] {
  const of = new Map<string, string[]>()
  for (const [layer, info] of Object.entries(layers)) {
    const name = functionName(info)
    of.set(name, [...(of.get(name) ?? []), strings.number(Number(layer) + 1)])
  }
  return [...of].map(([name, numbers]) => laneLayerWords(strings).layers(numbers, name))
}

/** Under the lane's name, of the layers that it has. */
export const layerNotes = ({ layers }: LaneView, depth: number, strings: Strings): TemplateResult[] =>
  layerTexts(
    Object.fromEntries(Object.entries(layers).filter(([layer]) => Number(layer) < depth)),
    strings,
  ).map((text) => html`<p class="parameter">${text}</p>`)

export function mixedReason({ layers }: LaneSnapshot, strings: Strings): string {
  const slope = layers.reduce((sum, { meanSlope }) => sum + meanSlope, 0) / layers.length
  return laneLayerWords(strings).why(strings.short(slope))
}

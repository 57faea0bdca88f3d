// What a lane says whose layers have functions of their own: which they are, and what flows back through all of them.

import { html, type TemplateResult } from 'lit'
import { measured } from '../../elements/measured.js'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import { laneLayerWords } from '../../i18n/lane-layers.js'
import type { Strings } from '../../i18n/index.js'
import { reasonOf } from './flow-words.js'
import type { LaneView } from './lane-view.js'
import { functionOf } from './layer-function.js'
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
export function layerTexts(
  layers: Readonly<Record<number, ActivationInfo>>,
  strings: Strings,
  nameOf = functionName,
): string[] {
  const of = new Map<ActivationInfo, string[]>()
  for (const [layer, info] of Object.entries(layers))
    of.set(info, [...(of.get(info) ?? []), strings.number(Number(layer) + 1)])
  return [...of].map(([info, numbers]) => laneLayerWords(strings).layers(numbers, nameOf(info)))
}

/** Under the lane's name, of the layers that it has. */
export const layerNotes = ({ layers }: LaneView, depth: number, strings: Strings): TemplateResult[] =>
  layerTexts(
    Object.fromEntries(Object.entries(layers).filter(([layer]) => Number(layer) < depth)),
    strings,
  ).map((text) => html`<p class="parameter">${text}</p>`)

/** Of one function in all layers, though it is not the lane's, the reason that it has anywhere. */
export function mixedReason(
  snapshot: LaneSnapshot,
  engine: Engine,
  lane: LaneView,
  strings: Strings,
): string {
  const { layers } = snapshot
  const [{ choice, info }, ...others] = layers.map((_, layer) => functionOf(lane, layer))
  if (others.every((other) => other.info === info))
    return reasonOf(snapshot, info.kind, measured(engine, info.id, drawnParameters(choice, info)), strings)
  const slope = layers.reduce((sum, { meanSlope }) => sum + meanSlope, 0) / layers.length
  return laneLayerWords(strings).why(strings.short(slope))
}

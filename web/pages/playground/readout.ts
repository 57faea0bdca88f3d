// Every lane at one x: f, f′, and how many of the network's inputs fall there.

import { html, type TemplateResult } from 'lit'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Engine } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { marker } from './icons.js'
import type { LaneView } from './lane-view.js'
import { firstLayer, functionOf } from './layer-function.js'
import { functionName } from './names.js'
import { drawnParameters } from './network-spec.js'

/** Part of the shown range, to each side of x, that counts as here. */
const HERE = 0.05

interface At {
  value: number
  slope: number
}

export function readout(
  lanes: readonly LaneView[],
  x: number,
  layer: number | null,
  engine: Engine,
  strings: Strings,
): TemplateResult {
  const words = strings.readout
  return html`<div class="readout">
    <table>
      <caption class="vh">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.at(strings.fixed(x, 2))}</th>
          <th scope="col"><i>f</i></th>
          <th scope="col"><i>f′</i></th>
          <th scope="col">${words.inputs}</th>
        </tr>
      </thead>
      <tbody>
        ${lanes.map((lane) => row(lane, valuesAt(lane, x, layer, engine), x, layer, strings))}
      </tbody>
    </table>
  </div>`
}

function row(
  lane: LaneView,
  at: At | null,
  x: number,
  layer: number | null,
  strings: Strings,
): TemplateResult {
  const share = lane.snapshot && inputsAt(lane.snapshot, x, layer)
  const { none } = strings.readout
  return html`<tr>
    <th scope="row"><span>${marker(lane.slot)}${functionName(functionOf(lane, layer).info)}</span></th>
    <td>${at ? strings.fixed(at.value, 3) : none}</td>
    <td>${at ? strings.fixed(at.slope, 3) : none}</td>
    <td>${share === null ? none : strings.percent(share)}</td>
  </tr>`
}

function valuesAt(lane: LaneView, x: number, layer: number | null, engine: Engine): At | null {
  const { snapshot } = lane
  const { choice, info } = functionOf(lane, layer)
  if (!info.elementWise) return null
  const parameters = drawnParameters(choice, info)
  // What training made of the learned ones, in the chosen layer or the first that has the function.
  for (const { name } of info.parameters)
    parameters[name] = snapshot?.layers[layer ?? firstLayer(lane)]?.parameters[name]?.[0] ?? parameters[name]
  // Training may drive a learned parameter to where the function is not offered.
  const offered = info.parameters.every(
    ({ name, min, max }) => parameters[name] >= min && parameters[name] <= max,
  )
  if (!offered) return null
  const { value, slope } = engine.evaluate(info.id, Float32Array.of(x), parameters)
  return { value: value[0], slope: slope[0] }
}

function inputsAt({ layers, low, high }: LaneSnapshot, x: number, layer: number | null): number {
  const chosen = layer === null ? layers : layers.slice(layer, layer + 1)
  if (chosen.length === 0) return 0
  const bins = chosen[0].histogram.length
  const centre = ((x - low) / (high - low)) * bins
  const first = Math.max(0, Math.round(centre - HERE * bins))
  const last = Math.min(bins, Math.round(centre + HERE * bins))
  let share = 0
  for (const { histogram } of chosen) for (let bin = first; bin < last; bin++) share += histogram[bin]
  return share / chosen.length
}

// The parameters of a lane's function: a slider for what is fixed, words for what training or chance decides.

import { html, nothing, type TemplateResult } from 'lit'
import type { Engine, ParameterInfo } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { parameterWords } from '../../i18n/parameters.js'
import { adoptSheet } from './adopt-sheet.js'
import parameterStyles from './lane-parameters.css?inline'
import { curveNote } from './lane-of-rows.js'
import { firstLayer } from './layer-function.js'
import { parameterName } from './parameter-name.js'
import type { LaneView } from './lane-view.js'
import { parameterSlider } from './parameter-slider.js'
import { nearestParameter } from './state.js'

adoptSheet(parameterStyles)

export type SetParameter = (name: string, value: number | null) => void

export function laneParameters(
  lane: LaneView,
  engine: Engine,
  strings: Strings,
  set: SetParameter,
): (TemplateResult | typeof nothing)[] {
  const fields = lane.info.parameters.map((parameter) => {
    const value = lane.choice.parameters[parameter.name]
    if (parameter.learned) return learned(lane, parameter, strings)
    if (parameter.noise && value === undefined) return sampled(parameter, strings, set)
    return html`<div class="parameter">
      ${parameterSlider(parameter, value ?? parameter.default, (next) => set(parameter.name, next))}
      ${
        parameter.noise
          ? html`<button @click=${() => set(parameter.name, null)}>${parameterWords(strings).sample}</button>`
          : nothing
      }
    </div>`
  })
  return [...fields, curveNote(engine, lane.info, strings)]
}

function learned(lane: LaneView, parameter: ParameterInfo, strings: Strings): TemplateResult {
  const layer = firstLayer(lane)
  const values = lane.snapshot?.layers[layer]?.parameters[parameter.name]
  const name = parameterName(parameter)
  const words =
    values && values.length > 0
      ? parameterWords(strings).learns(name, strings.fixed(values[0], 3), strings.number(layer + 1))
      : parameterWords(strings).learnsLater(name)
  return html`<div class="parameter">${words}</div>`
}

function sampled(parameter: ParameterInfo, strings: Strings, set: SetParameter): TemplateResult {
  const { low, high } = parameter.noise as { low: number; high: number }
  return html`<div class="parameter">
    ${parameterWords(strings).sampled(parameterName(parameter), strings.short(low), strings.short(high))}
    <button
      @click=${() => set(parameter.name, nearestParameter(parameter, Number(parameter.default.toPrecision(3))))}
    >
      ${parameterWords(strings).fix}
    </button>
  </div>`
}

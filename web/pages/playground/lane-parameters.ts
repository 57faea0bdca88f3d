// The parameters of a lane's function: a slider for what is fixed, words for what training or chance decides.

import { html, nothing, type TemplateResult } from 'lit'
import type { ParameterInfo } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { parameterName } from './names.js'
import './scrub-number.js'
import type { LaneView } from './lane-view.js'
import { nearestParameter } from './state.js'

export type SetParameter = (name: string, value: number | null) => void

/** Steps of a slider over its whole range, at least. */
const STEPS = 200

export function laneParameters(lane: LaneView, strings: Strings, set: SetParameter): TemplateResult[] {
  return lane.info.parameters.map((parameter) => {
    const value = lane.choice.parameters[parameter.name]
    if (parameter.learned) return learned(lane, parameter, strings)
    if (parameter.noise && value === undefined) return sampled(parameter, strings, set)
    return slider(parameter, value ?? parameter.default, strings, set)
  })
}

function learned(lane: LaneView, parameter: ParameterInfo, strings: Strings): TemplateResult {
  const values = lane.snapshot?.layers[0]?.parameters[parameter.name]
  const name = parameterName(parameter)
  const words =
    values && values.length > 0
      ? strings.lane.learns(name, strings.fixed(values[0], 3))
      : strings.lane.learnsLater(name)
  return html`<div class="parameter">${words}</div>`
}

function sampled(parameter: ParameterInfo, strings: Strings, set: SetParameter): TemplateResult {
  const { low, high } = parameter.noise as { low: number; high: number }
  return html`<div class="parameter">
    ${strings.lane.sampled(parameterName(parameter), strings.short(low), strings.short(high))}
    <button
      @click=${() => set(parameter.name, nearestParameter(parameter, Number(parameter.default.toPrecision(3))))}
    >
      ${strings.lane.fix}
    </button>
  </div>`
}

/** A round number of at most a part of the range. */
function stepOf({ min, max, integer }: ParameterInfo): number {
  return integer ? 1 : 10 ** Math.floor(Math.log10((max - min) / STEPS))
}

function slider(
  parameter: ParameterInfo,
  value: number,
  strings: Strings,
  set: SetParameter,
): TemplateResult {
  const { min, max } = parameter
  const step = stepOf(parameter)
  const name = parameterName(parameter)
  const shown = Number(value.toPrecision(4))
  const nearest = (typed: number) => nearestParameter(parameter, typed)
  return html`<div class="parameter">
    <div class="control-head">
      <i>${name}</i>
      <scrub-number
        .value=${shown}
        .label=${parameter.name}
        .min=${min}
        .max=${max}
        .nearest=${nearest}
        .move=${(from: number, steps: number) => Number((from + steps * step).toFixed(6))}
        @value-changed=${(event: CustomEvent<number>) => set(parameter.name, event.detail)}
      ></scrub-number>
    </div>
    <input
      type="range"
      aria-label=${parameter.name}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(shown)}
      @input=${(event: InputEvent) => set(parameter.name, nearest(Number((event.target as HTMLInputElement).value)))}
    />
    ${
      parameter.noise
        ? html`<button @click=${() => set(parameter.name, null)}>${strings.lane.sample}</button>`
        : nothing
    }
  </div>`
}

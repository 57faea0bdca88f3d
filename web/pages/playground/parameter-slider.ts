// A parameter of a function: its letter, its value to scrub or type, and a slider over all that it may be.

import { html, type TemplateResult } from 'lit'
import type { ParameterInfo } from '../../engine/types.js'
import { parameterName } from './parameter-name.js'
import './scrub-number.js'
import { nearestParameter } from './state.js'

/** Steps of a slider over its whole range, at least. */
const STEPS = 200

/** A round number of at most a part of the range. */
function stepOf({ min, max, integer }: ParameterInfo): number {
  return integer ? 1 : 10 ** Math.floor(Math.log10((max - min) / STEPS))
}

export function parameterSlider(
  parameter: ParameterInfo,
  value: number,
  set: (value: number) => void,
): TemplateResult {
  const { min, max } = parameter
  const step = stepOf(parameter)
  const name = parameterName(parameter)
  const shown = Number(value.toPrecision(4))
  const nearest = (typed: number) => nearestParameter(parameter, typed)
  return html`<div class="control-head">
      <i>${name}</i>
      <scrub-number
        .value=${shown}
        .label=${parameter.name}
        .min=${min}
        .max=${max}
        .nearest=${nearest}
        .move=${(from: number, steps: number) => Number((from + steps * step).toFixed(6))}
        @value-changed=${(event: CustomEvent<number>) => set(event.detail)}
      ></scrub-number>
    </div>
    <input
      type="range"
      aria-label=${parameter.name}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(shown)}
      @input=${(event: InputEvent) => set(nearest(Number((event.target as HTMLInputElement).value)))}
    />`
}

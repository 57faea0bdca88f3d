// What a plot says in its own place: loading, what is wrong with it, and the values at one x.

import { html, nothing, type TemplateResult } from 'lit'
import type { Engine } from '../../engine/types.js'
import { fixed } from '../format.js'
import { laneMark } from '../lane-mark.js'
import { evaluateAt } from '../sampling.js'
import type { PlotRequest } from './attributes.js'
import type { PlotWords } from './words.js'

export const loadingMessage = (say: PlotWords): TemplateResult =>
  html`<p class="message quiet" role="status">${say.loading}</p>`

/** The picture that a page put into the tag stands in for the figure. */
export const failureMessage = (say: PlotWords, reason: string): TemplateResult =>
  html`<p class="message" role="alert">${say.failed(reason)}</p>
    <slot></slot>`

export function problemMessage(
  request: PlotRequest,
  ids: string[],
  say: PlotWords,
): TemplateResult | typeof nothing {
  if (request.problems.length === 0) return nothing
  return html`<div class="message" role="alert">
    ${request.problems.map((problem) => html`<p>${problem}</p>`)}
    ${
      request.unknown
        ? html`<details>
            <summary>${say.valid(ids.length)}</summary>
            <code>${ids.join(' ')}</code>
          </details>`
        : nothing
    }
  </div>`
}

export function plotReadout(
  engine: Engine,
  request: PlotRequest,
  names: string[],
  x: number,
): TemplateResult {
  return html`<div class="readout">
    <table>
      <thead>
        <tr>
          <th>x ${fixed(x, 2)}</th>
          <th>f</th>
          <th>f′</th>
        </tr>
      </thead>
      <tbody>
        ${request.functions.map(({ info, parameters }, lane) => {
          const { value, slope } = evaluateAt(engine, info.id, parameters, x)
          return html`<tr>
            <th>${laneMark(lane)}${names[lane]}</th>
            <td>${fixed(value)}</td>
            <td>${fixed(slope)}</td>
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}

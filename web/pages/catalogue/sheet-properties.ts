// What is measured of the function at the parameters of the moment, and what its kernels make of special inputs.

import { html, nothing, type TemplateResult } from 'lit'
import { figures, short } from '../../elements/format.js'
import { measured } from '../../elements/measured.js'
import { gridOver } from '../../elements/difference.js'
import { defaultRange } from '../../elements/plot-frame.js'
import { steepest } from '../../elements/plot/steepest.js'
import { sample, samplesPerCurve } from '../../elements/sampling.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { parameterName } from '../playground/parameter-name.js'
import { propertyRows } from './property-words.js'

/** alpha = 2, as formulas write it; empty at the defaults. */
export const givenText = (info: ActivationInfo, parameters: Parameters): string =>
  info.parameters
    .filter(({ name }) => name in parameters)
    .map((parameter) => `${parameterName(parameter)} = ${short(parameters[parameter.name], 6)}`)
    .join(', ')

export function propertySection(
  engine: Engine,
  info: ActivationInfo,
  parameters: Parameters,
  words: CatalogueWords,
): TemplateResult {
  const properties = measured(engine, info.id, parameters)
  const given = givenText(info, parameters)
  const where = given ? `${words.sheet.atParameters(given)} · ` : ''
  const top = steepestAt(engine, info.id, parameters)
  return html`<section>
    <h3>${words.sheet.properties} <span>${where}${words.sheet.propertiesNote}</span></h3>
    <dl class="properties">
      ${propertyRows(properties, words, top).map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="note">${words.gains}</p>
  </section>`
}

const FINER = 201
const ROUNDS = 2

/**
 * The x of the dot in the figure above, on the range that it shows at first; then twice among finer points around the
 * last, where a float32 slope is the same at several, the middle of them.
 */
function steepestAt(engine: Engine, id: string, parameters: Parameters): number | null {
  const properties = measured(engine, id, parameters)
  const curve = sample(engine, id, parameters, properties, defaultRange, samplesPerCurve)
  let at = steepest(curve, properties.slopeBound)?.x
  if (at === undefined) return null
  let reach = (defaultRange.high - defaultRange.low) / samplesPerCurve
  for (let round = 0; round < ROUNDS; round++, reach /= FINER / 4) {
    const x = gridOver({ low: at - reach, high: at + reach }, FINER)
    const sizes = engine.evaluate(id, x, parameters).slope.map(Math.abs)
    const most = Math.max(...sizes)
    at = (x[sizes.indexOf(most)] + x[sizes.lastIndexOf(most)]) / 2
  }
  return at
}

const SPECIALS: readonly (readonly [label: string, x: number])[] = [
  ['−∞', -Infinity],
  ['−0', -0],
  ['+0', 0],
  ['+∞', Infinity],
  ['NaN', NaN],
]

/** The sign of a zero is part of it. */
const written = (value: number): string => (Object.is(value, -0) ? '−0' : figures(value))

export function specialSection(
  engine: Engine,
  info: ActivationInfo,
  parameters: Parameters,
  words: CatalogueWords,
): TemplateResult {
  const x = Float32Array.from(SPECIALS, ([, at]) => at)
  const { value, slope } = engine.evaluate(info.id, x, parameters)
  const row = (head: string, numbers: Float32Array) =>
    html`<tr>
      <th scope="row">${head}</th>
      ${[...numbers].map((number) => html`<td>${written(number)}</td>`)}
    </tr>`
  const given = givenText(info, parameters)
  return html`<section>
    <h3>
      ${words.sheet.specials} ${given ? html`<span>${words.sheet.atParameters(given)}</span>` : nothing}
    </h3>
    <table class="specials" aria-label=${words.sheet.specials}>
      <thead>
        <tr>
          <th scope="col">x</th>
          ${SPECIALS.map(([label]) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row('f', value)} ${row('f ′', slope)}
      </tbody>
    </table>
  </section>`
}

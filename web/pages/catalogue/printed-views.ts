// A property as it is printed, against the kernels: the figure and the sentence for each.

import { html, type TemplateResult } from 'lit'
import '../../elements/activation-band.js'
import type { Band } from '../../elements/activation-band.js'
import { gridOver, comparedPoints, largestDifference } from '../../elements/difference.js'
import { figures, honestPercent, short } from '../../elements/format.js'
import { measured } from '../../elements/measured.js'
import { defaultRange } from '../../elements/plot-frame.js'
import { conventionName } from './difference-names.js'
import type { Sheet } from './difference-views.js'
import type { Printed, PrintedDifference } from './differences/types.js'
import { range as rangeText, smoothnessMark } from './property-words.js'
import { steady } from './steady.js'

export function printedView(difference: PrintedDifference, versus: number, sheet: Sheet): TemplateResult {
  const side = difference.sides[versus]
  const { printed } = side
  const label = conventionName(difference, side, sheet.words)
  switch (printed?.property) {
    case 'range':
      return rangeView(printed, label, sheet)
    case 'not monotone':
      return monotoneView(label, sheet)
    case 'even':
      return evenView(label, sheet)
    case 'smooth':
      return smoothView(printed, label, sheet)
    case undefined:
      return html``
  }
}

const figure = ({ engine }: Sheet, band: Band, label: string): TemplateResult =>
  html`<activation-band .engine=${engine} .band=${steady(band)} .label=${label}></activation-band>`

const stated = (text: string): TemplateResult => html`<p class="stated"><b>${text}</b></p>`

type Of<Property extends Printed['property']> = Extract<Printed, { property: Property }>

function rangeView({ of, low, high }: Of<'range'>, label: string, sheet: Sheet): TemplateResult {
  const { engine, info, words } = sheet
  const properties = measured(engine, info.id, {})
  const values = engine.evaluate(info.id, gridOver(defaultRange, comparedPoints), {})[of]
  const outside = values.filter((value) => value < low || value > high).length / values.length
  const what = of === 'slope' ? `|f′| ≤ ${short(properties.slopeBound, 4)}` : `f: ${rangeText(properties)}`
  const text = outside > 0 ? words.stated.outside(what, honestPercent(outside)) : words.stated.tooWide(what)
  return html`${figure(sheet, { id: info.id, parameters: {}, of, said: { low, high } }, label)}
  ${stated(text)}`
}

function monotoneView(label: string, sheet: Sheet): TemplateResult {
  const { engine, info, words } = sheet
  const { monotonic } = measured(engine, info.id, {})
  const { slope } = engine.evaluate(info.id, gridOver(defaultRange, comparedPoints))
  const band: Band = { id: info.id, parameters: {}, of: 'slope', said: { low: 0, high: Infinity } }
  return html`${figure(sheet, band, label)}
  ${stated(words.stated.monotone(words.monotonic[monotonic], figures(Math.min(...slope))))}`
}

function evenView(label: string, { engine, info, words }: Sheet): TemplateResult {
  const [first, second] = [{ id: info.id }, { id: info.id, scale: -1 }]
  const largest = largestDifference(engine, first, second, defaultRange, 'value')
  const { symmetry } = measured(engine, info.id, {})
  return html`<activation-difference
      .engine=${engine}
      .first=${steady({ ...first, name: 'f(x)' })}
      .second=${steady({ ...second, name: 'f(−x)' })}
      .label=${label}
    ></activation-difference>
    ${stated(
      words.stated.even(words.symmetry[symmetry], figures(Math.abs(largest.difference)), short(largest.x)),
    )}`
}

function smoothView(
  { at, parameter, values }: Of<'smooth'>,
  label: string,
  { engine, info, words }: Sheet,
): TemplateResult {
  const each = values.map((value) => {
    const properties = measured(engine, info.id, { [parameter]: value })
    return `${parameter} = ${short(value)}: ${smoothnessMark(properties, words)}`
  })
  const parameters = { [parameter]: values[1] }
  const { slopeJumps } = measured(engine, info.id, parameters)
  const jump = slopeJumps.find(({ x }) => x === at)
  const taken = jump ? [jump.left, jump.right].map((value) => ({ name: label, value, x: at })) : []
  const kink = { id: info.id, parameters, x: at, reach: 2.5, of: 'slope' as const, at: String(at), taken }
  return html`<activation-kink .engine=${engine} .kink=${steady(kink)} .label=${label}></activation-kink>
    ${stated(words.stated.smooth(each.join('; ')))}`
}

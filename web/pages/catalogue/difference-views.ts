// Two conventions of one function: the figure and the sentence, for each kind of disagreement.

import { html, type TemplateResult } from 'lit'
import '../../elements/activation-difference.js'
import '../../elements/activation-error-growth.js'
import '../../elements/activation-kink.js'
import type { Kink } from '../../elements/activation-kink.js'
import { comparedPoints, largestDifference, mostSteps } from '../../elements/difference.js'
import { figures, integer, short } from '../../elements/format.js'
import { defaultRange, type Range } from '../../elements/plot-frame.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { conventionName, shortName } from './difference-names.js'
import { growthOf, ROUNDING } from './differences/arithmetic.js'
import { halvesSide } from './differences/halves.js'
import { nanOf } from './differences/nan.js'
import { kinkOf } from './differences/points.js'
import type * as Kinds from './differences/types.js'
import { printedView } from './printed-views.js'
import { interval } from './property-words.js'
import { steady } from './steady.js'

export interface Sheet {
  engine: Engine
  info: ActivationInfo
  words: CatalogueWords
}

export function compared(difference: Kinds.Difference, versus: number, sheet: Sheet): TemplateResult {
  switch (difference.what) {
    case 'function':
      return functionView(difference, difference.sides[0], difference.sides[versus], sheet)
    case 'halves':
      return halvesView(difference, versus, sheet)
    case 'point':
      return pointView(difference, versus, sheet)
    case 'nan':
      return nanView(difference, versus, sheet)
    case 'arithmetic':
      return arithmeticView(difference, versus, sheet)
    case 'printed':
      return printedView(difference, versus, sheet)
  }
}

/** This much is not rounding any more. */
const mostRounding = 8

function functionView(
  difference: Kinds.Difference,
  given: Kinds.FunctionSide,
  second: Kinds.FunctionSide,
  sheet: Sheet,
): TemplateResult {
  const { engine, words } = sheet
  const { range = defaultRange, against = given } = second
  const label = [given, second].map((side) => conventionName(difference, side, words)).join(' | ')
  const named = (side: Kinds.FunctionSide) => ({ ...side, name: shortName(difference, side, words) })
  return html`<activation-difference
      .engine=${engine}
      .first=${steady({ ...against, name: shortName(difference, given, words) })}
      .second=${steady(named(second))}
      .range=${range}
      .label=${label}
    ></activation-difference>
    <p class="stated">${functionStated(against, second, range, sheet)}</p>`
}

function functionStated(
  first: Kinds.FunctionSide | NonNullable<Kinds.FunctionSide['against']>,
  second: Kinds.FunctionSide,
  range: Readonly<Range>,
  { engine, words: { stated } }: Sheet,
): TemplateResult {
  const value = largestDifference(engine, first, second, range, 'value')
  const slope = largestDifference(engine, first, second, range, 'slope')
  const size = (of: { difference: number }) => figures(Math.abs(of.difference))
  // What is compared are slopes themselves.
  if (Number.isNaN(slope.difference))
    return html`<b>${stated.farthestSlopes(size(value), short(value.x), interval(range))}</b>`
  if (value.difference === 0 && slope.difference === 0)
    return html`<b>${stated.agree(interval(range), comparedPoints.toLocaleString('en'))}</b>`
  const steps = mostSteps(engine, first, second, range)
  const same = (second.constants ?? []).filter((one) => Math.fround(one.first) === Math.fround(one.second))
  const further = second.constants
    ? stated.constants(same.map(({ name }) => name).join(', '))
    : steps <= mostRounding
      ? stated.steps(steps)
      : ''
  return html`<b>${stated.farthest(size(value), short(value.x), interval(range))}</b>
    ${slope.difference === 0 ? stated.slopesEqual : stated.slopesFarthest(size(slope), short(slope.x))}
    ${further}`
}

function halvesView(difference: Kinds.HalvesDifference, versus: number, sheet: Sheet): TemplateResult {
  const side = (index: number) => halvesSide(sheet.info.id, difference.sides[index], difference)
  return html`${functionView(difference, side(0), side(versus), sheet)}
    <p class="stated">${sheet.words.stated.onRow(short(difference.other))}</p>`
}

const labelOf = (taken: Kink['taken']): string =>
  taken.map(({ name, value }) => `${name}: ${figures(value)}`).join('; ')

const kinkFigure = (engine: Engine, kink: Kink): TemplateResult =>
  html`<activation-kink
    .engine=${engine}
    .kink=${steady(kink)}
    .label=${labelOf(kink.taken)}
  ></activation-kink>`

function pointView(
  difference: Kinds.PointDifference,
  versus: number,
  { engine, words }: Sheet,
): TemplateResult {
  const { kink, limits } = kinkOf(engine, difference, versus, (side) =>
    conventionName(difference, side, words),
  )
  const [first, second] = kink.taken.map(({ value }) => value)
  const name = `${kink.of === 'slope' ? 'f′' : 'f'}(${kink.at})`
  const text =
    first === second
      ? words.stated.kinkAgrees(name, figures(first), figures(limits.left), figures(limits.right))
      : words.stated.kink(name, figures(first), figures(second), figures(Math.abs(second - first)))
  return html`${kinkFigure(engine, kink)}
    <p class="stated"><b>${text}</b></p>`
}

function nanView(
  difference: Kinds.NanDifference,
  versus: number,
  { engine, info, words }: Sheet,
): TemplateResult {
  const { sides } = difference
  const { kink, values } = nanOf(engine, info.id, [sides[0], sides[versus]], (side) =>
    conventionName(difference, side, words),
  )
  const [here, there] = kink.taken.map(({ value }) => value)
  const { stated } = words
  return html`${kinkFigure(engine, kink)}
    <p class="stated">
      <b>${Number.isNaN(there) ? stated.nanAgrees : stated.nan(figures(here), figures(there))}</b>
      ${Number.isNaN(values[1]) ? stated.nanKept : stated.nanLost(figures(values[1]))}
    </p>`
}

/** Where the reference begins to see it. */
const seenAt = 1e4

function arithmeticView(
  difference: Kinds.ArithmeticDifference,
  versus: number,
  { engine, info, words }: Sheet,
): TemplateResult {
  const { sides } = difference
  const second = sides[versus]
  const growth = growthOf(engine, info.id, [sides[0], second], (side) =>
    conventionName(difference, side, words),
  )
  const [ours, theirs] = growth.lines
  const error = theirs.error[growth.x.findIndex((x) => x >= seenAt * (1 - 1e-9))]
  const roundings = error / (second.arithmetic ? ROUNDING[second.arithmetic] : NaN)
  return html`<activation-error-growth
      .growth=${steady(growth)}
      .label=${growth.lines.map(({ name }) => name).join(' | ')}
    ></activation-error-growth>
    <p class="stated">
      <b
        >${words.stated.arithmetic(integer(seenAt), figures(error), integer(Number(roundings.toPrecision(2))))}</b
      >
      ${words.stated.arithmeticHere(figures(Math.max(...ours.error)))}
    </p>`
}

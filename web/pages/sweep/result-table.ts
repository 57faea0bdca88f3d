// The result: a row a function, a column a value. A cell says how the middle network answers and shows all of them as
// dots; it leads to that network in the playground.

import { html, nothing, svg, type TemplateResult } from 'lit'
import type { ActivationInfo } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { sweepWords } from '../../i18n/sweep.js'
import { valueLabel } from '../playground/controls.js'
import { layerTexts } from '../playground/lane-layers.js'
import { ownFunctions } from '../playground/layer-function.js'
import { functionName, isOwn } from '../playground/names.js'
import { writeLane, type LaneChoice } from '../playground/state.js'
import { acrossLabel, type Value } from './across.js'
import { hasLearned, scoreOf, type Cell, type Outcome } from './outcome.js'
import { addressOf } from './plan.js'
import type { SweepState } from './state.js'

export interface Results {
  state: SweepState
  cells: readonly Cell[]
  catalogue: readonly ActivationInfo[]
  strings: Strings
  pageKeys: Readonly<Record<string, string>>
}

/** The strip of dots: its width, and where guessing and everything right stand. */
const STRIP = { width: 84, height: 12, left: 5, right: 79 }
/** How dark a cell gets, in steps: a strict host lets no style of an element's own through. */
const SHADES = 6
/** Letters of the values at which a function learns, beyond which they are counted. */
const LONGEST_LIST = 24

export function nameOf(choice: LaneChoice, catalogue: readonly ActivationInfo[], strings: Strings): string {
  const parameters = Object.entries(choice.parameters).map(([name, value]) => `${name} = ${value}`)
  const info = catalogue.find(({ id }) => id === choice.id)
  const layers = layerTexts(ownFunctions(choice, catalogue), strings, wholeName)
  const details = [...parameters, ...layers].join(', ')
  return `${info ? wholeName(info) : choice.id}${details && ` (${details})`}`
}

/** Of a reader's own the whole text: there is room. */
const wholeName = (info: ActivationInfo): string => (isOwn(info.id) ? info.name.en : functionName(info))

export function outcomeText({ row }: Outcome, { number, loss }: Strings): string {
  const { accuracy, loss: lost } = scoreOf(row)
  if (accuracy === null) return loss(lost)
  // Cut, not rounded: what is not bold is not 90 %.
  return `${number(Math.floor(accuracy * 1000 + 1e-3) / 10)}\u2009%`
}

/** Cells of one function. */
export const rowOf = ({ cells, state }: Results, k: number): readonly Cell[] =>
  cells.slice(k * state.values.length, (k + 1) * state.values.length)

export function resultTable(results: Results): TemplateResult {
  const { state, catalogue, strings } = results
  const label = acrossLabel(state.across, strings, state.settings)
  return html`<div class="results" tabindex="0" role="group" aria-label=${label}>
    <table>
      <thead>
        <tr>
          <td></td>
          <th class="across" scope="colgroup" colspan=${state.values.length}>${label}</th>
        </tr>
        <tr>
          <td></td>
          ${state.values.map((value) => html`<th scope="col">${valueLabel(state.across, value, strings)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${state.functions.map(
          (choice, k) =>
            html`<tr data-function=${writeLane(choice)}>
              <th scope="row">
                <span>${nameOf(choice, catalogue, strings)}</span><small>${whereItLearns(results, k)}</small>
              </th>
              ${rowOf(results, k).map((cell, column) => resultCell(results, choice, state.values[column], cell))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function whereItLearns(results: Results, k: number): string {
  const { state, strings } = results
  const words = sweepWords(strings)
  const cells = rowOf(results, k)
  if (cells.some(({ median }) => median === null)) return ''
  const learned = state.values.filter((_, column) => hasLearned(cells[column]))
  if (learned.length === 0) return words.nowhere
  if (learned.length === cells.length) return words.everywhere
  const text = learned.map((value) => valueLabel(state.across, value, strings))
  return text.join('').length > LONGEST_LIST
    ? words.learnsAtMany(learned.length, cells.length)
    : words.learnsAt(text)
}

function resultCell(results: Results, choice: LaneChoice, value: Value, cell: Cell): TemplateResult {
  const { state, strings, catalogue, pageKeys } = results
  const words = sweepWords(strings)
  const { median, outcomes, diverged, refused } = cell
  if (refused !== null) return html`<td class="refused" title=${refused}>${words.refused}</td>`
  const lost = diverged > 0 ? words.diverged(diverged, outcomes.length) : ''
  const picture = html`${strip(outcomes, median)}${lost ? html`<small class="lost">${lost}</small>` : nothing}`
  if (!median)
    return html`<td class="waiting">
      <b><span class="vh">${words.waiting}</span>&nbsp;</b>${picture}
    </td>`
  const finite = outcomes.filter(({ quality }) => !Number.isNaN(quality))
  const text = Number.isNaN(median.quality) ? lost : outcomeText(median, strings)
  const shade = Math.round(SHADES * Math.max(0, Math.min(1, median.quality || 0)))
  const label = acrossLabel(state.across, strings, state.settings)
  const spread = finite.length > 1 ? spreadOf(finite, strings) : ''
  const spoken = [text, spread, lost].filter(Boolean)
  return html`<td class="shade${shade} ${hasLearned(cell) ? 'learned' : ''}">
    <a
      href=${addressOf(state, choice, value, median.row.seed, pageKeys)}
      title=${spread || nothing}
      aria-label=${words.cell(
        nameOf(choice, catalogue, strings),
        label,
        valueLabel(state.across, value, strings),
        [...new Set(spoken)].join('; '),
      )}
      ><b>${Number.isNaN(median.quality) ? '–' : text}</b>${picture}</a
    >
  </td>`
}

function spreadOf(finite: readonly Outcome[], strings: Strings): string {
  const order = [...finite].sort((a, b) => a.quality - b.quality)
  const [low, high] = [order[0], order[order.length - 1]].map((outcome) => outcomeText(outcome, strings))
  return sweepWords(strings).spread(finite.length, low, high)
}

function strip(outcomes: readonly Outcome[], median: Outcome | null): TemplateResult {
  const { width, height, left, right } = STRIP
  const middle = height / 2
  const x = (quality: number) => left + Math.max(0, Math.min(1, quality)) * (right - left)
  const dots = outcomes.filter((outcome) => !Number.isNaN(outcome.quality) && outcome !== median)
  const drawn = median && !Number.isNaN(median.quality) ? [...dots, median] : dots
  return html`<svg class="strip" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path d="M${left} ${middle}H${right}M${left} 2V10M${right} 2V10" />
    ${drawn.map(
      (outcome) =>
        svg`<circle class=${outcome === median ? 'median' : ''} cx=${x(outcome.quality)} cy=${middle} r="2.7" />`,
    )}
  </svg>`
}

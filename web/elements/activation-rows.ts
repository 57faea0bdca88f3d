// <activation-rows>: a function of rows over one of its inputs, in ink, the other inputs held still: softmax and its kin
// over the first number of a row, gated functions over their gate, Maxout over the input of its lines. Values solid,
// derivatives dashed, draws of a noisy one as dots. Stands on a sheet (the token surface).

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { ActivationInfo, Engine, Parameters } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, drawText, fade, fitCanvas, type Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { drawLabel, placeLabels, type LabelWish } from './curve-labels.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { fixedHeight } from './fixed-height.css.js'
import { fixed, tick } from './format.js'
import { TracedFigure } from './plot/traced-figure.js'
import { valueWindow } from './plot/value-window.js'
import { defaultRange, PlotFrame, type Range } from './plot-frame.js'
import { CONCEPTS, conceptName } from './rows/concepts.js'
import { sampleLines, type HeldValues, type RowFunction, type SampledLine } from './rows/row-function.js'
import { samplesPerCurve, type SampledCurve } from './sampling.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

const margin = { left: 30, right: 2, top: 4, bottom: 22 }
const besideWidth = { value: 1.4, slope: 1.1 }
const besideDash = [3, 3]
const besideDot = 2.4
const drawnDots = 420
const dotRadius = 1.4
/** Less than a reader can see. */
const indistinct = 1e-4
/** Of the y-axis, what stays free above and below. */
const pad = 0.08

export class ActivationRows extends TracedFigure {
  static override styles = [...TracedFigure.styles, fixedHeight(220)]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) info: ActivationInfo | null = null
  @property({ attribute: false }) parameters: Parameters = {}
  @property({ attribute: false }) held: HeldValues = {}

  protected override get wholeRange(): Readonly<Range> {
    return defaultRange
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('info')) this.zoomed = null
  }

  private made: { key: string; rows: RowFunction } | null = null

  private rowFunction(parameters: Parameters, held: HeldValues): RowFunction | null {
    const { engine, info } = this
    if (!engine || !info) return null
    const key = JSON.stringify([info.id, parameters, held])
    if (this.made?.key === key) return this.made.rows
    const rows = CONCEPTS[conceptName(engine, info)].of(engine, info, parameters, held)
    this.made = { key, rows }
    return rows
  }

  private get shown(): RowFunction | null {
    return this.rowFunction(this.parameters, this.held)
  }

  /** What is drawn of every line at x, in the order of its names. */
  private at(rows: RowFunction, x: number): { name: string; value: number; slope: boolean; main: boolean }[] {
    const points = rows.evaluate(Float32Array.of(x))
    return rows.lines.flatMap(({ name, slopeName, main }, k) => [
      ...(name ? [{ name, value: points[k].value[0], slope: false, main }] : []),
      ...(slopeName ? [{ name: slopeName, value: points[k].slope[0], slope: true, main }] : []),
    ])
  }

  protected override overlay(): TemplateResult | typeof nothing {
    const { hoverX, shown } = this
    if (!shown || hoverX === null) return nothing
    const row = (name: string, text: string) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${text}</td>
      </tr>`
    return html`<div class="readout" aria-live="polite">
      <table>
        <tbody>
          ${row(shown.axis, fixed(hoverX, 2))}
          ${this.at(shown, hoverX).map(({ name, value }) => row(name, fixed(value)))}
        </tbody>
      </table>
    </div>`
  }

  /** The y-axis belongs to the defaults, so that it stands still while a slider moves. */
  private frameOf(): PlotFrame {
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const range = this.shownRange
    const rows = this.rowFunction({}, {})!
    const lines = sampleLines(rows, range, samplesPerCurve).flatMap(({ name, slopeName, curve }) =>
      curve.branches.flatMap(({ value, slope }) => [...(name ? [value] : []), ...(slopeName ? [slope] : [])]),
    )
    const span = (height * (range.high - range.low)) / width
    return new PlotFrame(margin.left, margin.top, width, height, range, fitted(lines, span))
  }

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    if (!this.engine || !this.info) return
    const plot = (this.plot = this.frameOf())
    const rows = this.shown!
    const lines = sampleLines(rows, plot.xRange, samplesPerCurve)
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    drawText(context, rows.axis, plot.right - 2, plot.bottom + 15, {
      colour: palette.ink2,
      italic: true,
      align: 'right',
    })
    context.save()
    plot.clip(context, 2)
    drawDraws(context, plot, rows, palette)
    // The main line lies above the others.
    for (const main of [false, true])
      for (const line of lines) if (line.main === main) drawRowLine(context, plot, line, palette)
    context.restore()
    for (const label of placeLabels(context, labelsOf(lines, palette), plot))
      drawLabel(context, label, palette.surface)
  }

  protected override drawTraced(context: Context, plot: PlotFrame, x: number, palette: Palette): void {
    const { shown } = this
    if (!shown) return
    const inside = (y: number) => y >= plot.top - 2 && y <= plot.bottom + 2
    for (const { value, slope, main } of this.at(shown, x)) {
      const y = plot.y(value)
      const colour = main ? palette.ink : palette.ink3
      if (inside(y))
        drawDot(context, plot.x(x), y, main && !slope ? 4 : 3.2, colour, slope ? palette.surface : null)
    }
  }

  protected override describe(): TableContent[] {
    const { shown } = this
    if (!shown) return []
    const { step, values } = roundTicks(this.shownRange.low, this.shownRange.high, 10)
    const head = [shown.axis, ...this.at(shown, 0).map(({ name }) => name)]
    const rows = values.map((x) => [tick(x, step), ...this.at(shown, x).map(({ value }) => fixed(value))])
    return [{ caption: this.label, head, rows }]
  }
}

/** Where they all fit, as high as they are; else, with units as long as those of x, where most of them are. */
function fitted(lines: Float32Array[], span: number): Range {
  const values = lines.flatMap((line) => [...line]).filter(Number.isFinite)
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (high - low > span * (1 - 2 * pad)) return valueWindow(lines, span)
  const room = pad * (high - low || 1)
  return { low: low - room, high: high + room }
}

function drawRowLine(context: Context, plot: PlotFrame, line: SampledLine, palette: Palette): void {
  const { name, slopeName, main, curve } = line
  const [strong, light] = main ? [palette.ink, palette.ink2] : [palette.ink3, palette.ink3]
  if (slopeName) {
    const path = slopePath(curve, plot)
    if (main) strokeSlope(context, path, light)
    else strokeSlope(context, path, light, besideWidth.slope, besideDash)
    drawJumps(context, plot, curve.slopeJumps, light, palette.surface, main ? undefined : besideDot)
  }
  if (!name) return
  strokeValue(context, valuePath(curve, plot), strong, main ? undefined : besideWidth.value)
  drawJumps(context, plot, curve.valueJumps, strong, palette.surface, main ? undefined : besideDot)
}

function drawDraws(context: Context, plot: PlotFrame, rows: RowFunction, palette: Palette): void {
  if (!rows.draw) return
  const { low, high } = plot.xRange
  const x = Float32Array.from({ length: drawnDots }, (_, i) => low + ((high - low) * (i + 0.5)) / drawnDots)
  context.beginPath()
  rows.draw(x).forEach((value, i) => {
    context.moveTo(plot.x(x[i]) + dotRadius, plot.y(value))
    context.arc(plot.x(x[i]), plot.y(value), dotRadius, 0, 2 * Math.PI)
  })
  context.fillStyle = fade(palette.ink3, 0.6)
  context.fill()
}

function labelsOf(lines: readonly SampledLine[], palette: Palette): LabelWish[] {
  const wishes: LabelWish[] = []
  const add = (line: SampledLine, k: number, what: 'value' | 'slope', text: string) => {
    const { main, curve } = line
    // Lines that are one have one label: at a = 1 the output of a · g(b) is what passes back to a.
    const same = wishes.find((wish) => coincide(wish.curve, wish.what, curve, what))
    if (same) {
      same.text += `, ${text}`
      return
    }
    wishes.push({
      text,
      note: '',
      curve,
      what,
      colour: main ? palette.ink : palette.ink3,
      preferred: what === 'value' ? 0.84 - 0.1 * k : 0.6 - 0.14 * k,
      upright: true,
      light: !main || what === 'slope',
    })
  }
  lines.forEach((line, k) => line.name && add(line, k, 'value', line.name))
  lines.forEach((line, k) => line.slopeName && add(line, k, 'slope', line.slopeName))
  return wishes
}

function coincide(
  first: SampledCurve,
  firstPart: 'value' | 'slope',
  second: SampledCurve,
  secondPart: 'value' | 'slope',
): boolean {
  const values = [first, second].map(({ branches }, which) =>
    branches.flatMap((branch) => [...branch[which ? secondPart : firstPart]]),
  )
  // Other jumps, other points.
  return (
    values[0].length === values[1].length &&
    values[0].every((value, i) => Math.abs(value - values[1][i]) < indistinct)
  )
}

define('activation-rows', ActivationRows)

declare global {
  interface HTMLElementTagNameMap {
    'activation-rows': ActivationRows
  }
}

// <activation-difference>: two conventions of one function. Above, both on the same axes; below, on a scale of its own,
// what lies between them, with the place where that is most. Stands on a sheet (the token surface).

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Engine } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, drawLine, fade, fitCanvas, onGrid, type Context } from './canvas.js'
import { slopeDash } from './curve.js'
import { define } from './define.js'
import { cutsOf, evaluateSide, type Side } from './difference/sides.js'
import { drawStrip, strokeLine, stripFrame, stripSpace } from './difference/strip.js'
import { gridWithCuts, largestDifference } from './difference.js'
import type { Palette } from './environment.js'
import { fixedHeight } from './fixed-height.css.js'
import { figures, fixed, tick } from './format.js'
import { TracedFigure } from './plot/traced-figure.js'
import { valueWindow } from './plot/value-window.js'
import { PlotFrame, defaultRange, rangeChanged, type Range } from './plot-frame.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export type NamedSide = Side & { name: string }

const margin = { left: 30, right: 2, top: 4, bottom: 22 }
const points = 480

interface Sampled {
  x: Float32Array
  first: Float64Array
  second: Float64Array
  difference: Float64Array
  /** Where lines are broken. */
  cuts: number[]
  areSlopes: boolean
}

export class ActivationDifference extends TracedFigure {
  static override styles = [...TracedFigure.styles, fixedHeight(216)]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) first: NamedSide | null = null
  @property({ attribute: false }) second: NamedSide | null = null
  @property({ attribute: false, hasChanged: rangeChanged }) range: Readonly<Range> = defaultRange

  protected override get wholeRange(): Readonly<Range> {
    return this.range
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('first') || changed.has('range')) this.zoomed = null
  }

  private sampled(engine: Engine, first: Side, second: Side): Sampled {
    const x = gridWithCuts(this.shownRange, points, [first, second])
    const [a, b] = [evaluateSide(engine, first, x), evaluateSide(engine, second, x)]
    return {
      x,
      first: a.value,
      second: b.value,
      difference: a.value.map((value, i) => b.value[i] - value),
      cuts: [...cutsOf(first), ...cutsOf(second)],
      areSlopes: Number.isNaN(a.slope[0]),
    }
  }

  private at(x: number): { first: number; second: number } | null {
    const { engine, first, second } = this
    if (!engine || !first || !second) return null
    const one = Float32Array.of(x)
    return {
      first: evaluateSide(engine, first, one).value[0],
      second: evaluateSide(engine, second, one).value[0],
    }
  }

  protected override overlay(): TemplateResult | typeof nothing {
    const { hoverX, first, second } = this
    const point = hoverX === null ? null : this.at(hoverX)
    if (!point || hoverX === null) return nothing
    const row = (name: string, text: string) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${text}</td>
      </tr>`
    return html`<div class="readout">
      <table>
        <tbody>
          ${row('x', fixed(hoverX, 2))} ${row(first?.name ?? '', figures(point.first))}
          ${row(second?.name ?? '', figures(point.second))} ${row('Δ', figures(point.second - point.first))}
        </tbody>
      </table>
    </div>`
  }

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { engine, first, second, shownRange } = this
    if (!engine || !first || !second) return
    const sampled = this.sampled(engine, first, second)
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom - stripSpace
    const window = this.valuesShown(sampled, height / width)
    const plot = (this.plot = new PlotFrame(margin.left, margin.top, width, height, shownRange, window))
    drawGrid(context, plot, plot.bottom, palette)
    this.drawSides(context, plot, sampled, palette)
    const strip = stripFrame(plot, sampled.difference)
    drawXTicks(context, strip, strip.bottom + 15, palette)
    const largest = largestDifference(engine, first, second, shownRange, 'value')
    drawStrip(context, strip, sampled.x, sampled.difference, sampled.cuts, largest, palette)
    context.save()
    plot.clip(context, 2)
    const x = onGrid(plot.x(largest.x))
    drawLine(context, x, plot.y(largest.first), x, plot.y(largest.second), palette.ink)
    context.restore()
  }

  /** One unit is equally long on both axes, but away from the origin, where all of both curves is shown. */
  private valuesShown({ first, second }: Sampled, aspect: number): Range {
    const { low, high } = this.shownRange
    if (this.range === defaultRange)
      return valueWindow([Float32Array.from(first), Float32Array.from(second)], aspect * (high - low))
    const values = [...first, ...second]
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const pad = 0.06 * (most - least || 1)
    return { low: least - pad, high: most + pad }
  }

  private drawSides(context: Context, plot: PlotFrame, sampled: Sampled, palette: Palette): void {
    context.save()
    plot.clip(context, 2)
    const { x, first, second, cuts, areSlopes } = sampled
    context.beginPath()
    for (let i = 0; i < x.length; i++) context.lineTo(plot.x(x[i]), plot.y(first[i]))
    for (let i = x.length - 1; i >= 0; i--) context.lineTo(plot.x(x[i]), plot.y(second[i]))
    context.fillStyle = fade(palette.ink3, 0.18)
    context.fill()
    if (areSlopes) context.setLineDash(slopeDash)
    strokeLine(context, plot, x, second, palette.ink3, 1.25, cuts)
    strokeLine(context, plot, x, first, palette.ink, 2, cuts)
    context.restore()
  }

  protected override drawTraced(context: Context, plot: PlotFrame, at: number, palette: Palette): void {
    const point = this.at(at)
    if (!point) return
    const inside = (y: number) => y >= plot.top - 2 && y <= plot.bottom + 2
    const x = plot.x(at)
    if (inside(plot.y(point.second)))
      drawDot(context, x, plot.y(point.second), 3.4, palette.ink3, palette.surface)
    if (inside(plot.y(point.first))) drawDot(context, x, plot.y(point.first), 3.4, palette.ink, null)
  }

  protected override describe(): TableContent[] {
    const { first, second } = this
    if (!first || !second) return []
    const { step, values } = roundTicks(this.shownRange.low, this.shownRange.high, 10)
    const rows = values.flatMap((x) => {
      const point = this.at(x)
      if (!point) return []
      return [
        [x, point.first, point.second, point.second - point.first].map((value, k) =>
          k ? figures(value) : tick(value, step),
        ),
      ]
    })
    return [{ caption: this.label, head: ['x', first.name, second.name, 'Δ'], rows }]
  }
}

define('activation-difference', ActivationDifference)

declare global {
  interface HTMLElementTagNameMap {
    'activation-difference': ActivationDifference
  }
}

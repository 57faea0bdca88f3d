// <activation-difference>: two conventions of one function. Above, both on the same axes; below, on a scale of its own,
// what lies between them, with the place where that is most. Stands on a sheet (the token surface).

import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Engine } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, drawLine, drawText, fade, fitCanvas, onGrid, textWidth, type Context } from './canvas.js'
import { define } from './define.js'
import { evaluateSide, gridOver, largestDifference, type Side } from './difference.js'
import type { Palette } from './environment.js'
import { figures, fixed, tick } from './format.js'
import { TracedFigure } from './plot/traced-figure.js'
import { valueWindow } from './plot/value-window.js'
import { PlotFrame, defaultRange, type Range } from './plot-frame.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export interface NamedSide extends Side {
  name: string
}

const margin = { left: 30, right: 2, top: 4, bottom: 22 }
const stripHeight = 56
const gap = 12
const points = 480

interface Sampled {
  x: Float32Array
  first: Float32Array
  second: Float32Array
  difference: Float32Array
}

export class ActivationDifference extends TracedFigure {
  static override styles = [
    ...TracedFigure.styles,
    css`
      :host {
        height: 216px;
      }
      .stage {
        height: 100%;
      }
    `,
  ]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) first: NamedSide | null = null
  @property({ attribute: false }) second: NamedSide | null = null

  protected override get wholeRange(): Readonly<Range> {
    return defaultRange
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('first')) this.zoomed = null
  }

  private sampled(engine: Engine, first: Side, second: Side): Sampled {
    const x = gridOver(this.shownRange, points)
    const a = evaluateSide(engine, first, x).value
    const b = evaluateSide(engine, second, x).value
    return { x, first: a, second: b, difference: a.map((value, i) => b[i] - value) }
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
    const height = this.boxHeight - margin.top - margin.bottom - stripHeight - gap
    const span = (height * (shownRange.high - shownRange.low)) / width
    const window = valueWindow([sampled.first, sampled.second], span)
    const plot = (this.plot = new PlotFrame(margin.left, margin.top, width, height, shownRange, window))
    drawGrid(context, plot, plot.bottom, palette)
    this.drawSides(context, plot, sampled, palette)
    const strip = stripFrame(plot, sampled.difference)
    drawXTicks(context, strip, strip.bottom + 15, palette)
    const largest = largestDifference(engine, first, second, shownRange, 'value')
    drawStrip(context, strip, sampled, largest, palette)
    const x = onGrid(plot.x(largest.x))
    drawLine(context, x, plot.y(largest.first), x, plot.y(largest.second), palette.ink)
  }

  private drawSides(context: Context, plot: PlotFrame, sampled: Sampled, palette: Palette): void {
    context.save()
    plot.clip(context, 2)
    const { x, first, second } = sampled
    context.beginPath()
    for (let i = 0; i < points; i++) context.lineTo(plot.x(x[i]), plot.y(first[i]))
    for (let i = points - 1; i >= 0; i--) context.lineTo(plot.x(x[i]), plot.y(second[i]))
    context.fillStyle = fade(palette.ink3, 0.18)
    context.fill()
    strokeLine(context, plot, x, second, palette.ink3, 1.25)
    strokeLine(context, plot, x, first, palette.ink, 2)
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

function strokeLine(
  context: Context,
  frame: PlotFrame,
  x: Float32Array,
  y: Float32Array,
  colour: string,
  width: number,
): void {
  context.beginPath()
  for (let i = 0; i < x.length; i++) context.lineTo(frame.x(x[i]), frame.y(y[i]))
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineJoin = 'round'
  context.stroke()
}

/** Under the plot, 0 included, the extremes clear of the edges. */
function stripFrame(plot: PlotFrame, difference: Float32Array): PlotFrame {
  const low = Math.min(0, ...difference)
  const high = Math.max(0, ...difference)
  const pad = 0.15 * (high - low || 1)
  const y = { low: low - pad, high: high + pad }
  return new PlotFrame(plot.left, plot.bottom + gap, plot.width, stripHeight, plot.xRange, y)
}

function drawStrip(
  context: Context,
  strip: PlotFrame,
  { x, difference }: Sampled,
  largest: { x: number; difference: number },
  palette: Palette,
): void {
  const zero = onGrid(strip.y(0))
  drawLine(context, strip.left, zero, strip.right, zero, palette.rule)
  drawText(context, 'Δ', strip.left - 8, strip.y(0), {
    colour: palette.ink3,
    align: 'right',
    baseline: 'middle',
  })
  strokeLine(context, strip, x, difference, palette.ink, 1.5)
  const [dotX, dotY] = [strip.x(largest.x), strip.y(largest.difference)]
  drawDot(context, dotX, dotY, 3, palette.ink, null)
  const text = figures(largest.difference)
  const style = { size: 12, weight: 600 as const, colour: palette.ink, halo: palette.surface }
  const place = clearOf(strip, x, difference, dotX, dotY, textWidth(context, text, style))
  drawText(context, text, place.left, place.middle, { ...style, baseline: 'middle' })
}

/** Beside the dot, where the line is farthest from the text. */
function clearOf(
  strip: PlotFrame,
  x: Float32Array,
  y: Float32Array,
  dotX: number,
  dotY: number,
  width: number,
): { left: number; middle: number } {
  let best = { left: dotX + 8, middle: dotY, room: -1 }
  for (const left of [dotX + 8, dotX - 8 - width])
    for (const middle of [dotY, dotY - 9, dotY + 9, dotY - 18, dotY + 18]) {
      const inside =
        left >= strip.left &&
        left + width <= strip.right &&
        middle >= strip.top - 4 &&
        middle <= strip.bottom + 2
      if (!inside) continue
      let room = Infinity
      for (let i = 0; i < x.length; i++) {
        const at = strip.x(x[i])
        if (at > left - 3 && at < left + width + 3) room = Math.min(room, Math.abs(strip.y(y[i]) - middle))
      }
      if (Math.min(room, 12) > best.room) best = { left, middle, room: Math.min(room, 12) }
    }
  return best
}

define('activation-difference', ActivationDifference)

declare global {
  interface HTMLElementTagNameMap {
    'activation-difference': ActivationDifference
  }
}

// <activation-curve>: one function at any parameters over the standard normal distribution, in ink: f, f′, where it
// lets nothing back, and where f′ is largest. Stands on a sheet (the token surface).

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Engine, Parameters } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, fade, fitCanvas, type Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { boundNote, drawLabel, placeLabels, type LabelWish } from './curve-labels.js'
import { define } from './define.js'
import { gridOver } from './difference.js'
import type { Palette } from './environment.js'
import { fixedHeight } from './fixed-height.css.js'
import { fixed, tick } from './format.js'
import { measured } from './measured.js'
import { steepest } from './plot/steepest.js'
import { TracedFigure } from './plot/traced-figure.js'
import { valueWindow } from './plot/value-window.js'
import { defaultRange, PlotFrame, type Range } from './plot-frame.js'
import { drawZones, saturationZones } from './saturation.js'
import { evaluateAt, sample, samplesPerCurve, type SampledCurve } from './sampling.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

const margin = { left: 30, right: 2, top: 4, bottom: 22 }
const densityPoints = 200

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

export class ActivationCurve extends TracedFigure {
  static override styles = [...TracedFigure.styles, fixedHeight(220)]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) function = ''
  @property({ attribute: false }) parameters: Parameters = {}

  protected override get wholeRange(): Readonly<Range> {
    return defaultRange
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('function')) this.zoomed = null
  }

  protected override overlay(): TemplateResult | typeof nothing {
    const { engine, hoverX } = this
    if (!engine || hoverX === null) return nothing
    const { value, slope } = evaluateAt(engine, this.function, this.parameters, hoverX)
    return html`<div class="readout" aria-live="polite">
      <table>
        <tbody>
          <tr>
            <th scope="row">x</th>
            <td>${fixed(hoverX, 2)}</td>
          </tr>
          <tr>
            <th scope="row">f</th>
            <td>${fixed(value)}</td>
          </tr>
          <tr>
            <th scope="row">f′</th>
            <td>${fixed(slope)}</td>
          </tr>
        </tbody>
      </table>
    </div>`
  }

  private sampled(engine: Engine, parameters: Parameters): SampledCurve {
    const properties = measured(engine, this.function, parameters)
    return sample(engine, this.function, parameters, properties, this.shownRange, samplesPerCurve)
  }

  /** The y-axis belongs to the default parameters, so that it stands still while a slider moves. */
  private frameOf(engine: Engine): PlotFrame {
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const range = this.shownRange
    const span = (height * (range.high - range.low)) / width
    const lines = this.sampled(engine, {}).branches.flatMap(({ value, slope }) => [value, slope])
    return new PlotFrame(margin.left, margin.top, width, height, range, valueWindow(lines, span))
  }

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { engine } = this
    if (!engine || !this.function) return
    const plot = (this.plot = this.frameOf(engine))
    const curve = this.sampled(engine, this.parameters)
    const properties = measured(engine, this.function, this.parameters)
    drawZones(context, saturationZones(properties, curve, plot.xRange), plot, plot.bottom, palette)
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    context.save()
    plot.clip(context, 2)
    drawDensity(context, plot, palette)
    strokeSlope(context, slopePath(curve, plot), palette.ink2)
    strokeValue(context, valuePath(curve, plot), palette.ink)
    drawJumps(context, plot, curve.slopeJumps, palette.ink2, palette.surface)
    drawJumps(context, plot, curve.valueJumps, palette.ink, palette.surface)
    const top = steepest(curve, properties.slopeBound)
    if (top) drawDot(context, plot.x(top.x), plot.y(top.slope), 3, palette.ink2, null)
    context.restore()
    for (const label of placeLabels(
      context,
      labelsOf(curve, properties.slopeBound, palette, plot.xRange),
      plot,
    ))
      drawLabel(context, label, palette.surface)
  }

  protected override drawTraced(context: Context, plot: PlotFrame, at: number, palette: Palette): void {
    if (!this.engine) return
    const { value, slope } = evaluateAt(this.engine, this.function, this.parameters, at)
    const inside = (y: number) => y >= plot.top - 2 && y <= plot.bottom + 2
    if (inside(plot.y(slope))) drawDot(context, plot.x(at), plot.y(slope), 3.4, palette.ink2, palette.surface)
    if (inside(plot.y(value))) drawDot(context, plot.x(at), plot.y(value), 4, palette.ink, null)
  }

  protected override describe(): TableContent[] {
    const { engine } = this
    if (!engine || !this.function) return []
    const { step, values } = roundTicks(this.shownRange.low, this.shownRange.high, 10)
    const rows = values.map((x) => {
      const { value, slope } = evaluateAt(engine, this.function, this.parameters, x)
      return [tick(x, step), fixed(value), fixed(slope), fixed(density(x))]
    })
    return [{ caption: this.label, head: ['x', 'f', 'f′', 'N(0, 1)'], rows }]
  }
}

/** The density itself, in the units of the y-axis. */
function drawDensity(context: Context, plot: PlotFrame, palette: Palette): void {
  const { low, high } = plot.xRange
  context.beginPath()
  context.moveTo(plot.left, plot.y(0))
  for (let k = 0; k <= densityPoints; k++) {
    const x = low + ((high - low) * k) / densityPoints
    context.lineTo(plot.x(x), plot.y(density(x)))
  }
  context.lineTo(plot.right, plot.y(0))
  context.fillStyle = fade(palette.ink3, 0.18)
  context.fill()
}

/** The density as a curve, so that its name keeps clear of the other lines. */
function densityCurve({ low, high }: Readonly<Range>): SampledCurve {
  const x = gridOver({ low, high }, densityPoints)
  const branch = { x, value: x.map(density), slope: x }
  return { branches: [branch], valueBroken: [false], valueJumps: [], slopeJumps: [] }
}

function labelsOf(curve: SampledCurve, bound: number, palette: Palette, range: Readonly<Range>): LabelWish[] {
  return [
    { text: 'f', note: '', curve, what: 'value', colour: palette.ink, preferred: 0.72 },
    {
      text: 'f ′',
      note: boundNote(bound),
      curve,
      what: 'slope',
      colour: palette.ink2,
      preferred: 0.88,
      light: true,
    },
    {
      text: 'N(0, 1)',
      note: '',
      curve: densityCurve(range),
      what: 'value',
      colour: palette.ink3,
      preferred: 0.33,
      upright: true,
      light: true,
    },
  ]
}

define('activation-curve', ActivationCurve)

declare global {
  interface HTMLElementTagNameMap {
    'activation-curve': ActivationCurve
  }
}

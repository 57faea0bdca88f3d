// <activation-kink>: f′ around one point at which conventions take different slopes, with two of them as dots. Stands on
// a sheet (the token surface).

import { css } from 'lit'
import { property } from 'lit/decorators.js'
import type { Engine, Parameters } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, drawLine, drawText, fitCanvas, type Context } from './canvas.js'
import { slopePath, strokeSlope } from './curve.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { figures } from './format.js'
import { measured } from './measured.js'
import { PlotFrame } from './plot-frame.js'
import { sample, samplesPerCurve } from './sampling.js'
import type { TableContent } from './table-alternative.js'

export interface Kink {
  id: string
  parameters: Parameters
  x: number
  /** The slopes that two conventions take there, and who takes them. */
  slopes: readonly { name: string; slope: number }[]
}

const margin = { left: 30, right: 2, top: 6, bottom: 22 }
const reach = 2.5
const smallestSpan = 0.4

export class ActivationKink extends Figure {
  static override styles = [
    ...Figure.styles,
    css`
      :host {
        height: 132px;
      }
      .stage {
        height: 100%;
      }
    `,
  ]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) kink: Kink | null = null

  protected override readonly fillsHeight = true
  protected override readonly interactive = false

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { engine, kink } = this
    if (!engine || !kink) return
    const { id, parameters, x, slopes } = kink
    const range = { low: x - reach, high: x + reach }
    const properties = measured(engine, id, parameters)
    const curve = sample(engine, id, parameters, properties, range, samplesPerCurve)
    const all = [...curve.branches.flatMap(({ slope }) => [...slope]), ...slopes.map(({ slope }) => slope), 0]
    const [low, high] = [Math.min(...all), Math.max(...all)]
    const pad = 0.24 * Math.max(smallestSpan, high - low)
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const y = { low: low - pad, high: high + pad }
    const plot = new PlotFrame(margin.left, margin.top, width, height, range, y)
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    strokeSlope(context, slopePath(curve, plot), palette.ink2)
    drawSlopes(context, plot, kink, palette)
  }

  protected override drawLive(): void {}

  protected override describe(): TableContent[] {
    const rows = (this.kink?.slopes ?? []).map(({ name, slope }) => [name, figures(slope)])
    return [{ caption: this.label, head: ['', `f′(${this.kink?.x ?? ''})`], rows }]
  }
}

/** The first slope closed, the second open, and what lies between them. */
function drawSlopes(context: Context, plot: PlotFrame, { x, slopes }: Kink, palette: Palette): void {
  const at = plot.x(x)
  const heights = slopes.map(({ slope }) => plot.y(slope))
  drawLine(context, at, Math.min(...heights), at, Math.max(...heights), palette.ink)
  slopes.forEach(({ slope }, k) => {
    drawDot(context, at, heights[k], 3.6, palette.ink, k === 0 ? null : palette.surface)
    drawText(context, `f′ = ${figures(slope)}`, at + 9, heights[k] - 11, {
      size: 12,
      weight: 600,
      colour: palette.ink,
      baseline: 'middle',
      halo: palette.surface,
    })
  })
}

define('activation-kink', ActivationKink)

declare global {
  interface HTMLElementTagNameMap {
    'activation-kink': ActivationKink
  }
}

// <activation-kink>: f′, or f, around one point at which conventions may take different values, with two of them as
// dots. Stands on a sheet (the token surface).

import { property } from 'lit/decorators.js'
import type { Engine, Parameters } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, drawLine, drawText, fitCanvas, textWidth, type Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixedHeight } from './fixed-height.css.js'
import { figures } from './format.js'
import { measured } from './measured.js'
import { PlotFrame } from './plot-frame.js'
import { sample, samplesPerCurve } from './sampling.js'
import type { TableContent } from './table-alternative.js'

export interface Kink {
  id: string
  parameters: Parameters
  /** The middle of what is shown, and how far it goes to either side. */
  x: number
  reach: number
  of: 'value' | 'slope'
  /** How the point is called. */
  at: string
  /** What two conventions take there, who takes it, and where on the curve that is. */
  taken: readonly { name: string; value: number; x: number }[]
}

const margin = { left: 30, right: 2, top: 6, bottom: 22 }
const smallestSpan = 0.4

export class ActivationKink extends Figure {
  static override styles = [...Figure.styles, fixedHeight(132)]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) kink: Kink | null = null

  protected override readonly fillsHeight = true
  protected override readonly interactive = false

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { engine, kink } = this
    if (!engine || !kink) return
    const { id, parameters, x, reach, of, taken } = kink
    const range = { low: x - reach, high: x + reach }
    const properties = measured(engine, id, parameters)
    const curve = sample(engine, id, parameters, properties, range, samplesPerCurve)
    const all = [
      ...curve.branches.flatMap((branch) => [...branch[of]]),
      ...taken.map(({ value }) => value),
      0,
    ]
    const finite = all.filter(Number.isFinite)
    const [low, high] = [Math.min(...finite), Math.max(...finite)]
    const pad = 0.24 * Math.max(smallestSpan, high - low)
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const y = { low: low - pad, high: high + pad }
    const plot = new PlotFrame(margin.left, margin.top, width, height, range, y)
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    if (of === 'slope') strokeSlope(context, slopePath(curve, plot), palette.ink2)
    else {
      strokeValue(context, valuePath(curve, plot), palette.ink2)
      drawJumps(context, plot, curve.valueJumps, palette.ink2, palette.surface)
    }
    drawTaken(context, plot, kink, palette)
  }

  protected override drawLive(): void {}

  protected override describe(): TableContent[] {
    const rows = (this.kink?.taken ?? []).map(({ name, value }) => [name, figures(value)])
    return [{ caption: this.label, head: ['', this.kink ? nameOf(this.kink) : ''], rows }]
  }
}

const signOf = ({ of }: Kink): string => (of === 'slope' ? 'f′' : 'f')
const nameOf = (kink: Kink): string => `${signOf(kink)}(${kink.at})`

/** The first closed, the second open, and what lies between them; once where they agree. */
function drawTaken(context: Context, plot: PlotFrame, kink: Kink, palette: Palette): void {
  const dots = kink.taken
    .filter(({ value }) => Number.isFinite(value))
    .filter(({ value, x }, k, all) => k === 0 || value !== all[0].value || x !== all[0].x)
    .map(({ value, x }, k) => ({ value, x: plot.x(x), y: plot.y(value), open: k > 0 }))
  const [first, second] = dots
  if (second && first.x === second.x) drawLine(context, first.x, first.y, second.x, second.y, palette.ink)
  const sign = Number.isFinite(Number(kink.at)) ? signOf(kink) : nameOf(kink)
  for (const { value, x, y, open } of dots) {
    const text = `${sign} = ${figures(value)}`
    const style = {
      size: 12,
      weight: 600 as const,
      colour: palette.ink,
      baseline: 'middle' as const,
      halo: palette.surface,
    }
    drawDot(context, x, y, 3.6, palette.ink, open ? palette.surface : null)
    const fits = x + 9 + textWidth(context, text, style) < plot.right
    drawText(context, text, fits ? x + 9 : x - 9, y - 11, { ...style, align: fits ? 'left' : 'right' })
  }
}

define('activation-kink', ActivationKink)

declare global {
  interface HTMLElementTagNameMap {
    'activation-kink': ActivationKink
  }
}

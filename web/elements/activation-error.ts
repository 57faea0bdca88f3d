// <activation-error>: how far a float32 kernel is from the exact function over x, in units of the last place: a dot an
// input, and the largest of each pixel as a line. Stands on a sheet (the token surface).

import { property } from 'lit/decorators.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawDot, fade, fitCanvas, type Context } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixedHeight } from './fixed-height.css.js'
import { short, tick } from './format.js'
import { PlotFrame, type Range } from './plot-frame.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export interface ErrorSamples {
  range: Readonly<Range>
  /** Inputs in any order; of the arrays only the first `count` are measured. */
  x: Float32Array
  /** In ULP; NaN where the result is no number that it should be. */
  error: Float32Array
  count: number
}

const margin = { left: 30, right: 2, top: 6, bottom: 22 }
/** More are a grey surface, and cost a frame. */
const mostDots = 8192
const binWidth = 2
/** Correctly rounded is half a unit: the axis never makes that look like an error. */
const smallestTop = 1

export class ActivationError extends Figure {
  static override styles = [...Figure.styles, fixedHeight(96)]

  @property({ attribute: false }) samples: ErrorSamples | null = null

  protected override readonly fillsHeight = true
  protected override readonly interactive = false

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { samples } = this
    if (!samples) return
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const bins = largestPerBin(samples, Math.max(1, Math.floor(width / binWidth)))
    const top = 1.12 * Math.max(smallestTop, ...bins.filter(Number.isFinite))
    const plot = new PlotFrame(margin.left, margin.top, width, height, samples.range, { low: 0, high: top })
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    drawDots(context, plot, samples, fade(palette.ink2, 0.5))
    drawBins(context, plot, bins, palette.ink)
    const at = worstOf(samples)
    if (at !== null && samples.error[at] > 0)
      drawDot(context, plot.x(samples.x[at]), plot.y(samples.error[at]), 3, palette.ink, null)
  }

  protected override drawLive(): void {}

  protected override describe(): TableContent[] {
    const { samples } = this
    if (!samples) return []
    const { step, values } = roundTicks(samples.range.low, samples.range.high, 12)
    const bins = largestPerBin(samples, values.length - 1)
    const rows = bins.map((worst, k) => [
      `${tick(values[k], step)} … ${tick(values[k + 1], step)}`,
      short(Number.isFinite(worst) ? worst : NaN),
    ])
    return [{ caption: this.label, head: ['x', 'ULP'], rows }]
  }
}

/** −∞ where no input fell. */
function largestPerBin({ range, x, error, count }: ErrorSamples, bins: number): number[] {
  const largest = new Array<number>(bins).fill(-Infinity)
  const scale = bins / (range.high - range.low)
  for (let i = 0; i < count; i++) {
    const bin = Math.min(bins - 1, Math.floor((x[i] - range.low) * scale))
    if (error[i] > largest[bin]) largest[bin] = error[i]
  }
  return largest
}

/** The first place where the error is largest; null where nothing is measured. */
export function worstOf({ error, count }: ErrorSamples): number | null {
  let worst: number | null = null
  for (let i = 0; i < count; i++) if (error[i] > (worst === null ? -1 : error[worst])) worst = i
  return worst
}

function drawDots(
  context: Context,
  plot: PlotFrame,
  { x, error, count }: ErrorSamples,
  colour: string,
): void {
  context.fillStyle = colour
  for (let i = Math.min(count, mostDots) - 1; i >= 0; i--)
    if (error[i] > 0) context.fillRect(plot.x(x[i]) - 0.5, plot.y(error[i]) - 0.5, 1, 1)
}

function drawBins(context: Context, plot: PlotFrame, bins: readonly number[], colour: string): void {
  context.beginPath()
  const width = plot.width / bins.length
  bins.forEach((worst, k) => {
    if (Number.isFinite(worst)) context.lineTo(plot.left + (k + 0.5) * width, plot.y(worst))
  })
  context.strokeStyle = colour
  context.lineWidth = 1.25
  context.lineJoin = 'round'
  context.stroke()
}

define('activation-error', ActivationError)

declare global {
  interface HTMLElementTagNameMap {
    'activation-error': ActivationError
  }
}

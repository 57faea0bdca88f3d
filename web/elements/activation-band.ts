// <activation-band>: f, or f′, and the interval in which it is said to lie. Stands on a sheet (the token surface).

import { property } from 'lit/decorators.js'
import type { Engine, Parameters } from '../engine/types.js'
import { drawGrid, drawXTicks } from './axes.js'
import { drawLine, fade, fitCanvas, onGrid, type Context } from './canvas.js'
import { slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixedHeight } from './fixed-height.css.js'
import { figures, tick } from './format.js'
import { measured } from './measured.js'
import { defaultRange, PlotFrame, type Range } from './plot-frame.js'
import { evaluateAt, sample, samplesPerCurve, type SampledCurve } from './sampling.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export interface Band {
  id: string
  parameters: Parameters
  of: 'value' | 'slope'
  /** Ends may be infinite. */
  said: Readonly<Range>
}

const margin = { left: 30, right: 2, top: 6, bottom: 22 }
/** More than this of an unbounded function is not shown. */
const most = 5

export class ActivationBand extends Figure {
  static override styles = [...Figure.styles, fixedHeight(132)]

  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false }) band: Band | null = null

  protected override readonly fillsHeight = true
  protected override readonly interactive = false

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { engine, band } = this
    if (!engine || !band) return
    const { id, parameters, of, said } = band
    const curve = sample(
      engine,
      id,
      parameters,
      measured(engine, id, parameters),
      defaultRange,
      samplesPerCurve,
    )
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const plot = new PlotFrame(margin.left, margin.top, width, height, defaultRange, shown(curve, of, said))
    drawBand(context, plot, said, palette)
    drawGrid(context, plot, plot.bottom, palette)
    drawXTicks(context, plot, plot.bottom + 15, palette)
    context.save()
    plot.clip(context, 2)
    if (of === 'slope') strokeSlope(context, slopePath(curve, plot), palette.ink)
    else strokeValue(context, valuePath(curve, plot), palette.ink)
    context.restore()
  }

  protected override drawLive(): void {}

  protected override describe(): TableContent[] {
    const { engine, band } = this
    if (!engine || !band) return []
    const { step, values } = roundTicks(defaultRange.low, defaultRange.high, 10)
    const rows = values.map((x) => [
      tick(x, step),
      figures(evaluateAt(engine, band.id, band.parameters, x)[band.of]),
    ])
    return [{ caption: this.label, head: ['x', band.of === 'slope' ? 'f′' : 'f'], rows }]
  }
}

/** Curve and finite ends of the band, with some air. */
function shown(curve: SampledCurve, of: Band['of'], said: Readonly<Range>): Range {
  const values = [...curve.branches.flatMap((branch) => [...branch[of]]), said.low, said.high, 0]
    .filter(Number.isFinite)
    .map((value) => Math.max(-most, Math.min(most, value)))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pad = 0.2 * (high - low || 1)
  return { low: low - pad, high: high + pad }
}

function drawBand(context: Context, plot: PlotFrame, { low, high }: Readonly<Range>, palette: Palette): void {
  const clamped = (value: number) => Math.max(plot.top, Math.min(plot.bottom, plot.y(value)))
  const [top, bottom] = [clamped(high), clamped(low)]
  context.fillStyle = fade(palette.ink3, 0.18)
  context.fillRect(plot.left, top, plot.width, bottom - top)
  for (const end of [low, high])
    if (Number.isFinite(end)) {
      const y = onGrid(plot.y(end))
      drawLine(context, plot.left, y, plot.right, y, palette.ink3)
    }
}

define('activation-band', ActivationBand)

declare global {
  interface HTMLElementTagNameMap {
    'activation-band': ActivationBand
  }
}

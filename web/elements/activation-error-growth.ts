// <activation-error-growth>: relative errors of two ways to compute one thing, over x; both axes in powers of ten.
// Stands on a sheet (the token surface).

import { property } from 'lit/decorators.js'
import { drawLine, drawText, fitCanvas, onGrid, textWidth, type Context } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixedHeight } from './fixed-height.css.js'
import { figures, superscript } from './format.js'
import { PlotFrame, type Range } from './plot-frame.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export interface ErrorGrowth {
  /** Ascending, greater than 0. */
  x: readonly number[]
  /** The largest relative error about each x; 0 is off the axis. */
  lines: readonly { name: string; error: readonly number[] }[]
}

const margin = { left: 38, right: 8, top: 10, bottom: 22 }
const power = (exponent: number): string => `10${superscript(Math.round(exponent))}`

export class ActivationErrorGrowth extends Figure {
  static override styles = [...Figure.styles, fixedHeight(190)]

  @property({ attribute: false }) growth: ErrorGrowth | null = null

  protected override readonly fillsHeight = true
  protected override readonly interactive = false

  protected override drawStatic(palette: Palette): void {
    const context = fitCanvas(this.staticCanvas, this.width, this.boxHeight)
    const { growth } = this
    if (!growth) return
    const { x, lines } = growth
    const errors = lines.flatMap(({ error }) => error).filter((error) => error > 0)
    const exponents = errors.map(Math.log10)
    const y = { low: Math.floor(Math.min(...exponents)), high: Math.ceil(Math.max(...exponents, 0)) }
    const width = this.width - margin.left - margin.right
    const height = this.boxHeight - margin.top - margin.bottom
    const range = { low: Math.log10(x[0]), high: Math.log10(x[x.length - 1]) }
    const plot = new PlotFrame(margin.left, margin.top, width, height, range, y)
    drawPowers(context, plot, range, palette)
    lines.forEach((line, k) => drawError(context, plot, x, line, k, palette))
  }

  protected override drawLive(): void {}

  protected override describe(): TableContent[] {
    const { growth } = this
    if (!growth) return []
    const { x, lines } = growth
    const rows = x.flatMap((at, i) =>
      Number.isInteger(Math.log10(at)) ? [[figures(at), ...lines.map(({ error }) => figures(error[i]))]] : [],
    )
    return [{ caption: this.label, head: ['x', ...lines.map(({ name }) => name)], rows }]
  }
}

function drawPowers(context: Context, plot: PlotFrame, range: Range, palette: Palette): void {
  const rows = roundTicks(plot.yRange.low, plot.yRange.high, 5).values.filter(Number.isInteger)
  for (const exponent of rows) {
    const y = onGrid(plot.y(exponent))
    drawLine(context, plot.left, y, plot.right, y, palette.hair)
    drawText(context, power(exponent), plot.left - 8, plot.y(exponent), {
      colour: palette.ink3,
      align: 'right',
      baseline: 'middle',
    })
  }
  for (const exponent of roundTicks(range.low, range.high, 5).values.filter(Number.isInteger))
    drawText(context, exponent === 0 ? '1' : power(exponent), plot.x(exponent), plot.bottom + 15, {
      colour: palette.ink3,
      align: 'center',
    })
}

/** The first heavier than what it is compared with; the first is named above its right end, the other below its own. */
function drawError(
  context: Context,
  plot: PlotFrame,
  x: ErrorGrowth['x'],
  { name, error }: ErrorGrowth['lines'][number],
  index: number,
  palette: Palette,
): void {
  const colour = index === 0 ? palette.ink : palette.ink3
  const points = x.flatMap((at, i) =>
    error[i] > 0 ? [[plot.x(Math.log10(at)), plot.y(Math.log10(error[i]))]] : [],
  )
  context.beginPath()
  for (const [left, top] of points) context.lineTo(left, top)
  context.strokeStyle = colour
  context.lineWidth = index === 0 ? 2 : 1.25
  context.lineJoin = 'round'
  context.stroke()
  const style = { size: 12, colour: index === 0 ? palette.ink : palette.ink2, halo: palette.surface }
  const width = textWidth(context, name, style)
  const left = plot.right - width - 6
  const over = points.filter(([at]) => at >= left - 4 && at <= left + width + 4).map(([, top]) => top)
  const baseline = index === 0 ? Math.min(...over) - 8 : Math.max(...over) + 18
  drawText(context, name, left, baseline, style)
}

define('activation-error-growth', ActivationErrorGrowth)

declare global {
  interface HTMLElementTagNameMap {
    'activation-error-growth': ActivationErrorGrowth
  }
}

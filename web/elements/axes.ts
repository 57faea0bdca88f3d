// Axes and grid of a function's frame.

import { drawLine, drawText, onGrid, type Context } from './canvas.js'
import type { Palette } from './environment.js'
import { tick } from './format.js'
import type { PlotFrame } from './plot-frame.js'
import { roundTicks } from './ticks.js'

/** Horizontal lines with their numbers, and the line x = 0 down to `bottom`. */
export function drawGrid(context: Context, frame: PlotFrame, bottom: number, palette: Palette): void {
  const { left, right, xRange, yRange } = frame
  const rows = roundTicks(yRange.low, yRange.high, Math.max(3, Math.round(frame.height / 34)))
  for (const value of rows.values) {
    const y = onGrid(frame.y(value))
    drawLine(context, left, y, right, y, value === 0 ? palette.rule : palette.hair)
    drawText(context, tick(value, rows.step), left - 8, frame.y(value), {
      colour: palette.ink3,
      align: 'right',
      baseline: 'middle',
    })
  }
  if (xRange.low < 0 && xRange.high > 0) {
    const x = onGrid(frame.x(0))
    drawLine(context, x, frame.top, x, bottom, palette.hair)
  }
}

export function drawXTicks(context: Context, frame: PlotFrame, baseline: number, palette: Palette): void {
  const { low, high } = frame.xRange
  const columns = roundTicks(low, high, Math.max(2, Math.min(6, Math.round(frame.width / 56))))
  for (const value of columns.values) {
    const x = frame.x(value)
    if (x < frame.left + 8 || x > frame.right - 8) continue
    drawText(context, tick(value, columns.step), x, baseline, { colour: palette.ink3, align: 'center' })
  }
}

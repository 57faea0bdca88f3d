// The strip under two curves: what lies between them, on a scale of its own, with the place where that is most.

import { drawDot, drawLine, drawText, onGrid, textWidth, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { figures } from '../format.js'
import { PlotFrame } from '../plot-frame.js'

const height = 56
const gap = 12

/** What the strip takes from the height of a figure. */
export const stripSpace = height + gap

/** Of a line over x that is broken after each of these points. */
export function strokeLine(
  context: Context,
  frame: PlotFrame,
  x: Float32Array,
  y: Float64Array,
  colour: string,
  width: number,
  cuts: readonly number[] = [],
): void {
  context.beginPath()
  for (let i = 0; i < x.length; i++) {
    const broken = i > 0 && cuts.some((cut) => x[i - 1] <= cut && x[i] > cut)
    context[broken ? 'moveTo' : 'lineTo'](frame.x(x[i]), frame.y(y[i]))
  }
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineJoin = 'round'
  context.stroke()
}

/** Under the plot, 0 included, the extremes clear of the edges. */
export function stripFrame(plot: PlotFrame, difference: Float64Array): PlotFrame {
  const low = Math.min(0, ...difference)
  const high = Math.max(0, ...difference)
  const pad = 0.15 * (high - low || 1)
  const y = { low: low - pad, high: high + pad }
  return new PlotFrame(plot.left, plot.bottom + gap, plot.width, height, plot.xRange, y)
}

export function drawStrip(
  context: Context,
  strip: PlotFrame,
  x: Float32Array,
  difference: Float64Array,
  cuts: readonly number[],
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
  strokeLine(context, strip, x, difference, palette.ink, 1.5, cuts)
  const style = {
    size: 12,
    weight: 600 as const,
    colour: palette.ink,
    halo: palette.surface,
    baseline: 'middle' as const,
  }
  if (largest.difference === 0) {
    drawText(context, 'Δ = 0', strip.x((strip.xRange.low + strip.xRange.high) / 2), strip.y(0) - 12, {
      ...style,
      align: 'center',
    })
    return
  }
  const [dotX, dotY] = [strip.x(largest.x), strip.y(largest.difference)]
  drawDot(context, dotX, dotY, 3, palette.ink, null)
  const text = figures(largest.difference)
  const place = clearOf(strip, x, difference, dotX, dotY, textWidth(context, text, style))
  drawText(context, text, place.left, place.middle, style)
}

/** Beside the dot, where the line is farthest from the text. */
function clearOf(
  strip: PlotFrame,
  x: Float32Array,
  y: Float64Array,
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

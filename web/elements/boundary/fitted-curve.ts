// Regression in one variable: the data as points, the fitted curve over them.

import type { LaneData } from '../../engine/lane-types.js'
import type { Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { PlotFrame, type Range } from '../plot-frame.js'

const margin = 8

const extent = (values: ArrayLike<number>, count: number, pad: number): Range => {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < count; i++) {
    low = Math.min(low, values[i])
    high = Math.max(high, values[i])
  }
  if (!(high > low)) return { low: -1, high: 1 }
  const room = (high - low) * pad
  return { low: low - room, high: high + room }
}

/** Ranges follow the data, which all lanes share, and never the fit: lanes stay comparable. */
export const curveFrame = (data: LaneData, size: number): PlotFrame =>
  new PlotFrame(
    margin,
    margin,
    size - 2 * margin,
    size - 2 * margin,
    extent(data.x, data.rows, 0.03),
    extent(data.y ?? [], data.rows, 0.15),
  )

export function drawDataPoints(context: Context, data: LaneData, frame: PlotFrame, palette: Palette): void {
  const { y } = data
  if (!y) return
  const step = Math.max(1, Math.ceil(data.rows / 400))
  for (let row = 0; row < data.rows; row += step) {
    const test = row >= data.trainRows
    context.beginPath()
    context.arc(frame.x(data.x[row]), frame.y(y[row]), test ? 1.1 : 1.6, 0, 2 * Math.PI)
    context.globalAlpha = test ? 0.4 : 0.75
    context.fillStyle = palette.ink3
    context.fill()
  }
  context.globalAlpha = 1
}

export function drawFit(
  context: Context,
  x: Float32Array,
  y: Float32Array,
  frame: PlotFrame,
  colour: string,
): void {
  context.save()
  frame.clip(context, margin)
  context.strokeStyle = colour
  context.lineWidth = 2.25
  context.lineJoin = 'round'
  context.beginPath()
  x.forEach((at, i) => context.lineTo(frame.x(at), frame.y(y[i])))
  context.stroke()
  context.restore()
}

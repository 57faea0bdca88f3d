// The data in the plane: class A filled, class B as rings; points for testing smaller and lighter.

import type { LaneData } from '../../engine/lane-types.js'
import type { Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import type { Range } from '../plot-frame.js'

export interface PlaneArea {
  x: Range
  y: Range
  size: number
}

/** Square pixels per point below which points are thinned. */
const roomPerPoint = 115
const testOpacity = 0.55

export const isClassA = (data: LaneData, row: number): boolean =>
  data.labels ? data.labels[row] === 1 : (data.y?.[row] ?? 0) > 0.5

/** A fixed choice of rows that falls into step with no order of theirs: a hash of the row number. */
function isKept(row: number, share: number): boolean {
  let hash = Math.imul(row ^ (row >>> 16), 0x45d9f3b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share
}

export function drawPoints(context: Context, data: LaneData, area: PlaneArea, palette: Palette): void {
  const { size } = area
  const share = (size * size) / roomPerPoint / data.rows
  const radius = Math.max(1.5, Math.min(2.1, size / 95))
  for (let row = data.rows - 1; row >= 0; row--) {
    if (!isKept(row, share)) continue
    const test = row >= data.trainRows
    drawPoint(context, data, row, area, test ? radius * 0.72 : radius, test ? testOpacity : 1, palette)
  }
  context.globalAlpha = 1
}

function drawPoint(
  context: Context,
  data: LaneData,
  row: number,
  { x, y, size }: PlaneArea,
  radius: number,
  opacity: number,
  palette: Palette,
): void {
  const pixelX = ((data.x[2 * row] - x.low) / (x.high - x.low)) * size
  const pixelY = ((y.high - data.x[2 * row + 1]) / (y.high - y.low)) * size
  context.globalAlpha = opacity
  context.beginPath()
  context.arc(pixelX, pixelY, radius, 0, 2 * Math.PI)
  if (isClassA(data, row)) {
    context.fillStyle = palette.posInk
    context.fill()
    context.lineWidth = 0.7
    context.strokeStyle = palette.paper
  } else {
    context.fillStyle = palette.paper
    context.fill()
    context.lineWidth = 1.3
    context.strokeStyle = palette.negInk
  }
  context.stroke()
}

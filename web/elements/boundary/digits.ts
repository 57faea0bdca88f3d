// Digits of the test part, those misread in an ink frame with the class they were taken for.

import type { LaneData } from '../../engine/lane-types.js'
import { channels, drawText, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'

const side = 8
const cell = 18
const image = 14

export interface DigitGrid {
  columns: number
  count: number
  cell: number
  left: number
}

export function digitGrid(data: LaneData, size: number): DigitGrid {
  const columns = Math.max(1, Math.floor((size - 6) / cell))
  return {
    columns,
    count: Math.min(data.rows - data.trainRows, columns * columns),
    cell,
    left: Math.round((size - columns * cell) / 2),
  }
}

const corner = (grid: DigitGrid, index: number): [number, number] => [
  grid.left + (index % grid.columns) * grid.cell,
  grid.left + Math.floor(index / grid.columns) * grid.cell,
]

/** Ink of a standardised pixel: from half a deviation below the mean to well above it. */
const inkOf = (standardised: number): number => Math.max(0, Math.min(1, (standardised + 0.4) / 1.9))

export function drawDigits(context: Context, data: LaneData, grid: DigitGrid, palette: Palette): void {
  const sheet = document.createElement('canvas')
  sheet.width = side
  sheet.height = side
  const sheetContext = sheet.getContext('2d')!
  const pixels = sheetContext.createImageData(side, side)
  const [red, green, blue] = channels(palette.ink)
  for (let index = 0; index < grid.count; index++) {
    const start = (data.trainRows + index) * data.inputs
    for (let p = 0; p < side * side; p++)
      pixels.data.set([red, green, blue, Math.round(235 * inkOf(data.x[start + p]))], 4 * p)
    sheetContext.putImageData(pixels, 0, 0)
    const [x, y] = corner(grid, index)
    context.imageSmoothingEnabled = true
    context.drawImage(sheet, x + 1, y + 1, image, image)
  }
}

export const isMisread = (data: LaneData, predicted: Uint8Array, index: number): boolean =>
  data.labels !== null && predicted[index] !== data.labels[data.trainRows + index]

export function drawMisread(
  context: Context,
  data: LaneData,
  predicted: Uint8Array,
  grid: DigitGrid,
  palette: Palette,
): void {
  for (let index = 0; index < Math.min(grid.count, predicted.length); index++) {
    if (!isMisread(data, predicted, index)) continue
    const [x, y] = corner(grid, index)
    context.strokeStyle = palette.ink
    context.lineWidth = 1.25
    context.strokeRect(x + 0.5, y + 0.5, grid.cell - 2, grid.cell - 2)
    drawText(context, String(predicted[index]), x + grid.cell - 2.5, y + grid.cell - 3, {
      size: 9,
      weight: 700,
      colour: palette.ink,
      align: 'right',
      halo: palette.paper,
    })
  }
}

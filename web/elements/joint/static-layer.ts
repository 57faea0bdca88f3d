// The part of the joint figure that stands still while the network trains: axes, tints, row lines, captions.

import { drawGrid, drawXTicks } from '../axes.js'
import { drawText, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { drawRowLines } from '../histogram-rows.js'
import type { PlotFrame } from '../plot-frame.js'
import { isRowLabelled, type JointGeometry } from '../row-geometry.js'
import { drawZones } from '../saturation.js'
import type { CurveModel } from './curve-model.js'

export interface JointCaptions {
  /** Over the row numbers: layer. */
  layer: string
  /** Over the rows: pre-activations on the same x, layer by layer. Empty: no caption and a narrow gap. */
  preActivations: string
  /** Heads of the text alternative. */
  curve: string
  below: string
  above: string
  median: string
}

export const defaultCaptions: JointCaptions = {
  layer: 'layer',
  preActivations: 'pre-activations on the same x, layer by layer',
  curve: 'Function and slope',
  below: 'below the axis',
  above: 'above the axis',
  median: 'median',
}

export function drawBackground(
  context: Context,
  frame: PlotFrame,
  geometry: JointGeometry,
  { zones, layerZones }: Pick<CurveModel, 'zones' | 'layerZones'>,
  captions: JointCaptions,
  palette: Palette,
): void {
  const { rowsTop, rowsBottom, rowHeight } = geometry
  drawZones(context, zones, frame, layerZones ? rowsTop : rowsBottom, palette)
  layerZones?.forEach((own, row) => {
    context.save()
    context.beginPath()
    context.rect(frame.left, rowsTop + row * rowHeight, frame.width, rowHeight)
    context.clip()
    drawZones(context, own, frame, rowsBottom, palette)
    context.restore()
  })
  drawGrid(context, frame, geometry.rowsBottom, palette)
  if (geometry.rows > 0) drawRowLines(context, frame, geometry, palette)
  if (geometry.ticks) drawXTicks(context, frame, geometry.rowsBottom + 13, palette)
  if (!geometry.captioned || geometry.rows === 0) return
  const baseline = geometry.rowsTop - 6
  drawText(context, captions.preActivations, frame.left, baseline, { colour: palette.ink2 })
  drawText(context, captions.layer, frame.left - 8, baseline, {
    size: 10,
    colour: palette.ink3,
    align: 'right',
  })
}

export function drawRowNumbers(
  context: Context,
  right: number,
  geometry: { rowsTop: number; rowHeight: number; rows: number },
  selected: number | null,
  palette: Palette,
): void {
  const { rowsTop, rowHeight, rows } = geometry
  for (let row = 0; row < rows; row++) {
    const chosen = row === selected
    if (!chosen && !isRowLabelled(row, rows, rowHeight)) continue
    // Around a chosen row its own number stands alone where numbers would touch.
    if (!chosen && selected !== null && Math.abs(row - selected) * rowHeight < 10) continue
    drawText(context, String(row + 1), right, rowsTop + (row + 0.5) * rowHeight + 0.5, {
      size: Math.max(9, Math.min(11, rowHeight)),
      weight: chosen ? 700 : 400,
      colour: chosen ? palette.ink : palette.ink3,
      align: 'right',
      baseline: 'middle',
    })
  }
}

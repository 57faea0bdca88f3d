// One histogram a layer, on the x-axis of the curve: height √count on one scale a lane, grey without slope.
// With four lanes the rows are too low for heights: strips, darker where more inputs fall.

import type { LayerProbe } from '../engine/types.js'
import { drawText, fade, onGrid, type Context } from './canvas.js'
import type { Palette } from './environment.js'
import { honestPercent } from './format.js'
import type { PlotFrame } from './plot-frame.js'
import type { RowGeometry } from './row-geometry.js'

export interface HistogramRows {
  layers: LayerProbe[]
  /** Range of the histograms, which may differ from the range shown while a zoom is on its way. */
  low: number
  high: number
  /** Per layer and bin: 1 where the function has (nearly) no slope. */
  flat: Uint8Array[]
  strips: boolean
}

const stripShades = 12
/** Smallest share of the inputs that fills a bar: a lone bin must not shrink all others. */
const leastFullBar = 0.04
/** Below this share what lies outside is not worth a word. */
const leastOutside = 0.005

export function drawRowLines(
  context: Context,
  frame: PlotFrame,
  geometry: RowGeometry,
  palette: Palette,
): void {
  context.strokeStyle = palette.hair
  context.lineWidth = 1
  context.beginPath()
  for (let row = 1; row <= geometry.rows; row++) {
    // In deep networks a line a row would be a grey wash.
    if (geometry.rowHeight < 8 && row % 5 !== 0 && row !== geometry.rows) continue
    const y = onGrid(geometry.rowsTop + row * geometry.rowHeight - 1.5)
    context.moveTo(frame.left, y)
    context.lineTo(frame.right, y)
  }
  context.stroke()
}

export function drawHistograms(
  context: Context,
  frame: PlotFrame,
  geometry: RowGeometry,
  rows: HistogramRows,
  colour: string,
  palette: Palette,
): void {
  context.save()
  context.beginPath()
  context.rect(frame.left, geometry.rowsTop - 1, frame.width, geometry.rowsBottom - geometry.rowsTop + 2)
  context.clip()
  const full = Math.max(leastFullBar, ...rows.layers.map((layer) => largest(layer.histogram)))
  if (rows.strips) drawStrips(context, frame, geometry, rows, full, colour, palette)
  else drawBars(context, frame, geometry, rows, full, colour, palette)
  context.restore()
  drawOutside(context, frame, geometry, rows, palette)
}

function largest(values: Float32Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}

export const rowBase = (geometry: RowGeometry, row: number): number =>
  geometry.rowsTop + (row + 1) * geometry.rowHeight - 1.5

function drawBars(
  context: Context,
  frame: PlotFrame,
  geometry: RowGeometry,
  { layers, low, high, flat }: HistogramRows,
  full: number,
  colour: string,
  palette: Palette,
): void {
  const tallest = geometry.rowHeight - (geometry.rowHeight > 8 ? 3 : 1)
  const left = frame.x(low)
  for (const grey of [0, 1]) {
    context.beginPath()
    layers.forEach(({ histogram }, row) => {
      const base = rowBase(geometry, row)
      const binWidth = ((high - low) / histogram.length) * frame.unitX
      const barWidth = Math.max(0.8, binWidth - (binWidth > 2.5 ? 0.6 : 0))
      for (let b = 0; b < histogram.length; b++) {
        if (histogram[b] === 0 || flat[row][b] !== grey) continue
        const height = Math.min(1, Math.sqrt(histogram[b] / full)) * tallest
        if (height >= 0.4) context.rect(left + b * binWidth, base - height, barWidth, height)
      }
    })
    context.fillStyle = grey ? fade(palette.ink3, 0.55) : fade(colour, 0.62)
    context.fill()
  }
}

function drawStrips(
  context: Context,
  frame: PlotFrame,
  geometry: RowGeometry,
  { layers, low, high, flat }: HistogramRows,
  full: number,
  colour: string,
  palette: Palette,
): void {
  const bins = layers[0].histogram.length
  const binWidth = ((high - low) / bins) * frame.unitX
  const left = frame.x(low)
  const height = geometry.rowHeight - (geometry.rowHeight > 8 ? 3.5 : 1)
  // One path a shade, grey ones last: two dozen fills instead of hundreds.
  const shades = new Uint8Array(layers.length * bins)
  layers.forEach(({ histogram }, row) => {
    for (let b = 0; b < bins; b++) {
      const shade = Math.ceil(Math.min(1, Math.pow(histogram[b] / full, 0.6)) * stripShades)
      if (shade > 0) shades[row * bins + b] = shade + flat[row][b] * stripShades
    }
  })
  for (let shade = 1; shade <= 2 * stripShades; shade++) {
    if (!shades.includes(shade)) continue
    context.beginPath()
    for (let k = shades.indexOf(shade); k >= 0; k = shades.indexOf(shade, k + 1))
      context.rect(
        left + (k % bins) * binWidth,
        rowBase(geometry, Math.floor(k / bins)) - height,
        binWidth + 0.3,
        height,
      )
    const grey = shade > stripShades
    const share = (grey ? shade - stripShades : shade) / stripShades
    context.fillStyle = grey ? fade(palette.ink3, 0.08 + 0.62 * share) : fade(colour, 0.08 + 0.92 * share)
    context.fill()
  }
}

/** What lies outside the axis is written at its edge: 6 % ▸. */
function drawOutside(
  context: Context,
  frame: PlotFrame,
  geometry: RowGeometry,
  { layers }: HistogramRows,
  palette: Palette,
): void {
  const size = Math.min(10, geometry.rowHeight - 1)
  const thinned = size < 7 ? Math.ceil(9 / geometry.rowHeight) : 1
  const style = { size: Math.max(size, 8), colour: palette.ink2, halo: palette.paper }
  layers.forEach(({ below, above }, row) => {
    if (row % thinned !== 0) return
    const y = rowBase(geometry, row) - Math.max(1, (geometry.rowHeight - style.size) / 2 - 0.5)
    if (below > leastOutside) drawText(context, `◂ ${honestPercent(below)}`, frame.left + 3, y, style)
    if (above > leastOutside)
      drawText(context, `${honestPercent(above)} ▸`, frame.right - 3, y, { ...style, align: 'right' })
  })
}

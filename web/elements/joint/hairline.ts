// The vertical hairline that crosses every lane, with f and f′ at that x.

import { drawDot, drawLine, drawMarker, drawText, onGrid, textWidth, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { fixed } from '../format.js'
import type { PlotFrame } from '../plot-frame.js'
import type { Point } from '../sampling.js'

const gap = 9
const lineHeight = 15

export function drawHairline(
  context: Context,
  frame: PlotFrame,
  x: number,
  bottom: number,
  point: Point | null,
  lane: number,
  colour: string,
  palette: Palette,
): void {
  const at = frame.x(x)
  drawLine(context, onGrid(at), frame.top - 2, onGrid(at), bottom, palette.ink)
  if (!point) return
  const valueY = frame.y(point.value)
  const slopeY = frame.y(point.slope)
  const inside = (y: number) => y >= frame.top - 2 && y <= frame.bottom + 2
  if (inside(slopeY)) drawDot(context, at, slopeY, 3.4, colour, palette.paper)
  if (inside(valueY)) drawMarker(context, lane, at, valueY, 4.5, colour)
  drawReadout(context, frame, at, valueY, slopeY, point, palette)
}

function drawReadout(
  context: Context,
  frame: PlotFrame,
  at: number,
  valueY: number,
  slopeY: number,
  point: Point,
  palette: Palette,
): void {
  const strong = { size: 12, weight: 600 as const, colour: palette.ink, halo: palette.paper }
  const plain = { size: 12, colour: palette.ink2, halo: palette.paper }
  const texts = [`f ${fixed(point.value)}`, `f′ ${fixed(point.slope)}`]
  const width = Math.max(textWidth(context, texts[0], strong), textWidth(context, texts[1], plain))
  const left = at + gap + width > frame.right - 2 ? at - gap - width : at + gap
  // Whichever corner of the frame lies farther from both lines.
  const top = frame.top + 13
  const low = frame.bottom - lineHeight - 6
  const clearance = (y: number) => Math.min(Math.abs(valueY - y - 2), Math.abs(slopeY - y - 2))
  const y = clearance(low) >= clearance(top) ? low : top
  drawText(context, texts[0], left, y, strong)
  drawText(context, texts[1], left, y + lineHeight, plain)
}

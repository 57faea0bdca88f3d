// What uPlot does not draw: raw traces, the line of guessing, lane markers, names at the line ends.

import type uPlot from 'uplot'
import { addMarker, drawMarker, drawText, fade, laneColour, textWidth, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { PlotFrame, type Range } from '../plot-frame.js'
import type { Chance } from './metric.js'
import type { LaneColumns } from './resample.js'

export interface ChartScene {
  lanes: LaneColumns[]
  steps: Readonly<Range>
  values: Readonly<Range>
  chance: Chance | null
  compact: boolean
  nameRoom: number
}

const nameStyle = (colour: string) => ({ size: 12, weight: 600 as const, colour })
const nameGap = 9
const nameHeight = 14
const nameWidth = (context: Context, name: string): number => textWidth(context, name, nameStyle('#000'))

/** The name as far as there is room for it. */
function fitted(context: Context, name: string, room: number): string {
  let text = name
  while (text.length > 2 && nameWidth(context, text) > room) text = `${text.slice(0, -2)}…`
  return text
}

/** The name in as many lines as it needs, broken between words. */
const wrapped = (context: Context, name: string, room: number): string[] =>
  name.split(' ').reduce<string[]>((lines, word) => {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word
    return nameWidth(context, longer) > room ? [...lines, word] : [...lines.slice(0, -1), longer]
  }, [])

const rawOpacity = 0.13

/** Room for the names at the right. */
export function nameRoom(context: Context, names: string[], width: number): number {
  const most = width * 0.4 - nameGap - 4
  const lines = names.flatMap((name) => wrapped(context, name, most))
  const widest = Math.max(0, ...lines.map((line) => nameWidth(context, line)))
  return Math.ceil(Math.min(most, widest) + nameGap + 4)
}

/** uPlot's plotting area in CSS pixels. */
export function frameOf(
  chart: uPlot,
  ratio: number,
  steps: Readonly<Range>,
  values: Readonly<Range>,
): PlotFrame {
  const { left, top, width, height } = chart.bbox
  return new PlotFrame(left / ratio, top / ratio, width / ratio, height / ratio, steps, values)
}

export function paintBehind(context: Context, frame: PlotFrame, scene: ChartScene, palette: Palette): void {
  context.save()
  frame.clip(context, 1)
  for (const { lane, low, high } of scene.lanes) {
    if (!low || !high || scene.compact) continue
    context.strokeStyle = fade(
      laneColour(palette, lane.lane),
      palette.scheme === 'dark' ? 2 * rawOpacity : 1.6 * rawOpacity,
    )
    context.lineWidth = 1
    context.beginPath()
    const perColumn = frame.width / (low.length - 1)
    for (let c = 0; c < low.length; c++) {
      if (Number.isNaN(low[c])) continue
      const x = frame.left + c * perColumn
      context.moveTo(x, frame.y(high[c]))
      context.lineTo(x, frame.y(low[c]) + 1)
    }
    context.stroke()
  }
  context.restore()
  if (scene.chance) paintChance(context, frame, scene.chance, scene.compact, palette)
}

function paintChance(
  context: Context,
  frame: PlotFrame,
  chance: Chance,
  compact: boolean,
  palette: Palette,
): void {
  const y = frame.y(chance.value)
  if (y < frame.top - 1 || y > frame.bottom) return
  context.strokeStyle = palette.ink3
  context.lineWidth = 1
  context.setLineDash([1, 3])
  context.beginPath()
  context.moveTo(frame.left, y)
  context.lineTo(frame.right, y)
  context.stroke()
  context.setLineDash([])
  if (compact) return
  // Above the line where there is room, or below.
  const above = y - 9 > 6
  drawText(context, chance.label, frame.right, above ? y - 5 : y + 14, {
    colour: palette.ink2,
    align: 'right',
    halo: palette.paper,
  })
}

/** Markers at the quarters and the end of each line, so that lanes differ without colour. */
export function paintFront(context: Context, frame: PlotFrame, scene: ChartScene, palette: Palette): void {
  const ends: { y: number; text: string; colour: string }[] = []
  const width = scene.nameRoom - nameGap
  const names = scene.lanes.map(({ lane }) => wrapped(context, lane.name, width))
  const allFit = names.flat().length * nameHeight < frame.height + nameHeight
  scene.lanes.forEach(({ lane, smooth, end }, i) => {
    const colour = laneColour(palette, lane.lane)
    if (end && end.step >= scene.steps.low) {
      const x = Math.min(frame.right, frame.x(end.step))
      const value = end.step <= scene.steps.high ? end.value : smooth[smooth.length - 1]
      const y = Math.max(frame.top, Math.min(frame.bottom, frame.y(value)))
      paintQuarters(context, frame, smooth, lane.lane, colour, x)
      drawMarker(context, lane.lane, x, y, 4.2, colour)
      // A hair apart, so that the lines of one name stay together.
      for (const text of allFit ? names[i] : [lane.name])
        ends.push({ y: y + ends.length * 1e-3, text: fitted(context, text, width), colour })
    }
  })
  const places = spread(
    ends.map((end) => end.y),
    frame.top + 2,
    frame.bottom - 5,
  )
  ends.forEach((end, i) => {
    drawText(context, end.text, frame.right + nameGap, places[i], {
      ...nameStyle(end.colour),
      baseline: 'middle',
    })
  })
}

function paintQuarters(
  context: Context,
  frame: PlotFrame,
  smooth: Float64Array,
  lane: number,
  colour: string,
  endX: number,
): void {
  context.beginPath()
  for (const quarter of [0.25, 0.5, 0.75]) {
    const value = smooth[Math.round(quarter * (smooth.length - 1))]
    const x = frame.left + quarter * frame.width
    const y = frame.y(value)
    if (!Number.isFinite(value) || y < frame.top || y > frame.bottom || endX - x < 12) continue
    addMarker(context, lane, x, y, 3.2)
  }
  context.fillStyle = colour
  context.fill()
}

/** Moves labels apart without leaving [top, bottom] or changing their order. */
export function spread(wanted: number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b])
  const places = [...wanted]
  let above = top - nameHeight
  for (const i of order) above = places[i] = Math.max(places[i], above + nameHeight)
  let below = bottom + nameHeight
  for (const i of order.reverse()) below = places[i] = Math.min(places[i], below - nameHeight)
  return places
}

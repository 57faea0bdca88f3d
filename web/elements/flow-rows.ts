// The rows of the flow figure: gradient on a log axis, then the layer's condition in figures.

import type { LayerProbe } from '../engine/types.js'
import { drawLine, drawMarker, drawText, fade, onGrid, textWidth, type Context } from './canvas.js'
import type { Palette } from './environment.js'
import { bare, bareSigned, percent } from './format.js'
import { healthOf, isUnhealthy, type LayerHealth } from './health.js'
import type { RowGeometry } from './row-geometry.js'

const lowestPower = -5
const highestPower = 1
/** Where there is room; the outer two where there is little. */
const tickPowers = [-4, -2, 0]
const tickRoom = 100

export interface LogAxis {
  left: number
  width: number
}

const position = ({ left, width }: LogAxis, value: number): number => {
  const power = Math.log10(Math.max(value, 1e-300))
  const share = (power - lowestPower) / (highestPower - lowestPower)
  return left + Math.max(0, Math.min(1, share)) * width
}

const middle = ({ rowsTop, rowHeight }: RowGeometry, row: number): number => rowsTop + (row + 0.5) * rowHeight

export function drawLogAxis(
  context: Context,
  axis: LogAxis,
  rows: RowGeometry,
  ticks: boolean,
  palette: Palette,
): void {
  for (let power = lowestPower; power <= highestPower; power++) {
    const x = onGrid(axis.left + ((power - lowestPower) / (highestPower - lowestPower)) * axis.width)
    drawLine(context, x, rows.rowsTop - 2, x, rows.rowsBottom, power === 0 ? palette.rule : palette.hair)
  }
  if (!ticks) return
  for (const power of tickPowers) {
    if (power === -2 && axis.width < tickRoom) continue
    const x = axis.left + ((power - lowestPower) / (highestPower - lowestPower)) * axis.width
    const base = { colour: palette.ink3, align: 'center' as const }
    if (power === 0) drawText(context, '1', x, rows.rowsBottom + 13, base)
    else {
      drawText(context, '10', x - 4, rows.rowsBottom + 13, base)
      drawText(context, `−${-power}`, x + 3, rows.rowsBottom + 9, { size: 9, colour: palette.ink3 })
    }
  }
}

export function drawGradients(
  context: Context,
  axis: LogAxis,
  rows: RowGeometry,
  gradients: number[],
  initial: number[],
  lane: number,
  colour: string,
  palette: Palette,
): void {
  context.strokeStyle = fade(colour, 0.45)
  context.lineWidth = 1.5
  context.beginPath()
  gradients.forEach((value, row) => context.lineTo(position(axis, value), middle(rows, row)))
  context.stroke()
  const half = Math.min(4, rows.rowHeight / 2 - 1)
  const radius = Math.max(1.9, Math.min(3.8, rows.rowHeight * 0.25))
  gradients.forEach((value, row) => {
    const y = middle(rows, row)
    if (initial[row] !== undefined) {
      const x = position(axis, initial[row])
      drawLine(context, x, y - half, x, y + half, palette.ink3)
    }
    drawMarker(context, lane, position(axis, value), y, radius, colour)
    const arrow = { size: 9, colour, baseline: 'middle' as const }
    if (value < 10 ** lowestPower) drawText(context, '◂', axis.left - 5, y, { ...arrow, align: 'right' })
    if (value > 10 ** highestPower) drawText(context, '▸', axis.left + axis.width + 5, y, arrow)
  })
}

export interface FlowHeadings {
  gradient: string
  meanSlope: string
  saturated: string
  dead: string
  mean: string
  variance: string
  /** Head of the row numbers in the text alternative. */
  layer: string
}

const allColumns: readonly (keyof LayerHealth)[] = ['meanSlope', 'saturated', 'dead', 'mean', 'variance']
const briefColumns = allColumns.slice(0, 2)
/** Right end of each column as a share of the table: a signed mean wants more room than a percentage. */
const columnEnds = [0.2, 0.41, 0.61, 0.82, 1]
const briefEnds = [0.46, 1]

export const cellText = (health: LayerHealth, column: keyof LayerHealth): string => {
  // What has no meaning: the slope of a function of rows.
  if (Number.isNaN(health[column])) return '–'
  if (column === 'meanSlope') return bare(health.meanSlope)
  if (column === 'mean') return bareSigned(health.mean)
  if (column === 'variance') return bare(health.variance)
  return percent(health[column])
}

/** Where the table stands and what it has room for. */
export interface Table {
  left: number
  width: number
  /** Mean slope and saturation alone. */
  brief: boolean
}

/** The columns shown, with left and right ends. */
function columnsOf({ left, width, brief }: Table) {
  const ends = brief ? briefEnds : columnEnds
  return (brief ? briefColumns : allColumns).map((column, k) => ({
    column,
    right: left + ends[k] * width,
    room: (ends[k] - (ends[k - 1] ?? 0)) * width,
  }))
}

export function drawHeadings(
  context: Context,
  headings: FlowHeadings,
  axis: LogAxis,
  table: Table | null,
  baseline: number,
  palette: Palette,
): void {
  const style = { colour: palette.ink3 }
  drawText(context, headings.gradient, axis.left, baseline, style)
  if (!table) return
  columnsOf(table).forEach(({ column, right, room }, k) => {
    let text = headings[column]
    // A heading never runs into its neighbour: rather an ellipsis than two words in one.
    while (text.length > 2 && textWidth(context, text, style) > room - 2 && k > 0)
      text = `${text.slice(0, -2)}…`
    drawText(context, text, right, baseline, { ...style, align: 'right' })
  })
}

export function drawTable(
  context: Context,
  table: Table,
  rows: RowGeometry,
  layers: LayerProbe[],
  selected: number | null,
  palette: Palette,
): void {
  const size = Math.min(11.5, rows.rowHeight - 0.5)
  const shown = columnsOf(table)
  // Rows too low for figures: every n-th, and the selected one.
  const every = Math.ceil(10 / rows.rowHeight)
  layers.forEach((layer, row) => {
    const isSelected = row === selected
    const crowded = selected !== null && !isSelected && Math.abs(row - selected) < every
    if (!isSelected && (row % every !== 0 || crowded)) return
    const health = healthOf(layer)
    const bad = isUnhealthy(health)
    for (const { column, right } of shown) {
      const zero = health[column] === 0
      drawText(context, cellText(health, column), right, middle(rows, row) + 0.5, {
        size: Math.max(9.5, size),
        weight: bad[column] ? 700 : 400,
        colour: bad[column] ? palette.ink : zero ? palette.ink3 : palette.ink2,
        align: 'right',
        baseline: 'middle',
      })
    }
  })
}

export function flowTable(layers: LayerProbe[], gradients: number[]): string[][] {
  return layers.map((layer, row) => {
    const health = healthOf(layer)
    return [
      String(row + 1),
      gradients[row].toExponential(1).replace('-', '−'),
      ...allColumns.map((column) => cellText(health, column)),
    ]
  })
}

export const flowHead = (headings: FlowHeadings): string[] => [
  headings.layer,
  headings.gradient,
  ...allColumns.map((column) => headings[column]),
]

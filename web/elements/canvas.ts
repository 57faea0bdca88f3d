// Drawing primitives in CSS pixels: crisp canvases, text with tabular figures, lane markers, hatching.

import { pixelRatio, type Palette } from './environment.js'
import { fontFamily } from './tokens.css.js'

export type Context = CanvasRenderingContext2D

/** Fits the bitmap to its box in device pixels and clears it; the context then takes CSS pixels. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): Context {
  const ratio = pixelRatio()
  const columns = Math.max(1, Math.round(width * ratio))
  const rows = Math.max(1, Math.round(height * ratio))
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns
    canvas.height = rows
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const context = canvas.getContext('2d')!
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  return context
}

const translucent = new Map<string, string>()

/** A #rrggbb colour at some opacity. */
export function fade(colour: string, opacity: number): string {
  const key = colour + opacity
  let result = translucent.get(key)
  if (result === undefined) {
    const [red, green, blue] = channels(colour)
    translucent.set(key, (result = `rgba(${red},${green},${blue},${opacity})`))
  }
  return result
}

export const channels = (colour: string): [number, number, number] => [
  parseInt(colour.slice(1, 3), 16),
  parseInt(colour.slice(3, 5), 16),
  parseInt(colour.slice(5, 7), 16),
]

export interface TextStyle {
  size?: number
  weight?: 400 | 500 | 600 | 700
  italic?: boolean
  colour: string
  align?: 'left' | 'right' | 'center'
  baseline?: 'alphabetic' | 'middle' | 'top'
  /** Drawn under the text, so that it reads on lines. */
  halo?: string
}

const fontOf = (style: TextStyle): string =>
  `${style.italic ? 'italic ' : ''}${style.weight ?? 400} ${style.size ?? 11}px ${fontFamily}`

// Width of the digit cell by font, or 0 where digits are all equally wide already.
const digitCells = new Map<string, number>()

function digitCell(context: Context, font: string): number {
  let cell = digitCells.get(font)
  if (cell === undefined) {
    const widths = [...'0123456789'].map((digit) => context.measureText(digit).width)
    const widest = Math.max(...widths)
    digitCells.set(font, (cell = widest - Math.min(...widths) < 0.05 ? 0 : widest))
  }
  return cell
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9'

const hasDigit = /\d/

/** Sets the font; returns the digit cell that the text needs, or 0. */
function setFont(context: Context, text: string, style: TextStyle): number {
  const font = fontOf(style)
  context.font = font
  return hasDigit.test(text) ? digitCell(context, font) : 0
}

export function textWidth(context: Context, text: string, style: TextStyle): number {
  const cell = setFont(context, text, style)
  if (cell === 0) return context.measureText(text).width
  let width = 0
  for (const character of text) width += isDigit(character) ? cell : context.measureText(character).width
  return width
}

/** Text whose digits are all equally wide (canvas knows no font-variant-numeric). */
export function drawText(context: Context, text: string, x: number, y: number, style: TextStyle): void {
  const cell = setFont(context, text, style)
  context.textBaseline = style.baseline ?? 'alphabetic'
  context.fillStyle = style.colour
  if (style.halo) {
    context.lineWidth = 4
    context.lineJoin = 'round'
    context.strokeStyle = style.halo
  }
  const align = style.align ?? 'left'
  if (cell === 0) {
    context.textAlign = align
    if (style.halo) context.strokeText(text, x, y)
    context.fillText(text, x, y)
    return
  }
  const width = textWidth(context, text, style)
  const start = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
  context.textAlign = 'left'
  for (const pass of style.halo ? ['strokeText' as const, 'fillText' as const] : ['fillText' as const]) {
    let pen = start
    for (const character of text) {
      const own = context.measureText(character).width
      const advance = isDigit(character) ? cell : own
      context[pass](character, pen + (advance - own) / 2, y)
      pen += advance
    }
  }
}

/** A hairline on the pixel grid. */
export function drawLine(
  context: Context,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  width = 1,
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

export const onGrid = (pixel: number): number => Math.round(pixel) + 0.5

/** ● ■ ▲ ◆ by lane slot, of equal optical size. */
export function addMarker(path: Context | Path2D, lane: number, x: number, y: number, radius: number): void {
  switch (lane) {
    case 0:
      path.moveTo(x + radius, y)
      path.arc(x, y, radius, 0, 2 * Math.PI)
      break
    case 1:
      path.rect(x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76)
      break
    case 2:
      path.moveTo(x, y - radius * 1.15)
      path.lineTo(x + radius * 1.1, y + radius * 0.8)
      path.lineTo(x - radius * 1.1, y + radius * 0.8)
      path.closePath()
      break
    default:
      path.moveTo(x, y - radius * 1.3)
      path.lineTo(x + radius * 1.15, y)
      path.lineTo(x, y + radius * 1.3)
      path.lineTo(x - radius * 1.15, y)
      path.closePath()
  }
}

export function drawMarker(
  context: Context,
  lane: number,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  context.beginPath()
  addMarker(context, lane, x, y, radius)
  context.fillStyle = colour
  context.fill()
}

/** A closed dot for a value taken, an open one for a limit that is not. */
export function drawDot(
  context: Context,
  x: number,
  y: number,
  radius: number,
  colour: string,
  openOn: string | null,
): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = openOn ?? colour
  context.fill()
  if (openOn === null) return
  context.lineWidth = 1.5
  context.strokeStyle = colour
  context.stroke()
}

/** 45° lines, 6 px apart, in step with those of neighbouring rectangles. */
export function drawHatch(
  context: Context,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): void {
  if (width <= 0 || height <= 0) return
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.strokeStyle = colour
  context.lineWidth = 1
  context.beginPath()
  const first = Math.floor((x + y) / 6) * 6
  for (let sum = first; sum < x + width + y + height; sum += 6) {
    context.moveTo(sum - y - height, y + height)
    context.lineTo(sum - y, y)
  }
  context.stroke()
  context.restore()
}

export const laneColour = (palette: Palette, lane: number): string => palette.lanes[lane & 3]

// Direct labels: each stands at its own line, clear of the other lines, inside the frame. No legend box.

import { drawText, textWidth, type Context } from './canvas.js'
import { short } from './format.js'
import type { PlotFrame } from './plot-frame.js'
import type { SampledCurve } from './sampling.js'

export interface LabelWish {
  text: string
  /** Written after the text, upright: ≤ 0.25. */
  note: string
  curve: SampledCurve
  what: 'value' | 'slope'
  colour: string
  /** Where along x it would best stand, as a share of the frame. */
  preferred: number
  /** Names stand upright, f and f ′ slanted. */
  upright?: boolean
  /** Less weight, for the second label of a function. */
  light?: boolean
}

export interface PlacedLabel {
  wish: LabelWish
  left: number
  middle: number
  width: number
  height: number
}

/** ≤ 0.25; empty where f′ is unbounded, its bound unknown, or too large to say anything. */
export const boundNote = (bound: number | null): string =>
  bound === null || !(bound < 1e4) ? '' : `≤ ${short(bound)}`

type Box = Pick<PlacedLabel, 'left' | 'middle' | 'width' | 'height'>

const size = 13
const noteGap = 5
/** Between two labels side by side. */
const labelGap = 14
const candidates = 40
const offsets = [13, 18, 25]

const style = (wish: LabelWish) => ({
  size,
  weight: wish.light ? (500 as const) : (600 as const),
  italic: !wish.upright,
  colour: wish.colour,
})

const noteStyle = (wish: LabelWish) => ({ size: 12, weight: 500 as const, colour: wish.colour })

/** Points of all lines in pixels, a few apart. */
function obstaclesOf(wishes: LabelWish[], frame: PlotFrame): Float32Array {
  const points: number[] = []
  for (const { curve, what } of wishes)
    for (const branch of curve.branches) {
      const step = Math.max(1, Math.floor(branch.x.length / 120))
      for (let i = 0; i < branch.x.length; i += step) {
        const y = frame.y(branch[what][i])
        if (y > frame.top - 12 && y < frame.bottom + 12) points.push(frame.x(branch.x[i]), y)
      }
    }
  return Float32Array.from(points)
}

function crossings(box: Box, obstacles: Float32Array): number {
  let hits = 0
  for (let i = 0; i < obstacles.length; i += 2) {
    const x = obstacles[i]
    const y = obstacles[i + 1]
    if (x > box.left - 3 && x < box.left + box.width + 3 && Math.abs(y - box.middle) < box.height / 2 + 2)
      hits++
  }
  return hits
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + labelGap &&
  b.left < a.left + a.width + labelGap &&
  Math.abs(a.middle - b.middle) < (a.height + b.height) / 2 + 2

/** Places the labels one after the other; one that finds no room at all is left out. */
export function placeLabels(context: Context, wishes: LabelWish[], frame: PlotFrame): PlacedLabel[] {
  const obstacles = obstaclesOf(wishes, frame)
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    const noteWidth = wish.note ? noteGap + textWidth(context, wish.note, noteStyle(wish)) : 0
    const width = textWidth(context, wish.text, style(wish)) + noteWidth
    const best = bestPlace(wish, { width, height: size + 2 }, frame, obstacles, placed)
    if (best) placed.push(best)
  }
  return placed
}

function bestPlace(
  wish: LabelWish,
  extent: { width: number; height: number },
  frame: PlotFrame,
  obstacles: Float32Array,
  placed: PlacedLabel[],
): PlacedLabel | null {
  let best: PlacedLabel | null = null
  let least = Infinity
  for (let k = 0; k <= candidates; k++) {
    const share = k / candidates
    const at = pointOn(wish, frame, share)
    if (at === null) continue
    for (const [rank, offset] of offsets.entries())
      for (const side of [-1, 1]) {
        const left = frame.left + share * frame.width - extent.width / 2
        const box = { wish, left, middle: at + side * offset, ...extent }
        const inside =
          left >= frame.left + 2 &&
          left + extent.width <= frame.right - 4 &&
          box.middle - extent.height / 2 >= frame.top &&
          box.middle + extent.height / 2 <= frame.bottom
        if (!inside || placed.some((other) => overlap(box, other))) continue
        const cost =
          12 * crossings(box, obstacles) +
          26 * Math.abs(share - wish.preferred) +
          2.5 * rank +
          (side > 0 ? 0.2 : 0)
        if (cost < least) {
          least = cost
          best = box
        }
      }
  }
  return best
}

/** Height of the line in pixels at a share of the frame's width; null where it is out of the frame. */
function pointOn({ curve, what }: LabelWish, frame: PlotFrame, share: number): number | null {
  const x = frame.xRange.low + share * (frame.xRange.high - frame.xRange.low)
  for (const branch of curve.branches) {
    const last = branch.x.length - 1
    if (x > branch.x[last] || x < branch.x[0]) continue
    const i = Math.round(((x - branch.x[0]) / (branch.x[last] - branch.x[0])) * last)
    const y = frame.y(branch[what][i])
    return y >= frame.top && y <= frame.bottom ? y : null
  }
  return null
}

export function drawLabel(context: Context, label: PlacedLabel, halo: string): void {
  const { wish, left, middle } = label
  drawText(context, wish.text, left, middle, { ...style(wish), baseline: 'middle', halo })
  if (!wish.note) return
  const start = left + textWidth(context, wish.text, style(wish)) + noteGap
  drawText(context, wish.note, start, middle, { ...noteStyle(wish), baseline: 'middle', halo })
}

// How a function is drawn, everywhere: f solid, f′ dashed, broken at jumps with open and closed dots.

import type { Jump } from '../engine/types.js'
import { drawDot, type Context } from './canvas.js'
import type { PlotFrame } from './plot-frame.js'
import type { Branch, SampledCurve } from './sampling.js'

const valueWidth = 2.25
const slopeWidth = 1.5
/** A dash means derivative, nowhere else. */
export const slopeDash = [5, 4]
const dotRadius = 3.2

function addBranch(path: Path2D, frame: PlotFrame, x: Float32Array, y: Float32Array, joined: boolean): void {
  let open = joined
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(y[i])) open = false
    else if (open) path.lineTo(frame.x(x[i]), frame.y(y[i]))
    else {
      path.moveTo(frame.x(x[i]), frame.y(y[i]))
      open = true
    }
  }
}

export function valuePath(curve: SampledCurve, frame: PlotFrame): Path2D {
  const path = new Path2D()
  curve.branches.forEach(({ x, value }, k) => {
    addBranch(path, frame, x, value, k > 0 && !curve.valueBroken[k])
  })
  return path
}

export function slopePath(curve: SampledCurve, frame: PlotFrame): Path2D {
  const path = new Path2D()
  for (const { x, slope } of curve.branches) addBranch(path, frame, x, slope, false)
  return path
}

export function strokeValue(context: Context, path: Path2D, colour: string, width = valueWidth): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineJoin = 'round'
  context.stroke(path)
}

/** Thinner and in shorter dashes where the figure is small. */
export function strokeSlope(
  context: Context,
  path: Path2D,
  colour: string,
  width = slopeWidth,
  dash: readonly number[] = slopeDash,
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineJoin = 'round'
  context.setLineDash([...dash])
  context.stroke(path)
  context.setLineDash([])
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a))

/** A closed dot at the value taken, open dots at the limits that are not. */
function drawJump(
  context: Context,
  frame: PlotFrame,
  jump: Jump,
  colour: string,
  paper: string,
  radius: number,
): void {
  const { left, at, right } = jump
  for (const limit of [left, right]) {
    if (!same(limit, at) && Number.isFinite(limit))
      drawDot(context, frame.x(jump.x), frame.y(limit), radius, colour, paper)
  }
  if (Number.isFinite(at)) drawDot(context, frame.x(jump.x), frame.y(at), radius, colour, null)
}

export function drawJumps(
  context: Context,
  frame: PlotFrame,
  jumps: Jump[],
  colour: string,
  paper: string,
  radius = dotRadius,
): void {
  for (const jump of jumps) {
    if (jump.x >= frame.xRange.low && jump.x <= frame.xRange.high)
      drawJump(context, frame, jump, colour, paper, radius)
  }
}

/** The area between two samplings of the same branches. */
export function bandPath(
  first: Branch[],
  second: Branch[],
  frame: PlotFrame,
  what: 'value' | 'slope',
): Path2D {
  const path = new Path2D()
  first.forEach((branch, k) => {
    const { x } = branch
    const upper = branch[what]
    const lower = second[k][what]
    for (let i = 0; i < x.length; i++) {
      if (i) path.lineTo(frame.x(x[i]), frame.y(upper[i]))
      else path.moveTo(frame.x(x[i]), frame.y(upper[i]))
    }
    for (let i = x.length - 1; i >= 0; i--) path.lineTo(frame.x(x[i]), frame.y(lower[i]))
    path.closePath()
  })
  return path
}

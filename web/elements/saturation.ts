// Where a function lets nothing back: tinted where |f′| < 0.05, hatched where f′ = 0.
// Class and ends come from the measured properties, never from rounding what was drawn.

import type { Properties } from '../engine/types.js'
import { drawHatch, type Context } from './canvas.js'
import type { Palette } from './environment.js'
import type { PlotFrame, Range } from './plot-frame.js'
import type { SampledCurve } from './sampling.js'

export const smallSlope = 0.05

export interface Zone extends Range {
  hard: boolean
}

export function saturationZones(
  properties: Properties,
  curve: SampledCurve,
  { low, high }: Readonly<Range>,
): Zone[] {
  const zones: Zone[] = []
  const { leftSaturation, leftSaturationEnd, rightSaturation, rightSaturationEnd } = properties
  if (leftSaturation !== 'none' && leftSaturationEnd > low)
    zones.push({ low, high: Math.min(high, leftSaturationEnd), hard: leftSaturation === 'hard' })
  if (rightSaturation !== 'none' && rightSaturationEnd < high)
    zones.push({ low: Math.max(low, rightSaturationEnd), high, hard: rightSaturation === 'hard' })
  return [...zones, ...flatPieces(curve)].filter((zone) => zone.high > zone.low)
}

/** Flat pieces between two measured jumps (hard shrink around 0): their slope is exactly zero. */
function flatPieces({ branches }: SampledCurve): Zone[] {
  return branches
    .slice(1, -1)
    .filter(({ slope }) => slope.every((value) => value === 0))
    .map(({ x }) => ({ low: x[0], high: x[x.length - 1], hard: true }))
}

export function drawZones(
  context: Context,
  zones: Zone[],
  frame: PlotFrame,
  bottom: number,
  palette: Palette,
): void {
  for (const zone of zones) {
    const left = frame.x(zone.low)
    const width = frame.x(zone.high) - left
    context.fillStyle = palette.sat
    context.fillRect(left, frame.top, width, bottom - frame.top)
    if (zone.hard) drawHatch(context, left, frame.top, width, bottom - frame.top, palette.hatch)
  }
}

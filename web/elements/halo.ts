// The halo: f grows thicker where more inputs fall.

import type { Context } from './canvas.js'
import type { PlotFrame } from './plot-frame.js'
import type { SampledCurve } from './sampling.js'

const thickest = 15
/** Pixels of half thickness at a density of one (all inputs within one unit of x). */
const pixelsPerDensity = 22
const kernel = [1, 3, 4, 3, 1]

/** Points of the curve on screen with their unit normals, flat: x, y, normal x, normal y. */
export interface HaloSpine {
  points: Float32Array
  /** Values of x, in the units of the axis. */
  at: Float32Array
}

export function haloSpines(curve: SampledCurve, frame: PlotFrame): HaloSpine[] {
  return curve.branches.map(({ x, value, slope }) => {
    const step = Math.max(1, Math.round(1.75 / ((x[1] - x[0]) * frame.unitX || 1)))
    const count = Math.ceil((x.length - 1) / step) + 1
    const points = new Float32Array(4 * count)
    const at = new Float32Array(count)
    for (let k = 0; k < count; k++) {
      const i = Math.min(x.length - 1, k * step)
      const run = frame.unitX
      const rise = -slope[i] * frame.unitY
      const length = Math.hypot(run, rise)
      at[k] = x[i]
      points.set([frame.x(x[i]), frame.y(value[i]), rise / length, -run / length], 4 * k)
    }
    return { points, at }
  })
}

export interface Density {
  low: number
  high: number
  /** Fraction of the inputs per unit of x, smoothed. */
  perUnit: Float32Array
}

/** Mean of the given histograms, smoothed over five bins. */
export function density(histograms: Float32Array[], low: number, high: number): Density {
  const bins = histograms[0].length
  const sum = new Float32Array(bins)
  for (const histogram of histograms) for (let b = 0; b < bins; b++) sum[b] += histogram[b]
  const perUnit = new Float32Array(bins)
  const scale = bins / (high - low) / histograms.length
  for (let b = 0; b < bins; b++) {
    let weighted = 0
    let weight = 0
    for (let k = -2; k <= 2; k++) {
      if (b + k < 0 || b + k >= bins) continue
      weighted += sum[b + k] * kernel[k + 2]
      weight += kernel[k + 2]
    }
    perUnit[b] = (weighted / weight) * scale
  }
  return { low, high, perUnit }
}

export function densityAt({ low, high, perUnit }: Density, x: number): number {
  const bins = perUnit.length
  const position = ((x - low) / (high - low)) * bins - 0.5
  if (position < -0.5 || position > bins - 0.5) return 0
  const k = Math.max(0, Math.min(bins - 2, Math.floor(position)))
  const t = Math.max(0, Math.min(1, position - k))
  return perUnit[k] * (1 - t) + perUnit[k + 1] * t
}

export function drawHalo(context: Context, spines: HaloSpine[], of: Density, colour: string): void {
  context.beginPath()
  for (const { points, at } of spines) {
    const count = at.length
    const thickness = new Float32Array(count)
    for (let k = 0; k < count; k++) thickness[k] = Math.min(thickest, densityAt(of, at[k]) * pixelsPerDensity)
    for (let k = 0; k < count; k++) {
      const x = points[4 * k] + points[4 * k + 2] * thickness[k]
      const y = points[4 * k + 1] + points[4 * k + 3] * thickness[k]
      if (k) context.lineTo(x, y)
      else context.moveTo(x, y)
    }
    for (let k = count - 1; k >= 0; k--)
      context.lineTo(
        points[4 * k] - points[4 * k + 2] * thickness[k],
        points[4 * k + 1] - points[4 * k + 3] * thickness[k],
      )
    context.closePath()
  }
  context.fillStyle = colour
  context.fill()
}

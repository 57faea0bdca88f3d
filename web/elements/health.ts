// What counts as healthy for a layer, and the numbers the table shows of it. Sentences belong to the page.

import type { LayerProbe } from '../engine/types.js'

/** Ends of the healthy ranges; a figure beyond one is set in bold. */
export const healthy = {
  meanSlopeAtLeast: 0.1,
  saturatedAtMost: 0.5,
  deadAtMost: 0.3,
  meanWithin: 0.4,
  /** Below it a layer says the same to every input. */
  varianceAtLeast: 0.001,
} as const

export interface LayerHealth {
  meanSlope: number
  saturated: number
  dead: number
  mean: number
  variance: number
}

export const healthOf = (layer: LayerProbe): LayerHealth => ({
  meanSlope: layer.meanSlope,
  saturated: layer.saturatedLeft + layer.saturatedRight,
  dead: layer.dead,
  mean: layer.mean,
  variance: layer.variance,
})

export const isUnhealthy = ({
  meanSlope,
  saturated,
  dead,
  mean,
  variance,
}: LayerHealth): Record<keyof LayerHealth, boolean> => ({
  meanSlope: meanSlope < healthy.meanSlopeAtLeast,
  saturated: saturated > healthy.saturatedAtMost,
  dead: dead > healthy.deadAtMost,
  mean: Math.abs(mean) > healthy.meanWithin,
  variance: variance < healthy.varianceAtLeast,
})

/** The probe's loss is averaged over the rows: this undoes it, so that the size of the data does not show. */
export const gradientScale = (rows: number): number => Math.sqrt(rows)

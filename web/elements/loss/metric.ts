// What a progress chart shows of a lane's history.

import type { LaneHistory } from '../../engine/lane-types.js'

export interface ChartLane {
  name: string
  /** Slot 0 to 3: colour and marker. */
  lane: number
  history: LaneHistory | null
  /** Multiplies the gradient: √batch undoes the mean over the batch. Default 1. */
  gradientScale?: number
}

export interface Chance {
  value: number
  label: string
}

/** For Lit: pages make the object anew at each rendering. */
export const chanceChanged = (a: Chance | null, b: Chance | null | undefined): boolean =>
  a?.value !== b?.value || a?.label !== b?.label

export interface Metric {
  /** Decades instead of units. */
  log: boolean
  /** Per history point, on the axis drawn: a logarithm where `log`. */
  values(lane: ChartLane, history: LaneHistory): Float32Array
  /** Smallest and largest value of each point, drawn faintly behind the smoothed line. */
  spread: ((history: LaneHistory) => { low: Float32Array; high: Float32Array }) | null
  /** A second, thinner line. */
  test: ((history: LaneHistory) => { steps: Float64Array; values: Float32Array }) | null
}

export const lossMetric: Metric = {
  log: false,
  values: (_, history) => history.mean,
  spread: ({ low, high }) => ({ low, high }),
  test: ({ scoreSteps, testLoss }) => ({ steps: scoreSteps, values: testLoss }),
}

const smallestGradient = 1e-12

export const gradientMetric: Metric = {
  log: true,
  values: ({ gradientScale = 1 }, { gradient }) =>
    gradient.map((value) => Math.log10(Math.max(smallestGradient, value * gradientScale))),
  spread: null,
  test: null,
}

// Histories of different strides brought onto one grid of columns, one per pixel: uPlot wants aligned data, and
// more points than pixels cost time for nothing.

import type { LaneHistory } from '../../engine/lane-types.js'
import type { Range } from '../plot-frame.js'
import type { ChartLane, Metric } from './metric.js'

export interface LaneColumns {
  lane: ChartLane
  /** NaN where the lane has nothing. */
  smooth: Float64Array
  low: Float64Array | null
  high: Float64Array | null
  test: Float64Array | null
  /** Last step and smoothed value of the whole history; null before the first point. */
  end: { step: number; value: number } | null
}

/** Steps over which the line is smoothed: a fortieth of what is shown, and at least 25. */
const smoothingSteps = (span: number): number => Math.max(25, span / 40)

/** Exponential mean that starts as a plain one; what is not finite is passed over. */
export function smoothed(values: Float32Array, stride: number, span: number): Float64Array {
  const constant = smoothingSteps(span) / stride
  const result = new Float64Array(values.length)
  let mean = NaN
  let seen = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      seen++
      mean =
        seen === 1 ? values[i] : mean + (values[i] - mean) * Math.max(1 / seen, 1 - Math.exp(-1 / constant))
    }
    result[i] = mean
  }
  return result
}

/** Index of the last element not above the value; −1 if none. */
export function indexAt(sorted: Float64Array, value: number): number {
  let low = -1
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle] <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Linear between points, NaN outside of them. */
export function interpolate(steps: Float64Array, values: ArrayLike<number>, at: number): number {
  const k = indexAt(steps, at)
  if (k < 0 || k >= steps.length) return NaN
  if (k === steps.length - 1) return steps[k] === at ? values[k] : NaN
  const t = (at - steps[k]) / (steps[k + 1] - steps[k])
  return values[k] * (1 - t) + values[k + 1] * t
}

/** The same for every column of the grid, walking along instead of searching. */
function ontoGrid(
  steps: Float64Array,
  values: ArrayLike<number>,
  range: Readonly<Range>,
  columns: number,
): Float64Array {
  const result = new Float64Array(columns).fill(NaN)
  const perColumn = (range.high - range.low) / (columns - 1)
  let k = Math.max(0, indexAt(steps, range.low))
  for (let c = 0; c < columns; c++) {
    const at = range.low + perColumn * c
    while (k + 1 < steps.length && steps[k + 1] <= at) k++
    if (at < steps[k]) continue
    if (k + 1 === steps.length) {
      // The last point takes the column it falls into.
      if (at - steps[k] < perColumn) result[c] = values[k]
      break
    }
    const t = (at - steps[k]) / (steps[k + 1] - steps[k])
    result[c] = values[k] * (1 - t) + values[k + 1] * t
  }
  return result
}

function spreadColumns(
  history: LaneHistory,
  spread: { low: Float32Array; high: Float32Array },
  range: Readonly<Range>,
  columns: number,
): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(columns).fill(NaN)
  const high = new Float64Array(columns).fill(NaN)
  const perColumn = (range.high - range.low) / (columns - 1)
  history.steps.forEach((step, i) => {
    const c = Math.round((step - range.low) / perColumn)
    if (c < 0 || c >= columns) return
    if (!(low[c] <= spread.low[i])) low[c] = spread.low[i]
    if (!(high[c] >= spread.high[i])) high[c] = spread.high[i]
  })
  return { low, high }
}

export function resample(
  lane: ChartLane,
  metric: Metric,
  range: Readonly<Range>,
  columns: number,
): LaneColumns {
  const nothing = new Float64Array(columns).fill(NaN)
  const { history } = lane
  if (!history || history.steps.length === 0)
    return { lane, smooth: nothing, low: null, high: null, test: null, end: null }
  const { steps } = history
  const line = smoothed(metric.values(lane, history), history.stride, range.high - range.low)
  const last = steps.length - 1
  const smooth = ontoGrid(steps, line, range, columns)
  const spread = metric.spread && spreadColumns(history, metric.spread(history), range, columns)
  const scores = metric.test?.(history)
  const hasTest = scores?.values.some(Number.isFinite) ?? false
  return {
    lane,
    smooth,
    low: spread?.low ?? null,
    high: spread?.high ?? null,
    test: scores && hasTest ? ontoGrid(scores.steps, scores.values, range, columns) : null,
    end: Number.isFinite(line[last]) ? { step: steps[last], value: line[last] } : null,
  }
}

/** Steps shown by default: whole five hundreds, at least a thousand. */
export function defaultSteps(lanes: ChartLane[]): Range {
  let last = 0
  for (const { history } of lanes)
    if (history?.steps.length) last = Math.max(last, history.steps[history.steps.length - 1] + history.stride)
  const unit = last > 20_000 ? 5000 : last > 4000 ? 1000 : 500
  return { low: 0, high: Math.max(1000, Math.ceil(last / unit) * unit) }
}

const roundTops = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return (roundTops.find((top) => top * power >= value * 0.9999) ?? 10) * power
}

/** Curves that climb far above guessing are clipped, or they would flatten all others. */
const timesChance = 3
const timesStart = 4

export function linearRange(lanes: LaneColumns[], chance: number | null): Range {
  let top = chance === null ? 0 : chance * 1.15
  let start = 0
  for (const { smooth } of lanes) start = Math.max(start, smooth.find(Number.isFinite) ?? 0)
  const cap = chance === null ? start * timesStart || Infinity : Math.max(chance * timesChance, top)
  for (const { smooth } of lanes) for (const value of smooth) if (value > top) top = value
  return { low: 0, high: roundUp(Math.min(top, cap) || 1) }
}

export function decadeRange(lanes: LaneColumns[]): Range {
  let low = -1
  let high = 0.3
  for (const { smooth } of lanes)
    for (const value of smooth) {
      if (value < low) low = value
      if (value > high) high = value
    }
  return { low: Math.max(-12, Math.floor(low - 0.2)), high: Math.min(8, Math.ceil(high * 2) / 2) }
}

// Which part of the y-axis a plot shows. One unit is as long as on the x-axis, so its length is given;
// it lies where most of the curves are.

import type { Range } from '../plot-frame.js'

const pad = 0.06
/** Windows that hold this share less are as good; of those the one nearest to 0 is taken. */
const alike = 0.01

export function valueWindow(samples: Float32Array[], span: number): Range {
  const values = Float32Array.from(samples.flatMap((array) => [...array]).filter(Number.isFinite)).sort()
  if (values.length === 0) return { low: -span / 2, high: span / 2 }
  const low = values[0]
  const high = values[values.length - 1]
  if (high - low <= span * (1 - 2 * pad))
    return { low: (low + high - span) / 2, high: (low + high + span) / 2 }
  const inner = span * (1 - 2 * pad)
  const held: number[] = []
  for (let first = 0, last = 0; first < values.length; first++) {
    while (last < values.length && values[last] <= values[first] + inner) last++
    held.push(last - first)
  }
  const enough = (1 - alike) * held.reduce((most, count) => Math.max(most, count), 0)
  const off = (first: number) => Math.abs(values[first] + inner / 2)
  const best = held.reduce(
    (nearest, count, first) => (count >= enough && !(off(nearest) <= off(first)) ? first : nearest),
    held.findIndex((count) => count >= enough),
  )
  const start = values[best] - pad * span
  return { low: start, high: start + span }
}

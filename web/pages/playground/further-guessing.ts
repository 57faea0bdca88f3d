// The loss of a network that answers the same to everything, for the losses that the first view does without.

import type { LaneData } from '../../engine/lane-types.js'
import type { Settings } from './controls.js'

const HALVINGS = 50

/** Undefined where the loss is not one of them. */
export function furtherGuessing(
  { data: name, loss, delta = 1 }: Settings,
  data: LaneData | null,
): number | undefined {
  if (name !== 'curve' || loss !== 'huber') return undefined
  const y = data?.y?.subarray(0, data.trainRows)
  if (!y || y.length === 0) return NaN
  const best = huberCentre(y, delta)
  return y.reduce((sum, v) => sum + huber(v - best, delta), 0) / y.length
}

const huber = (error: number, delta: number): number => {
  const size = Math.abs(error)
  return size <= delta ? (error * error) / 2 : delta * (size - delta / 2)
}

/** Where the sum of the clipped errors is 0: it falls as the answer grows. */
function huberCentre(y: Float32Array, delta: number): number {
  let [low, high] = [Math.min(...y), Math.max(...y)]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    const pull = y.reduce((sum, v) => sum + Math.max(-delta, Math.min(delta, v - middle)), 0)
    if (pull > 0) low = middle
    else high = middle
  }
  return low
}

// Where a sampled line jumps: two neighbours far apart whose distance does not shrink between them.

import type { Jump } from '../../engine/types.js'
import type { Range } from '../plot-frame.js'

const points = 480
/** Less than this no reader sees. */
const leastJump = 0.05
/** What a line without a jump may change by, against its neighbours' change. */
const steep = 3
/** About what float32 can tell apart. */
const narrowest = 2e-7
/** Of the first distance, what must be left. */
const persists = 0.7

export function jumpsOf(evaluate: (x: Float32Array) => Float32Array, { low, high }: Readonly<Range>): Jump[] {
  const x = Float32Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1))
  const y = evaluate(x)
  const change = (i: number) => (i < 0 || i + 1 >= points ? 0 : Math.abs(y[i + 1] - y[i]))
  const jumps: Jump[] = []
  for (let i = 0; i + 1 < points; i++) {
    const own = change(i)
    // A jump on a point of the grid may take two steps: the farther neighbours tell.
    const around = Math.min(change(i - 2), change(i + 2))
    if (!(own > leastJump && own > steep * around)) continue
    const jump = within(evaluate, x[i], x[i + 1], own)
    if (jump && jumps.at(-1)?.x !== jump.x) jumps.push(jump)
  }
  return jumps
}

/** Halves the interval as long as one half holds the jump. */
function within(
  evaluate: (x: Float32Array) => Float32Array,
  low: number,
  high: number,
  distance: number,
): Jump | null {
  let [left, right] = evaluate(Float32Array.of(low, high))
  while (high - low > narrowest * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2
    const [at] = evaluate(Float32Array.of(middle))
    if (Math.abs(at - left) > Math.abs(right - at)) {
      high = middle
      right = at
    } else {
      low = middle
      left = at
    }
    if (Math.abs(right - left) < persists * distance) return null
  }
  // Jumps mostly lie where a round number is met.
  const middle = (low + high) / 2
  const round = Number(middle.toFixed(4))
  const x = Math.abs(round - middle) < 1e-6 ? round : middle
  const [at] = evaluate(Float32Array.of(x))
  return { x, left, at, right }
}

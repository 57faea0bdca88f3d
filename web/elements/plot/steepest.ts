// Where |f′| is largest, if that is one place.

import type { SampledCurve } from '../sampling.js'

export interface Steepest {
  x: number
  slope: number
}

/** Nearer to the bound than this, a sample stands for it. */
const close = 1e-3
/** More samples than this at the top are a plateau. */
const most = 0.1

/** Null where the bound is approached but not reached, reached along a stretch, or out of the range sampled. */
export function steepest({ branches }: SampledCurve, bound: number): Steepest | null {
  if (!Number.isFinite(bound)) return null
  let best: Steepest | null = null
  let [near, all] = [0, 0]
  for (const { x, slope } of branches) {
    all += x.length
    for (let i = 0; i < x.length; i++) {
      if (Math.abs(slope[i]) < bound * (1 - close)) continue
      near++
      const inside = i > 0 && i < x.length - 1
      if (inside && (!best || Math.abs(slope[i]) > Math.abs(best.slope))) best = { x: x[i], slope: slope[i] }
    }
  }
  return near <= most * all ? best : null
}

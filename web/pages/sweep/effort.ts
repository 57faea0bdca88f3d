// How long a sweep is going to take, roughly: whether it may begin by itself.

import { problemOf } from '../playground/network-spec.js'
import { settingsWith } from './plan.js'
import type { SweepState } from './state.js'

/** Multiply-adds a second and core of narrow and of wide networks, and seconds to build one. */
const NARROW = 2e9
const WIDE = 1e10
const WIDE_FROM = 32
const BUILDING = 1e-3

/** A sweep of so many seconds waits until it is asked for. */
export const WAITS_FROM = 6

export function secondsOf(state: SweepState): number {
  const columns = state.values.map((value) => {
    const settings = settingsWith(state, value)
    const { inputs, outputs } = problemOf(settings.data)
    const { depth, width, batch } = settings
    const weights = inputs * width + (depth - 1) * width * width + width * outputs
    const rate = width < WIDE_FROM ? NARROW : WIDE
    return (3 * weights * batch * state.steps) / rate + BUILDING
  })
  const networks = state.functions.length * state.seeds
  return (columns.reduce((sum, seconds) => sum + seconds, 0) * networks) / navigator.hardwareConcurrency
}

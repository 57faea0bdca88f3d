// Where a gate is closed: at a = 1 it lets next to nothing back, neither to the value nor to itself.

import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { Range } from '../plot-frame.js'
import { smallSlope, type Zone } from '../saturation.js'
import { overGate } from './gated.js'

/** Farther out no gate changes its mind. */
const reach = 50
const points = 4001

export interface ClosedGates {
  /** Closed below the first and above the second; infinite where that side stays open. */
  low: number
  high: number
  lowHard: boolean
  highHard: boolean
}

export function closedGates(engine: Engine, info: ActivationInfo, parameters: Parameters): ClosedGates {
  const b = Float32Array.from({ length: points }, (_, i) => -reach + (2 * reach * i) / (points - 1))
  const { byValue, byGate } = overGate(engine, info, parameters, 1, b)
  const most = (i: number) => Math.max(Math.abs(byValue[i]), Math.abs(byGate[i]))
  let opens = 0
  while (opens < points && most(opens) < smallSlope) opens++
  let closes = points - 1
  while (closes >= 0 && most(closes) < smallSlope) closes--
  // Hard where nothing passes right beside the end: far from it, anything soft has been rounded away.
  return {
    low: opens > 0 ? b[opens - 1] : -Infinity,
    high: closes < points - 1 ? b[closes + 1] : Infinity,
    lowHard: opens > 1 && most(opens - 2) === 0,
    highHard: closes < points - 2 && most(closes + 2) === 0,
  }
}

export function closedZones(ends: ClosedGates, { low, high }: Readonly<Range>): Zone[] {
  return [
    { low, high: Math.min(high, ends.low), hard: ends.lowHard },
    { low: Math.max(low, ends.high), high, hard: ends.highHard },
  ].filter((zone) => zone.high > zone.low)
}

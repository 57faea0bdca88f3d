// One lane as the page sees it, and as the session keeps it.

import { Lane } from '../../engine/lane.js'
import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { ActivationInfo } from '../../engine/types.js'
import type { LaneChoice } from './state.js'

export type LaneStatus = 'building' | 'catching-up' | 'joined' | 'failed'

export interface LaneView {
  readonly slot: number
  readonly choice: LaneChoice
  readonly info: ActivationInfo
  /** Of the layers that have a function of their own. */
  readonly layers: Readonly<Record<number, ActivationInfo>>
  readonly status: LaneStatus
  /** Null until the function's own first picture. */
  readonly snapshot: LaneSnapshot | null
  /** Step reached while catching up. */
  readonly progress: number
  readonly error: string | null
}

export interface LaneEntry extends LaneView {
  readonly lane: Lane
  /** What it goes on from instead of its first weights. */
  file: Uint8Array | null
  choice: LaneChoice
  info: ActivationInfo
  layers: Readonly<Record<number, ActivationInfo>>
  status: LaneStatus
  snapshot: LaneSnapshot | null
  progress: number
  error: string | null
}

type Chosen = Pick<LaneEntry, 'choice' | 'info' | 'layers' | 'file'>

export function newEntry(slot: number, chosen: Chosen): LaneEntry {
  const unborn = { status: 'building', snapshot: null, progress: 0, error: null } as const
  return { slot, lane: new Lane(), ...chosen, ...unborn }
}

export function trains(entry: LaneEntry | null): entry is LaneEntry {
  return entry?.status === 'joined' && entry.snapshot?.divergedAt === null
}

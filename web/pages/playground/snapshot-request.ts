// How fine a picture is asked of a lane: coarser while it trains, and the coarser the larger its network.

import type { SnapshotRequest } from '../../engine/lane-types.js'
import type { Settings } from './controls.js'

/** Where the joint figures look. */
export interface Window {
  low: number
  high: number
}

export const FULL_WINDOW: Window = { low: -5, high: 5 }

const BINS = 80
const GRID = { playing: 56, paused: 120, least: 20 }
/** Multiply-adds for one picture of the plane. */
const GRID_WORK = { playing: 8e6, paused: 1.2e8 }

export function snapshotRequest(
  window: Readonly<Window>,
  { width, depth }: Settings,
  playing: boolean,
  weightGradients: boolean,
): SnapshotRequest {
  const pace = playing ? 'playing' : 'paused'
  const grid = Math.floor(Math.sqrt(GRID_WORK[pace] / (width * width * depth + 3 * width)))
  return {
    ...window,
    bins: BINS,
    grid: Math.min(GRID[pace], Math.max(GRID.least, grid)),
    unit: 0,
    weightGradients,
  }
}

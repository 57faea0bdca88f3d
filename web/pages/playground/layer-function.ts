// Which functions the layers of a lane have.

import type { ActivationInfo } from '../../engine/types.js'
import type { LaneView } from './lane-view.js'
import type { LaneChoice } from './state.js'

/** Of the layers with a function of their own; what the catalogue does not have stays the lane's. */
export function ownFunctions(
  { layers }: LaneChoice,
  catalogue: readonly ActivationInfo[],
): Record<number, ActivationInfo> {
  const found: Record<number, ActivationInfo> = {}
  for (const [layer, own] of Object.entries(layers ?? {})) {
    const info = catalogue.find(({ id }) => id === own)
    if (info) found[Number(layer)] = info
  }
  return found
}

/** The first layer with the lane's own function; beyond the last where none has it. */
export function firstLayer({ layers }: LaneView): number {
  let first = 0
  while (layers[first]) first++
  return first
}

/** A lane's function, or that of one of its layers. */
export function functionOf(
  { choice, info, layers }: LaneView,
  layer: number | null,
): Pick<LaneView, 'choice' | 'info'> {
  const own = layer === null ? undefined : layers[layer]
  return own ? { choice: { id: own.id, parameters: {} }, info: own } : { choice, info }
}

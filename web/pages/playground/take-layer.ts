// Gives a hidden layer a function of its own, or the lane's again.

import type { Session } from './session.js'
import { choiceOf } from './state.js'

/** @param layer counted from 0 */
export function takeLayer(session: Session, slot: number, layer: number, id: string): void {
  const choice = session.lanes[slot]?.choice
  if (!choice || (choice.layers?.[layer] ?? choice.id) === id) return
  session.put(slot, choiceOf(choice.id, choice.parameters, { ...choice.layers, [layer]: id }))
}

// Adding, replacing and removing lanes. A lane keeps its slot, and with it its colour.

import type { Strings } from '../../i18n/index.js'
import { functionName } from './names.js'
import type { NoticeBoard } from './notice-board.js'
import type { PlaygroundLane } from './playground-lane.js'
import type { Session } from './session.js'

interface EditedPage {
  readonly session: Session | null
  readonly strings: Strings
  readonly board: NoticeBoard
  readonly laneElements: readonly PlaygroundLane[]
}

export class LaneEdits {
  constructor(private readonly page: EditedPage) {}

  /** The slot that a new lane takes; null: all are taken. */
  get freeSlot(): number | null {
    const slot = this.page.session?.lanes.findIndex((lane) => lane === null) ?? -1
    return slot < 0 ? null : slot
  }

  /** Shows a function in a lane without taking it; null: the lane's own again. */
  preview(slot: number, id: string | null): void {
    const element = this.page.laneElements.find((lane) => lane.lane.slot === slot)
    if (element) element.preview = id === element.lane.choice.id ? null : id
  }

  take(slot: number, id: string): void {
    const { session } = this.page
    this.preview(slot, null)
    const before = session?.lanes[slot]?.choice
    if (before?.id !== id) session?.put(slot, { id, parameters: {}, layers: before?.layers })
  }

  /** Returns whether there was a lane to remove. */
  remove(slot: number): boolean {
    const { session, board, strings } = this.page
    const lane = session?.lanes[slot]
    if (!session || !lane) return false
    const { choice, info } = lane
    session.put(slot, null)
    board.offerUndo(strings.lane.removed(functionName(info)), () => this.page.session?.put(slot, choice))
    return true
  }
}

// A function that comes from another view becomes a lane: the one that it already is, else a free slot, else the last.

import type { Strings } from '../../i18n/index.js'
import { SLOTS } from './controls.js'
import type { KnownFunctions } from './known-functions.js'
import type { LaneEdits } from './lane-edits.js'
import { functionName } from './names.js'
import type { NoticeBoard } from './notice-board.js'
import type { Session } from './session.js'
import type { Setup } from './setup.js'
import { writeLane, type LaneChoice } from './state.js'

interface LanePage {
  readonly session: Session | null
  readonly strings: Strings
  readonly functions: KnownFunctions
  readonly setup: Setup
  readonly edits: LaneEdits
  readonly board: NoticeBoard
}

/** The slot that the lane has; null where there is no session to be had. Rejects where its function does not load. */
export async function takeLane(page: LanePage, choice: LaneChoice): Promise<number | null> {
  await page.functions.complement([choice.id, ...Object.values(choice.layers ?? {})])
  if (!page.session) await page.setup.openAddress('')
  const { session, edits, board, strings } = page
  if (!session) return null
  const { lanes } = session.state
  const there = lanes.findIndex((lane) => lane !== null && writeLane(lane) === writeLane(choice))
  if (there >= 0) return there
  const slot = edits.freeSlot ?? SLOTS - 1
  const replaced = session.lanes[slot]
  session.put(slot, choice)
  if (replaced)
    board.offerUndo(strings.lane.removed(functionName(replaced.info)), () =>
      page.session?.put(slot, replaced.choice),
    )
  return slot
}

// What the keys of the figure area do on the page.

import type { Appearance } from './appearance.js'
import type { KeyActions } from './keys.js'
import type { Looking } from './looking.js'
import type { Panels } from './panels.js'
import type { PlaygroundLane } from './playground-lane.js'
import type { Session } from './session.js'
import { FULL_WINDOW } from './snapshot-request.js'

interface KeyedPage extends HTMLElement {
  readonly session: Session | null
  readonly looking: Looking
  readonly panels: Panels
  readonly laneElements: readonly PlaygroundLane[]
  toggle(): void
  readonly appearance: Appearance
  removeLane(slot: number): void
}

export function keyActions(page: KeyedPage): KeyActions {
  const focusedLane = () => document.activeElement?.closest('playground-lane') ?? null
  return {
    toggle: () => page.toggle(),
    step: () => page.session?.stepOnce(),
    rewind: () => page.session?.rewind(),
    focusLane: (index) => page.laneElements[index]?.focus(),
    trace: (direction, coarse) => page.looking.byX(direction, coarse, page.session?.window ?? FULL_WINDOW),
    layer: (direction) => page.looking.byLayer(direction, page.session?.settings.depth ?? 1),
    release: () => page.looking.away(),
    remove: () => {
      const lane = focusedLane()
      if (lane) page.removeLane(lane.lane.slot)
    },
    search: () => {
      const lane = focusedLane() ?? page.laneElements[0]
      const name = lane?.querySelector<HTMLElement>('.name')
      if (lane && name) void page.panels.functions(name, lane.lane.slot)
    },
    theme: () => void page.appearance.switchTheme(),
    help: () => {
      const board = page.querySelector<HTMLElement>('.board')
      if (board) void page.panels.keys(board)
    },
  }
}

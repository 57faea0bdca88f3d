// Keys of the figure area, and what they do on the page. Single letters mean something only while the focus is there.

import type { Appearance } from './appearance.js'
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
  readonly appearance: Appearance
  toggle(): void
  removeLane(slot: number): void
}

const focusedLane = () => document.activeElement?.closest('playground-lane')

const trace = (page: KeyedPage, direction: -1 | 1, { shiftKey }: KeyboardEvent) =>
  page.looking.byX(direction, shiftKey, page.session?.window ?? FULL_WINDOW)

const layer = (page: KeyedPage, direction: -1 | 1) =>
  page.looking.byLayer(direction, page.session?.settings.depth ?? 1)

const COMMANDS: Readonly<Record<string, (page: KeyedPage, event: KeyboardEvent) => void>> = {
  ' ': (page) => page.toggle(),
  '.': (page) => page.session?.stepOnce(),
  r: (page) => page.session?.rewind(),
  t: (page) => void page.appearance.switchTheme(),
  '/': (page) => {
    const lane = focusedLane() ?? page.laneElements[0]
    const name = lane?.querySelector<HTMLElement>('.name')
    if (lane && name) void page.panels.functions(name, lane.lane.slot)
  },
  '?': (page) => {
    const board = page.querySelector<HTMLElement>('.board')
    if (board) void page.panels.keys(board)
  },
  Delete: (page) => {
    const lane = focusedLane()
    if (lane) page.removeLane(lane.lane.slot)
  },
  Escape: (page) => {
    // The numbers of the layer go, and with them what has the focus.
    if (document.activeElement?.closest('layer-readout')) page.querySelector<HTMLElement>('.board')?.focus()
    page.looking.away()
  },
  ArrowLeft: (page, event) => trace(page, -1, event),
  ArrowRight: (page, event) => trace(page, 1, event),
  ArrowUp: (page) => layer(page, -1),
  ArrowDown: (page) => layer(page, 1),
}

export function handleKey(event: KeyboardEvent, page: KeyedPage): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.composedPath()[0] as Element
  if (target.closest('input, select, textarea, .popover')) return
  // A button keeps its own space and its arrows scroll the page; beside a layer's numbers they lead to other layers.
  const kept = target.closest('layer-readout') ? / / : /^( |Arrow.*)$/
  if (target.closest('button, a') && kept.test(event.key)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const command = COMMANDS[key]
  if (/^[1-4]$/.test(key)) page.laneElements[Number(key) - 1]?.focus()
  else if (command) command(page, event)
  else return
  event.preventDefault()
}

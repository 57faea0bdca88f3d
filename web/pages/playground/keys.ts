// Keys of the figure area. Single letters mean something only while the focus is there.

export interface KeyActions {
  toggle: () => void
  step: () => void
  rewind: () => void
  focusLane: (index: number) => void
  trace: (direction: -1 | 1, coarse: boolean) => void
  layer: (direction: -1 | 1) => void
  release: () => void
  remove: () => void
  search: () => void
  theme: () => void
  help: () => void
}

const COMMANDS: Readonly<Record<string, (actions: KeyActions, event: KeyboardEvent) => void>> = {
  ' ': (actions) => actions.toggle(),
  '.': (actions) => actions.step(),
  r: (actions) => actions.rewind(),
  t: (actions) => actions.theme(),
  '/': (actions) => actions.search(),
  '?': (actions) => actions.help(),
  Delete: (actions) => actions.remove(),
  Escape: (actions) => actions.release(),
  ArrowLeft: (actions, event) => actions.trace(-1, event.shiftKey),
  ArrowRight: (actions, event) => actions.trace(1, event.shiftKey),
  ArrowUp: (actions) => actions.layer(-1),
  ArrowDown: (actions) => actions.layer(1),
}

export function handleKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.composedPath()[0] as Element
  if (target.closest('input, select, textarea, .popover')) return
  // A button keeps its own space and its arrows scroll the page.
  if (target.closest('button, a') && /^( |Arrow.*)$/.test(event.key)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const command = COMMANDS[key]
  if (/^[1-4]$/.test(key)) actions.focusLane(Number(key) - 1)
  else if (command) command(actions, event)
  else return
  event.preventDefault()
}

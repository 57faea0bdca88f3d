// What the page has to tell for a while: what a link asked for and did not get, what made the lanes start again,
// what can be undone, an address to copy by hand. How it looks is loaded with the first notice.

import type * as noticesModule from './notices.js'
import type { Correction } from './state.js'

export interface Notices {
  corrections: readonly Correction[]
  /** All corrections are listed. */
  expanded: boolean
  message: string
  /** Shown for copying where the clipboard was refused. */
  link: string
  undo: { text: string; run: () => void } | null
}

type Rendering = typeof noticesModule

const FOR_A_WHILE = 6000
const NONE: Notices = { corrections: [], expanded: false, message: '', link: '', undo: null }

export class NoticeBoard {
  notices = NONE
  rendering: Rendering | null = null
  private messageTimer: ReturnType<typeof setTimeout> | undefined
  private undoTimer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly page: { requestUpdate(): void }) {}

  /** Whatever stood here belongs to the state before. */
  reset(corrections: readonly Correction[]): void {
    this.show({ ...NONE, corrections })
  }

  say(message: string): void {
    clearTimeout(this.messageTimer)
    this.messageTimer = setTimeout(() => this.change({ message: '' }), FOR_A_WHILE)
    this.change({ message })
  }

  /** Stays until it is dismissed: what went wrong must not be missed. */
  keep(message: string): void {
    clearTimeout(this.messageTimer)
    this.change({ message })
  }

  offerUndo(text: string, undo: () => void): void {
    clearTimeout(this.undoTimer)
    this.undoTimer = setTimeout(() => this.change({ undo: null }), FOR_A_WHILE)
    const run = () => {
      undo()
      this.change({ undo: null })
    }
    this.change({ undo: { text, run } })
  }

  change(part: Partial<Notices>): void {
    this.show({ ...this.notices, ...part })
  }

  private show(notices: Notices): void {
    this.notices = notices
    this.page.requestUpdate()
    const { corrections, message, link, undo } = notices
    if (!this.rendering && (corrections.length > 0 || message || link || undo)) void this.load()
  }

  private async load(): Promise<void> {
    this.rendering = await import('./notices.js')
    this.page.requestUpdate()
  }
}

// Which view the address asks for: the playground, or the catalogue, which is loaded when it is first asked for.
// The playground rests while the catalogue is seen: its session stays, and is found again as it was left.

import type { Strings } from '../../i18n/index.js'
import type { Appearance } from './appearance.js'
import type { KnownFunctions } from './known-functions.js'
import type { LaneEdits } from './lane-edits.js'
import type { NoticeBoard } from './notice-board.js'
import type { Session } from './session.js'
import type { Setup } from './setup.js'
import { readAddress, writeAddress, type LaneChoice } from './state.js'
import { viewOf, type View } from './view-of.js'

interface ViewsPage {
  readonly session: Session | null
  readonly functions: KnownFunctions
  readonly strings: Strings
  readonly appearance: Appearance
  readonly setup: Setup
  readonly edits: LaneEdits
  readonly board: NoticeBoard
  openAddress(hash: string): void
  focusLane(slot: number): void
  requestUpdate(): void
}

export class Views {
  current: View = viewOf(location.hash)
  /** Whether the playground has been seen: before that there is nothing of it to keep. */
  played = this.current === 'playground'
  /** The catalogue's element is defined. */
  loaded = false
  /** Its script did not come, and it is what should be seen. */
  failed = false
  /** The catalogue as it was last seen. */
  catalogueHash = this.current === 'catalogue' ? location.hash : '#catalogue'
  /** The playground as it was left. */
  private left: { hash: string; playing: boolean } | null = null

  constructor(private readonly page: ViewsPage) {}

  /** The playground's address, where there is something of it. */
  get playgroundHash(): string {
    const { session, appearance } = this.page
    const hash = session ? writeAddress(session.state, appearance.pageKeys) : ''
    return hash || '#'
  }

  /** The catalogue's address of the moment. */
  remember(hash: string): void {
    if (hash === this.catalogueHash) return
    this.catalogueHash = hash
    this.page.requestUpdate()
  }

  /** Nothing trains unseen. */
  rest(): void {
    const { session } = this.page
    this.left = { hash: '', playing: session?.playing ?? false }
    session?.pause()
  }

  /** @param before The address before this one. */
  follow(hash: string, before = ''): void {
    const { page } = this
    const came = this.current
    this.current = viewOf(hash)
    if (this.current === 'catalogue') {
      if (came === 'playground') {
        if (!this.left) this.rest()
        this.left = { playing: false, ...this.left, hash: before }
      }
      void page.appearance.follow(Object.fromEntries(new URLSearchParams(hash.slice(1))))
      void this.load()
    } else if (came === 'catalogue' && this.isAsLeft(hash)) {
      if (this.left?.playing) page.session?.play()
      void page.appearance.follow(Object.fromEntries(new URLSearchParams(hash.slice(1))))
    } else page.openAddress(hash)
    if (this.current === 'playground') {
      this.failed = false
      this.left = null
      this.played = true
    }
    page.requestUpdate()
  }

  /** To the playground with the function as one of its lanes, which plays on. */
  async train(choice: LaneChoice): Promise<void> {
    const { page } = this
    const { takeLane } = await import('./take-lane.js')
    const slot = await takeLane(page, choice)
    if (slot === null) return
    this.left = { hash: '', playing: true }
    location.hash = this.playgroundHash
    page.focusLane(slot)
  }

  private isAsLeft(hash: string): boolean {
    const { session, functions } = this.page
    if (!session) return false
    return (
      hash === this.left?.hash ||
      writeAddress(readAddress(hash, functions.catalogue).state) === writeAddress(session.state)
    )
  }

  private async load(): Promise<void> {
    if (this.loaded) return
    try {
      await import('../catalogue/catalogue-view.js')
      this.loaded = true
      this.failed = false
    } catch {
      this.failed = true
    }
    this.page.requestUpdate()
  }
}

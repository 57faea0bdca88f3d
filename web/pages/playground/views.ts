// Which view the address asks for: the playground, or one of those that are loaded when they are first asked for.
// The playground rests while another one is seen: its session stays, and is found again as it was left.

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
  focusLane(slot: number): Promise<void>
  requestUpdate(): void
}

const LOADERS: Partial<Record<View, () => Promise<unknown>>> = {
  catalogue: () => import('../catalogue/catalogue-view.js'),
  sweep: () => import('../sweep/sweep-view.js'),
}

export class Views {
  current: View = viewOf(location.hash)
  /** Whether the playground has been seen: before that there is nothing of it to keep. */
  played = this.current === 'playground'
  /** Of the views whose scripts are here. */
  private readonly elements = new Map<View, HTMLElement>()
  /** The script of what should be seen did not come. */
  failed = false
  /** Other views as they were last seen. */
  private readonly seen: Partial<Record<View, string>> = { [this.current]: location.hash }
  /** The playground as it was left. */
  private left: { hash: string; playing: boolean } | null = null

  constructor(private readonly page: ViewsPage) {}

  /** The playground's address, where there is something of it. */
  get playgroundHash(): string {
    const { session, appearance } = this.page
    const hash = session ? writeAddress(session.state, appearance.pageKeys) : ''
    return hash || '#'
  }

  /** Of each view as it was last seen; a sweep begins with what the playground has. */
  get addresses(): Readonly<Record<View, string>> {
    const playground = this.playgroundHash
    return { catalogue: '#catalogue', sweep: playground.replace('#', '#sweep&'), ...this.seen, playground }
  }

  /** The address of a view, seen or not. */
  private remember(view: View, hash: string): void {
    if (hash === this.seen[view]) return
    this.seen[view] = hash
    this.page.requestUpdate()
  }

  /** Nothing trains unseen. */
  rest(): void {
    const { session } = this.page
    this.left = { hash: '', playing: session?.playing ?? false }
    session?.pause()
  }

  /** Their elements with these properties: hidden, they cost nothing and keep what they have. */
  rendered(properties: object): HTMLElement[] {
    return [...this.elements].map(([view, element]) =>
      Object.assign(element, properties, { hidden: view !== this.current }),
    )
  }

  private make(view: View): HTMLElement {
    const element = document.createElement(`${view}-view`)
    element.addEventListener('view-address', (event) =>
      this.remember(view, (event as CustomEvent<string>).detail),
    )
    element.addEventListener('train', (event) => void this.train((event as CustomEvent<LaneChoice>).detail))
    return element
  }

  /** @param before The address before this one. */
  follow(hash: string, before = ''): void {
    const { page } = this
    const came = this.current
    this.current = viewOf(hash)
    if (this.current !== 'playground') {
      if (came === 'playground') {
        if (!this.left) this.rest()
        this.left = { playing: false, ...this.left, hash: before }
      }
      void page.appearance.follow(Object.fromEntries(new URLSearchParams(hash.slice(1))))
      void this.load(this.current)
    } else if (came !== 'playground' && this.isAsLeft(hash)) {
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
    // What is hidden takes no focus: first the page follows.
    addEventListener('hashchange', () => void page.focusLane(slot), { once: true })
    location.hash = this.playgroundHash
  }

  private isAsLeft(hash: string): boolean {
    const { session, functions } = this.page
    if (!session) return false
    return (
      hash === this.left?.hash ||
      writeAddress(readAddress(hash, functions.catalogue).state) === writeAddress(session.state)
    )
  }

  private async load(view: View): Promise<void> {
    try {
      await LOADERS[view]?.()
      if (!this.elements.has(view)) this.elements.set(view, this.make(view))
      this.failed = false
    } catch {
      this.failed = true
    }
    this.page.requestUpdate()
  }
}

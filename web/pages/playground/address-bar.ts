// The address of what is seen. It follows the page, a little behind; a playing page has the address of its start.

import type { Session } from './session.js'
import { writeAddress } from './state.js'

const BEHIND = 250

export class AddressBar {
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    /** Null while another view has the address. */
    private readonly session: () => Session | null,
    /** Language and theme that the address must keep. */
    private readonly pageKeys: () => Readonly<Record<string, string>>,
  ) {}

  follow(): void {
    clearTimeout(this.timer)
    const { hash } = location
    // Another address by then is a link that was followed and not yet heard of: to write now would undo it.
    this.timer = setTimeout(() => location.hash === hash && this.write(), BEHIND)
  }

  write(): void {
    const session = this.session()
    if (!session) return
    const state = session.playing ? { ...session.state, step: 0 } : session.state
    history.replaceState(null, '', this.relative(writeAddress(state, this.pageKeys())))
  }

  /** The whole address of the present step. */
  get link(): string {
    const session = this.session()
    const hash = session ? writeAddress(session.state, this.pageKeys()) : ''
    return new URL(this.relative(hash), location.href).href
  }

  private relative(hash: string): string {
    return `${location.pathname}${location.search}${hash}`
  }
}

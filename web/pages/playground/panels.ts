// What opens over the page: the controls of a group, the list of functions, the list of keys. One at a time, each
// loaded when it is first opened: the first view does without them.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import type { Group } from './controls.js'
import type { KnownFunctions } from './known-functions.js'
import type { LaneEdits } from './lane-edits.js'
import type { NoticeBoard } from './notice-board.js'
import type { Session } from './session.js'
import type { Setup } from './setup.js'
import type { PageState } from './state.js'

export interface PanelsPage {
  readonly strings: Strings
  readonly session: Session | null
  readonly edits: LaneEdits
  readonly functions: KnownFunctions
  readonly board: NoticeBoard
  readonly setup: Setup
  open(state: PageState, saved?: { slot: number; file: Uint8Array }): void
  requestUpdate(): void
}

type Open =
  | { kind: 'controls'; anchor: HTMLElement; group: Group | null }
  | { kind: 'functions'; anchor: HTMLElement; slot: number; layer: number | null }
  | { kind: 'keys'; anchor: HTMLElement }

const PARTS = {
  controls: { element: 'control-popover', load: () => import('./control-popover.js') },
  functions: { element: 'function-menu', load: () => import('./function-menu.js') },
  keys: { element: 'key-list', load: () => import('./key-list.js') },
}

export class Panels {
  private open: Open | null = null

  constructor(private readonly page: PanelsPage) {}

  /** The group whose controls are open. */
  get group(): Group | null {
    return this.open?.kind === 'controls' ? this.open.group : null
  }

  readonly controls = (anchor: HTMLElement, group: Group | null): Promise<void> =>
    this.toggle({ kind: 'controls', anchor, group })

  /** Of a lane, or of one of its layers. */
  readonly functions = (anchor: HTMLElement, slot: number, layer: number | null = null): Promise<void> =>
    this.toggle({ kind: 'functions', anchor, slot, layer })

  keys(anchor: HTMLElement): Promise<void> {
    return this.toggle({ kind: 'keys', anchor })
  }

  private async toggle(next: Open): Promise<void> {
    const { element, load } = PARTS[next.kind]
    // At once where it can be: keys that follow are meant for the panel.
    if (!customElements.get(element)) await load()
    if (next.kind === 'functions' && !this.page.functions.complete) await this.allFunctions()
    const { open } = this
    this.close()
    if (open?.kind !== next.kind || open.anchor !== next.anchor) this.open = next
  }

  /** The list is opened also without what could not be loaded, and says so. */
  private async allFunctions(): Promise<void> {
    const { functions, board, strings } = this.page
    try {
      await functions.complement()
    } catch (thrown) {
      board.keep(strings.functionsFailed(thrown instanceof Error ? thrown.message : String(thrown)))
    }
  }

  private readonly close = (): void => {
    if (this.open?.kind === 'functions') this.page.edits.preview(this.open.slot, null)
    this.open = null
    this.page.requestUpdate()
  }

  render(): TemplateResult | typeof nothing {
    const { open } = this
    const { session, strings } = this.page
    if (!open || !session) return nothing
    if (open.kind === 'controls') return this.controlPopover(open.anchor, open.group, session)
    if (open.kind === 'functions') return this.functionMenu(open, session)
    return html`<key-list .anchor=${open.anchor} .strings=${strings} @popover-close=${this.close}></key-list>`
  }

  private controlPopover(anchor: HTMLElement, group: Group | null, session: Session): TemplateResult {
    const { page } = this
    return html`<control-popover
      .anchor=${anchor}
      .group=${group}
      .strings=${page.strings}
      .settings=${{ ...session.settings, ...page.setup.awaited }}
      .change=${page.setup.set}
      .newSeed=${() => page.setup.newSeed()}
      @popover-close=${this.close}
    ></control-popover>`
  }

  private functionMenu(
    { anchor, slot, layer }: Open & { kind: 'functions' },
    session: Session,
  ): TemplateResult {
    const { page } = this
    return html`<function-menu
      .anchor=${anchor}
      .page=${page}
      .lane=${slot}
      .layer=${layer}
      .strings=${page.strings}
      .catalogue=${page.functions.catalogue}
      .current=${session.lanes[slot]?.choice.id ?? ''}
      @preview=${(event: CustomEvent<string>) => page.edits.preview(slot, event.detail)}
      @take=${(event: CustomEvent<string>) => page.edits.take(slot, event.detail)}
      @popover-close=${this.close}
    ></function-menu>`
  }
}

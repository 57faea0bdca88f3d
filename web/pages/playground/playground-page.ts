// The page: one session, its lanes as rows, and everything a reader can do to them. What is trained belongs to the
// session, what is looked at to Looking, what another view shows to that view; the page puts them together and is
// rendered when one of them changes.

import { html, nothing, type TemplateResult } from 'lit'
import type { HoverDetail, LayerDetail } from '../../elements/events.js'
import type { Range } from '../../elements/plot-frame.js'
import type { ProgressChart } from '../../elements/progress-chart.js'
import { firstPicture } from './first-picture.js'
import type { Strings } from '../../i18n/index.js'
import { AddressBar } from './address-bar.js'
import { Announcer } from './announcer.js'
import { Appearance } from './appearance.js'
import { columnHeads } from './column-heads.js'
import { SLOTS } from './controls.js'
import { KnownFunctions } from './known-functions.js'
import { handleKey } from './keys.js'
import { laneChips, laneRows, loadingRows } from './lane-rows.js'
import { LaneEdits } from './lane-edits.js'
import type { LaneView } from './lane-view.js'
import { watchLayout, type Layout } from './layout.js'
import { LightElement } from './light-element.js'
import { Looking } from './looking.js'
import { functionName } from './names.js'
import { problemOf } from './network-spec.js'
import { NoticeBoard } from './notice-board.js'
import { pageHeader } from './page-header.js'
import { Panels } from './panels.js'
import { PicturePace } from './picture-pace.js'
import type { PlaygroundLane } from './playground-lane.js'
import { Session } from './session.js'
import { loadDigits, Setup } from './setup.js'
import { lossChart, sharedColumn, type SharedView } from './shared-column.js'
import { hasSimd } from './simd.js'
import { FULL_WINDOW } from './snapshot-request.js'
import { readAddress, type PageState } from './state.js'
import { addButton, dock, transportBar } from './transport-bar.js'
import { Views } from './views.js'

export class PlaygroundPage extends LightElement {
  /** Of the first language, loaded before there is a page. */
  static strings: Strings

  session: Session | null = null
  readonly functions = new KnownFunctions()
  /** Looked up after each rendering, not in each frame. */
  laneElements: readonly PlaygroundLane[] = []
  private charts: readonly ProgressChart[] = []
  /** What keeps the page from working, in the language of the moment. */
  private problem: ((strings: Strings) => { title: string; text: string }) | null = null

  private layout: Layout = 'wide'
  private currentChip = -1

  readonly appearance = new Appearance(PlaygroundPage.strings, () => this.changed())
  readonly setup = new Setup(this)
  readonly looking = new Looking(this)
  readonly board = new NoticeBoard(this)
  readonly edits = new LaneEdits(this)
  readonly panels = new Panels(this)
  private readonly pace = new PicturePace()
  private readonly announcer = new Announcer()
  private readonly views = new Views(this)
  private readonly address = new AddressBar(
    () => (this.views.current === 'playground' ? this.session : null),
    () => this.appearance.pageKeys,
  )
  private readonly ending = new AbortController()

  get strings(): Strings {
    return this.appearance.strings
  }

  private get documentTitle(): string {
    const { views, title } = this.strings
    return this.views.current === 'playground' ? title : `${views[this.views.current]} · ${title}`
  }

  private get lanes(): LaneView[] {
    return (this.session?.lanes ?? []).filter((lane) => lane !== null)
  }

  /** A digest of every trainable value of every lane, with its step: equal digests, equal bits. */
  digest(): Promise<string> {
    return this.session?.digest() ?? Promise.resolve('')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { signal } = this.ending
    watchLayout((layout) => {
      this.layout = layout
      this.requestUpdate()
    }, signal)
    addEventListener(
      'hashchange',
      ({ oldURL }) => this.functions.engine && this.views.follow(location.hash, new URL(oldURL).hash),
      { signal },
    )
    document.addEventListener('keydown', (event) => this.bodyKey(event), { signal })
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ending.abort()
    this.session?.dispose()
    this.session = null
  }

  protected override updated(): void {
    this.dataset.view = this.views.current
    const { looking, session } = this
    if (session && looking.layer !== null && looking.layer >= session.settings.depth)
      looking.toLayer({ layer: null, pinned: true })
    session?.setClose(looking.layer !== null)
    document.title = this.documentTitle
    this.laneElements = [...this.querySelectorAll('playground-lane')]
    this.charts = [...this.querySelectorAll<ProgressChart>('activation-loss, activation-gradient-history')]
  }

  private async load(): Promise<void> {
    if (!hasSimd()) return this.stop((await import('../../i18n/no-simd.js')).noSimd)
    try {
      await this.functions.start()
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      return this.stop(({ engineFailed: { title, text } }) => ({ title, text: text(message) }))
    }
    if (!this.isConnected) return
    this.views.follow(location.hash)
    const tick = () => {
      if (!this.isConnected) return
      this.session?.frame()
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  private stop(problem: PlaygroundPage['problem']): void {
    this.problem = problem
    this.requestUpdate()
  }

  readonly openAddress = (hash: string): void => {
    const { page } = readAddress(hash, this.functions.catalogue)
    void this.appearance.follow(page)
    void this.setup.openAddress(hash)
  }

  open(state: PageState, saved?: { slot: number; file: Uint8Array }): void {
    this.looking.reset()
    this.announcer.reset()
    this.pace.reset()
    if (this.session) {
      this.session.window = FULL_WINDOW
      this.session.open(state, saved)
    } else {
      this.session = new Session(this.functions, state, loadDigits, firstPicture())
      this.session.onChange = () => this.changed()
      this.session.onFrame = () => this.drawn()
    }
    if (state.step === 0) this.session.play()
    this.changed()
  }

  /* What changes is shown */

  /** Structure or settings: everything is rendered, and the address follows. */
  private changed(): void {
    this.requestUpdate()
    for (const lane of this.laneElements) lane.requestUpdate()
    this.address.follow()
  }

  /** New snapshots: the figures at once, the words soon. */
  private drawn(): void {
    const { session } = this
    if (!session || !this.pace.due(session.step, session.playing)) return
    for (const element of this.laneElements) element.show(element.lane.snapshot)
    const lanes = this.chartLanes
    for (const chart of this.charts) chart.lanes = lanes
    if (!session.playing) this.address.follow()
    this.pace.words(() => {
      this.announcer.hear(this.lanes, session.guessing, this.strings)
      this.requestUpdate()
      for (const lane of this.laneElements) lane.requestUpdate()
    })
  }

  private get chartLanes() {
    const batch = this.session?.settings.batch ?? 1
    return this.lanes.map((lane) => ({
      name: functionName(lane.info),
      lane: lane.slot,
      history: lane.snapshot?.history ?? null,
      gradientScale: Math.sqrt(batch),
    }))
  }

  private get chance(): SharedView['chance'] {
    const { session } = this
    if (!session || !Number.isFinite(session.guessing)) return null
    return {
      value: session.guessing,
      label: this.strings.guessing[problemOf(session.settings.data).loss],
    }
  }

  /* What the reader does */

  readonly toggle = (): void => {
    if (this.session?.playing) this.session.pause()
    else this.session?.play()
  }

  private readonly copyLink = async (): Promise<void> => {
    if (this.views.current === 'playground') this.session?.pause()
    this.address.write()
    const link = this.views.current === 'playground' ? this.address.link : location.href
    try {
      await navigator.clipboard.writeText(link)
      this.board.say(this.strings.copied)
    } catch {
      this.board.change({ link })
    }
  }

  /** The playground's entry in the history gets the step at which it is left. */
  private readonly leave = (event: MouseEvent): void => {
    if (this.views.current !== 'playground' || event.ctrlKey || event.metaKey || event.shiftKey) return
    this.views.rest()
    this.address.write()
  }

  private readonly addLane = (anchor: HTMLElement): void => {
    const slot = this.edits.freeSlot
    if (slot !== null) void this.panels.functions(anchor, slot)
  }

  /** Once the lane is rendered. */
  async focusLane(slot: number): Promise<void> {
    await this.updateComplete
    this.laneElements.find((element) => element.lane.slot === slot)?.focus()
  }

  removeLane(slot: number): void {
    if (this.edits.remove(slot))
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.board')?.focus())
  }

  private readonly jump = (index: number): void => {
    this.currentChip = index
    this.laneElements[index]?.scrollIntoView({ behavior: this.pace.reducedMotion ? 'auto' : 'smooth' })
    this.requestUpdate()
  }

  /** The space bar plays also before anything has the focus. */
  private bodyKey(event: KeyboardEvent): void {
    if (this.views.current !== 'playground') return
    if (event.target === document.body && event.key === ' ') handleKey(event, this)
  }

  /* What is seen */

  protected override render(): TemplateResult {
    const { strings } = this
    const problem = this.problem?.(strings)
    const views = {
      current: this.views.current,
      addresses: this.views.addresses,
      leave: this.leave,
    }
    return html`${pageHeader(strings, views, {
        copyLink: this.copyLink,
        switchLanguage: this.appearance.switchLanguage,
        switchTheme: this.appearance.switchTheme,
      })}
      <main>
        ${
          problem
            ? html`<div class="message whole" role="alert"><b>${problem.title}</b> ${problem.text}</div>`
            : this.viewed()
        }
      </main>
      <div class="vh" aria-live="polite">${this.announcer.said}</div>`
  }

  /** A view once seen stays: hidden, it costs nothing and keeps what it has. */
  private viewed(): TemplateResult {
    const { views } = this
    const { language, pageKeys } = this.appearance
    return html`${
      views.played ? html`<div ?hidden=${views.current !== 'playground'}>${this.playground()}</div>` : nothing
    }${views.current === 'playground' ? nothing : this.notices()}${
      this.functions.engine
        ? views.rendered({ strings: this.strings, language, pageKeys, playground: views.playgroundHash })
        : nothing
    }${
      views.failed ? html`<div class="message whole" role="alert">${this.strings.viewFailed}</div>` : nothing
    }`
  }

  private notices(): TemplateResult {
    return html`<div class="notices" role="status" aria-label=${this.strings.notices.label}>
      ${this.board.rendering?.noticeList(this.board, this.strings) ?? nothing}
    </div>`
  }

  private playground(): TemplateResult {
    const { strings, lanes, transport, layout } = this
    const shared = this.shared(lanes)
    return html`${transportBar(transport)}
      ${laneChips(lanes, this.currentChip, strings, this.jump, this.addLane)}
      ${this.views.current === 'playground' ? this.notices() : nothing}
      <div
        class="board ${lanes.length > 3 ? 'four' : ''}"
        role="group"
        tabindex="0"
        aria-label=${strings.figures.label}
        aria-keyshortcuts="Space . R 1 2 3 4 T / ?"
        @keydown=${(event: KeyboardEvent) => handleKey(event, this)}
        @hover-x=${(event: CustomEvent<HoverDetail>) => this.looking.toX(event.detail)}
        @select-layer=${(event: CustomEvent<LayerDetail>) => this.looking.toLayer(event.detail)}
        @zoom-x=${(event: CustomEvent<Range | null>) => this.session?.setWindow(event.detail ?? FULL_WINDOW)}
        @lane-remove=${(event: CustomEvent<number>) => this.removeLane(event.detail)}
      >
        <div class="rows">
          ${columnHeads(strings, this.session?.settings.data ?? 'spiral', layout === 'middle' ? addButton(transport) : html``)}
          ${this.rows(lanes)}
        </div>
        ${sharedColumn(shared)}
      </div>
      ${layout === 'phone' ? dock(transport, lossChart(shared)) : nothing} ${this.panels.render()}`
  }

  private get transport() {
    return {
      session: this.session,
      strings: this.strings,
      opened: this.panels.group,
      full: this.lanes.length >= SLOTS,
      actions: {
        toggle: this.toggle,
        step: () => this.session?.stepOnce(),
        rewind: () => this.session?.rewind(),
        open: this.panels.controls,
        add: this.addLane,
      },
    }
  }

  private rows(lanes: readonly LaneView[]): TemplateResult {
    const { session, functions, strings, layout } = this
    if (!session || !functions.engine) return loadingRows(strings)
    return laneRows({
      session,
      engine: functions.engine,
      functions,
      lanes,
      strings,
      layout,
      selectedLayer: this.looking.layer,
      openMenu: this.panels.functions,
      add: this.addLane,
    })
  }

  private shared(lanes: readonly LaneView[]): SharedView {
    const { strings, layout, looking, chartLanes, chance } = this
    const engine = this.session && this.functions.engine
    const openMenu = this.panels.functions
    return {
      strings,
      layout,
      engine,
      lanes,
      chartLanes,
      chance,
      looking,
      openMenu,
      openScene: this.openAddress,
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'playground-page': PlaygroundPage
  }
}

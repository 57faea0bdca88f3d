// The page: one session, its lanes as rows, and everything a reader can do to them. It holds what is looked at
// (x, layer, range) and the address; what is trained belongs to the session.

import { html, nothing, type TemplateResult } from 'lit'
import '../../elements/activation-gradient-history.js'
import '../../elements/activation-joint.js'
import '../../elements/activation-loss.js'
import type { ProgressChart } from '../../elements/progress-chart.js'
import {
  follow,
  type HoverDetail,
  type LayerDetail,
  type Pinnable,
  type StepDetail,
} from '../../elements/events.js'
import type { Range } from '../../elements/plot-frame.js'
import { sharedEngine } from '../../engine/shared.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import { stringsFor, type Strings } from '../../i18n/index.js'
import { columnHeads, head } from './column-heads.js'
import { DEFAULT_LANES, SLOTS, type Group, type Key } from './controls.js'
import { loadDigits } from './digits.js'
import { icons, marker } from './icons.js'
import { handleKey, type KeyActions } from './keys.js'
import { LightElement } from './light-element.js'
import { functionName } from './names.js'
import { NO_NOTICES, noticeList, type Notices } from './notices.js'
import { pageHeader } from './page-header.js'
import './playground-lane.js'
import type { Layout, PlaygroundLane } from './playground-lane.js'
import { applyPreferences, readPreferences, shownTheme, type Preferences } from './preferences.js'
import { readout } from './readout.js'
import { SCENES } from './scenes.js'
import { FULL_WINDOW, Session, type LaneView } from './session.js'
import { hasSimd } from './simd.js'
import { readAddress, writeAddress, type LaneChoice } from './state.js'
import { addButton, dock, transportBar } from './transport-bar.js'
import { problemOf } from './network-spec.js'
import { verdictOf, type Verdict } from './verdict.js'

/** Milliseconds between two pictures while training runs, a little under two frames; words follow more slowly. */
const PICTURE = 30
const WORDS = 100
const ADDRESS = 250
const UNDO = 6000
const SAID = 3000
/** Reduced motion: one picture every so many steps. */
const STILL = 25
const READ_AT = -2

export class PlaygroundPage extends LightElement {
  session: Session | null = null
  private engine: Engine | null = null
  private catalogue: readonly ActivationInfo[] = []
  private problem: { title: string; text: string } | null = null
  private preferences: Preferences = readPreferences({})
  /** Language and theme that the address must keep. */
  private pageKeys: Record<string, string> = {}
  private layout: Layout = 'wide'

  private x: Pinnable<number> = { shown: null, pinned: null }
  private layer: Pinnable<number> = { shown: null, pinned: null }
  private chartStep: Pinnable<number> = { shown: null, pinned: null }
  private stepRange: Range | null = null

  private panel: { anchor: HTMLElement; group: Group | null } | null = null
  private menu: { anchor: HTMLElement; slot: number } | null = null
  private help: HTMLElement | null = null
  private notices: Notices = NO_NOTICES
  private noticeTimer: ReturnType<typeof setTimeout> | undefined
  private undoTimer: ReturnType<typeof setTimeout> | undefined
  private addressTimer: ReturnType<typeof setTimeout> | undefined
  private wordsTimer: ReturnType<typeof setTimeout> | undefined
  private currentChip = -1

  private said = ''
  private saidAt = 0
  private verdicts = new Map<number, Verdict>()
  private readonly ending = new AbortController()
  private readonly reduced = matchMedia('(prefers-reduced-motion: reduce)')
  private shownStill = -1
  private shownAt = 0

  private get strings(): Strings {
    return stringsFor(this.preferences.language)
  }

  private get lanes(): LaneView[] {
    return (this.session?.lanes ?? []).filter((lane) => lane !== null)
  }

  /** Looked up after each rendering, not in each frame. */
  private laneElements: PlaygroundLane[] = []
  private charts: ProgressChart[] = []

  protected override updated(): void {
    this.laneElements = [...this.querySelectorAll('playground-lane')]
    this.charts = [...this.querySelectorAll<ProgressChart>('activation-loss, activation-gradient-history')]
  }

  /** A digest of every trainable value of every lane, with its step: equal digests, equal bits. */
  digest(): Promise<string> {
    return this.session?.digest() ?? Promise.resolve('')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { signal } = this.ending
    const hash = new URLSearchParams(location.hash.replace(/^#/, ''))
    this.prefer(readPreferences(Object.fromEntries(hash)))
    this.watchLayout(signal)
    addEventListener('hashchange', () => this.openAddress(location.hash), { signal })
    document.addEventListener('keydown', (event) => this.bodyKey(event), { signal })
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ending.abort()
    this.session?.dispose()
    this.session = null
  }

  private watchLayout(signal: AbortSignal): void {
    const wide = matchMedia('(min-width: 1280px)')
    const phone = matchMedia('(max-width: 720px)')
    const measure = () => {
      this.layout = wide.matches ? 'wide' : phone.matches ? 'phone' : 'middle'
      this.requestUpdate()
    }
    wide.addEventListener('change', measure, { signal })
    phone.addEventListener('change', measure, { signal })
    measure()
  }

  private async load(): Promise<void> {
    if (!hasSimd()) return this.stop(this.strings.noSimd)
    try {
      this.engine = await sharedEngine()
    } catch (thrown) {
      const { title, text } = this.strings.engineFailed
      return this.stop({ title, text: text(thrown instanceof Error ? thrown.message : String(thrown)) })
    }
    if (!this.isConnected) return
    this.catalogue = this.engine.catalogue()
    this.openAddress(location.hash)
    const tick = () => {
      if (!this.session) return
      this.session.frame()
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  private stop(problem: { title: string; text: string }): void {
    this.problem = problem
    this.requestUpdate()
  }

  private openAddress(hash: string): void {
    if (!this.engine) return
    const { state, page, corrections } = readAddress(hash, this.catalogue)
    if (page.lang || page.theme) this.prefer(readPreferences({ ...this.pageKeys, ...page }))
    this.notices = { ...NO_NOTICES, corrections }
    this.look({ x: null, layer: null, zoomed: null })
    this.verdicts.clear()
    this.shownStill = -1
    if (this.session) this.session.open(state)
    else {
      this.session = new Session(this.catalogue, state, loadDigits)
      this.session.onChange = () => this.changed()
      this.session.onFrame = () => this.drawn()
    }
    if (state.step === 0) this.session.play()
    this.changed()
  }

  private look({ x, layer, zoomed }: { x: number | null; layer: number | null; zoomed: Range | null }): void {
    this.x = { shown: x, pinned: x }
    this.layer = { shown: layer, pinned: layer }
    this.chartStep = { shown: null, pinned: null }
    this.stepRange = zoomed
    if (this.session) this.session.window = FULL_WINDOW
  }

  private prefer(preferences: Preferences): void {
    const explicit = preferences.language !== readPreferences({}).language
    this.preferences = preferences
    this.pageKeys = {
      ...(explicit && { lang: preferences.language }),
      ...(preferences.theme && { theme: preferences.theme }),
    }
    applyPreferences(preferences, this.strings.code, this.strings.title)
    this.requestUpdate()
  }

  /** Structure or settings: everything is rendered, and the address follows. */
  private changed(): void {
    this.requestUpdate()
    for (const lane of this.laneElements) lane.requestUpdate()
    this.keepAddress()
  }

  private keepAddress(): void {
    clearTimeout(this.addressTimer)
    this.addressTimer = setTimeout(() => this.writeAddress(), ADDRESS)
  }

  private writeAddress(): void {
    const { session } = this
    if (!session) return
    const state = session.playing ? { ...session.state, step: 0 } : session.state
    history.replaceState(null, '', this.addressOf(writeAddress(state, this.pageKeys)))
  }

  private addressOf(hash: string): string {
    return `${location.pathname}${location.search}${hash}`
  }

  /** New snapshots: the figures at once, the words soon. */
  private drawn(): void {
    const { session } = this
    if (!session) return
    const still = Math.floor(session.step / STILL)
    const now = performance.now()
    if (session.playing) {
      if (this.reduced.matches ? still === this.shownStill : now - this.shownAt < PICTURE) return
    }
    this.shownStill = still
    this.shownAt = now
    for (const element of this.laneElements) element.show(element.lane.snapshot)
    const lanes = this.chartLanes
    for (const chart of this.charts) chart.lanes = lanes
    if (!session.playing) this.keepAddress()
    this.wordsTimer ??= setTimeout(() => {
      this.wordsTimer = undefined
      this.requestUpdate()
      for (const lane of this.laneElements) lane.requestUpdate()
      this.sayVerdicts()
    }, WORDS)
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

  private sayVerdicts(): void {
    const { session, strings } = this
    if (!session || performance.now() - this.saidAt < SAID) return
    const news: string[] = []
    for (const { slot, snapshot, info } of this.lanes) {
      if (!snapshot) continue
      const verdict = verdictOf(snapshot, session.guessing)
      const before = this.verdicts.get(slot) ?? 'early'
      this.verdicts.set(slot, verdict)
      if (strings.verdict[before] !== strings.verdict[verdict])
        news.push(strings.verdictSaid(functionName(info), strings.verdict[verdict]))
    }
    if (news.length === 0) return
    this.said = news.join(' ')
    this.saidAt = performance.now()
    this.requestUpdate()
  }

  /* What the reader does */

  private toggle = (): void => {
    if (this.session?.playing) this.session.pause()
    else this.session?.play()
  }

  private set = (key: Key, value: number | string): void => {
    const rewound = this.session?.set(key, value)
    if (rewound) this.say(this.strings.notices.rewound(this.strings.controls[key]))
  }

  private newSeed = (): void => {
    const { session } = this
    if (session) this.set('seed', (session.settings.seed + 1) % 1_000_000)
  }

  private say(message: string): void {
    this.notices = { ...this.notices, message }
    clearTimeout(this.noticeTimer)
    this.noticeTimer = setTimeout(() => this.dismiss({ message: '' }), UNDO)
    this.requestUpdate()
  }

  private dismiss(part: Partial<Notices>): void {
    this.notices = { ...this.notices, ...part }
    this.requestUpdate()
  }

  private copyLink = async (): Promise<void> => {
    const { session } = this
    if (!session) return
    session.pause()
    const address = new URL(this.addressOf(writeAddress(session.state, this.pageKeys)), location.href)
    try {
      await navigator.clipboard.writeText(address.href)
      this.say(this.strings.copied)
    } catch {
      this.writeAddress()
      this.say(this.strings.copyFailed)
    }
  }

  private switchLanguage = (): void => {
    this.prefer({ ...this.preferences, language: this.preferences.language === 'en' ? 'zh' : 'en' })
    this.changed()
  }

  private switchTheme = (): void => {
    this.prefer({
      ...this.preferences,
      theme: shownTheme(this.preferences.theme) === 'dark' ? 'light' : 'dark',
    })
    this.changed()
  }

  // Panels are loaded when first opened: the first view does without them.

  private openMenu = async (anchor: HTMLElement, slot: number): Promise<void> => {
    if (!customElements.get('function-menu')) await import('./function-menu.js')
    this.panel = null
    this.menu = this.menu?.slot === slot ? null : { anchor, slot }
    this.requestUpdate()
  }

  private openPopover = async (anchor: HTMLElement, group: Group | null): Promise<void> => {
    if (!customElements.get('control-popover')) await import('./control-popover.js')
    this.menu = null
    this.panel = this.panel?.anchor === anchor ? null : { anchor, group }
    this.requestUpdate()
  }

  private addLane = (anchor: HTMLElement): void => {
    const slot = this.session?.lanes.findIndex((lane) => lane === null) ?? -1
    if (slot >= 0) void this.openMenu(anchor, slot)
  }

  private preview(slot: number, id: string | null): void {
    const element = this.laneElements.find((lane) => lane.lane.slot === slot)
    if (element) element.preview = id === element.lane.choice.id ? null : id
  }

  private take(slot: number, id: string): void {
    const lane = this.session?.lanes[slot]
    this.preview(slot, null)
    if (lane?.choice.id !== id) this.session?.put(slot, { id, parameters: {} })
  }

  private removeLane(slot: number): void {
    const lane = this.session?.lanes[slot]
    if (!lane) return
    const { choice, info } = lane
    this.session?.put(slot, null)
    this.offerUndo(slot, choice, this.strings.lane.removed(functionName(info)))
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.board')?.focus())
  }

  private offerUndo(slot: number, choice: LaneChoice, text: string): void {
    const run = () => {
      this.session?.put(slot, choice)
      this.dismiss({ undo: null })
    }
    this.notices = { ...this.notices, undo: { text, run } }
    clearTimeout(this.undoTimer)
    this.undoTimer = setTimeout(() => this.dismiss({ undo: null }), UNDO)
    this.requestUpdate()
  }

  /* What the reader looks at */

  private hoverX(x: number | null, pin: boolean): void {
    this.x = follow(this.x, x, pin)
    for (const lane of this.laneElements) lane.hover(this.x.shown)
    this.requestUpdate()
  }

  private selectLayer(layer: number | null, pin: boolean): void {
    this.layer = follow(this.layer, layer, pin)
    for (const lane of this.laneElements) lane.select(this.layer.shown)
    this.requestUpdate()
  }

  private zoomX(range: Range | null): void {
    this.session?.setWindow(range ?? FULL_WINDOW)
  }

  private readonly keyActions: KeyActions = {
    toggle: this.toggle,
    step: () => this.session?.stepOnce(),
    rewind: () => this.session?.rewind(),
    focusLane: (index) => this.laneElements[index]?.focus(),
    trace: (direction, coarse) => {
      const { low, high } = this.session?.window ?? FULL_WINDOW
      const step = coarse ? 0.5 : 0.05
      const next = (Math.round((this.x.shown ?? 0) / step) + direction) * step
      this.hoverX(Math.max(low, Math.min(high, next)), true)
    },
    layer: (direction) => {
      const last = (this.session?.settings.depth ?? 1) - 1
      const now = this.layer.shown
      this.selectLayer(
        Math.max(0, Math.min(last, now === null ? (direction > 0 ? 0 : last) : now + direction)),
        true,
      )
    },
    release: () => {
      this.hoverX(null, true)
      this.selectLayer(null, true)
    },
    remove: () => {
      const lane = document.activeElement?.closest('playground-lane')
      if (lane) this.removeLane(lane.lane.slot)
    },
    search: () => {
      const lane = document.activeElement?.closest('playground-lane') ?? this.laneElements[0]
      const name = lane?.querySelector<HTMLElement>('.name')
      if (lane && name) void this.openMenu(name, lane.lane.slot)
    },
    theme: this.switchTheme,
    help: () => void this.openHelp(),
  }

  private async openHelp(): Promise<void> {
    await import('./key-list.js')
    this.help = this.querySelector<HTMLElement>('.board')
    this.requestUpdate()
  }

  /** The space bar plays also before anything has the focus. */
  private bodyKey(event: KeyboardEvent): void {
    if (event.target === document.body && event.key === ' ') handleKey(event, this.keyActions)
  }

  /* What is seen */

  protected override render(): TemplateResult {
    const { strings, problem } = this
    return html`${pageHeader(strings, {
        copyLink: this.copyLink,
        switchLanguage: this.switchLanguage,
        switchTheme: this.switchTheme,
      })}
      <main>
        ${
          problem
            ? html`<div class="message whole" role="alert"><b>${problem.title}</b> ${problem.text}</div>`
            : this.playground()
        }
      </main>
      <div class="vh" aria-live="polite">${this.said}</div>`
  }

  private playground(): TemplateResult {
    const { strings, lanes } = this
    const transport = this.transport
    return html`${transportBar(transport)} ${this.chips()}
      ${noticeList(this.notices, strings, {
        expand: () => this.dismiss({ expanded: true }),
        dismissCorrections: () => this.dismiss({ corrections: [] }),
        dismissMessage: () => this.dismiss({ message: '' }),
      })}
      <div
        class="board ${lanes.length > 3 ? 'four' : ''}"
        role="group"
        tabindex="0"
        aria-label=${strings.figures.label}
        aria-keyshortcuts="Space . R 1 2 3 4 T / ?"
        @keydown=${(event: KeyboardEvent) => handleKey(event, this.keyActions)}
        @hover-x=${(event: CustomEvent<HoverDetail>) => this.hoverX(event.detail.x, event.detail.pinned)}
        @select-layer=${(event: CustomEvent<LayerDetail>) => this.selectLayer(event.detail.layer, event.detail.pinned)}
        @zoom-x=${(event: CustomEvent<Range | null>) => this.zoomX(event.detail)}
        @lane-remove=${(event: CustomEvent<number>) => this.removeLane(event.detail)}
      >
        <div class="rows">
          ${columnHeads(strings, this.session?.settings.data ?? 'spiral', this.layout === 'middle' ? addButton(transport) : html``)}
          ${this.session ? this.laneRows(lanes) : this.loadingRows()}
        </div>
        ${this.shared(lanes)}
      </div>
      ${this.layout === 'phone' ? dock(transport, this.lossChart(64, true)) : nothing} ${this.openPanels()}`
  }

  private get transport() {
    return {
      session: this.session,
      strings: this.strings,
      opened: this.panel?.group ?? null,
      full: this.lanes.length >= SLOTS,
      actions: {
        toggle: this.toggle,
        step: () => this.session?.stepOnce(),
        rewind: () => this.session?.rewind(),
        open: this.openPopover,
        add: this.addLane,
      },
    }
  }

  private laneRows(lanes: readonly LaneView[]): TemplateResult {
    const { session, engine, strings, catalogue, layout } = this
    const strips = lanes.length > 3
    return html`${lanes.map(
      (lane, index) =>
        html`<playground-lane
          id=${`lane-${lane.slot + 1}`}
          .lane=${lane}
          .session=${session}
          .engine=${engine}
          .catalogue=${catalogue}
          .strings=${strings}
          .layout=${layout}
          .strips=${strips && layout !== 'phone'}
          .first=${index === 0}
          .last=${index === lanes.length - 1}
          .range=${session?.window}
          .selectedLayer=${this.layer.shown}
          .openMenu=${this.openMenu}
        ></playground-lane>`,
    )}
    ${
      lanes.length < 3
        ? html`<button
            class="empty-slot"
            aria-haspopup="dialog"
            @click=${(event: Event) => this.addLane(event.currentTarget as HTMLElement)}
          >
            ${icons.plus}${strings.lane.add}
          </button>`
        : nothing
    }`
  }

  /** Axes first: as many as the address asks for, so that nothing jumps. */
  private loadingRows(): TemplateResult {
    const { strings } = this
    const asked = new URLSearchParams(location.hash.slice(1)).get('lanes') ?? DEFAULT_LANES
    const count = Math.max(1, Math.min(SLOTS, asked.split(',').filter(Boolean).length))
    return html`${Array.from(
      { length: count },
      (_, slot) =>
        html`<section class="lane">
          <div class="who">
            ${
              slot === 0
                ? html`<p role="status"><b>${strings.loading.engine}</b></p>
                    <p class="loading-note">${strings.loading.note}</p>`
                : nothing
            }
          </div>
          <div class="joint">
            <activation-joint
              .lane=${slot}
              .layers=${6}
              .captions=${strings.figures.joint}
            ></activation-joint>
          </div>
          <div class="flow"></div>
          <div class="learned"></div>
        </section>`,
    )}`
  }

  private lossChart(height: number, compact: boolean): TemplateResult {
    const { strings, session } = this
    return html`<activation-loss
      .lanes=${this.chartLanes}
      .height=${height}
      .compact=${compact}
      .chance=${this.chance}
      .stepRange=${this.stepRange}
      .hoverStep=${this.chartStep.shown}
      .captions=${strings.figures.chart}
      .label=${strings.columns.loss}
      ?hidden=${!session}
      @hover-step=${this.hoverStep}
      @zoom-steps=${this.zoomSteps}
    ></activation-loss>`
  }

  private rememberedChance: { value: number; label: string } | null = null

  private get chance() {
    const { session } = this
    const value = session?.guessing ?? NaN
    if (!session || !Number.isFinite(value)) return null
    const label = this.strings.guessing[problemOf(session.settings.data).loss]
    if (this.rememberedChance?.value !== value || this.rememberedChance.label !== label)
      this.rememberedChance = { value, label }
    return this.rememberedChance
  }

  private hoverStep = (event: CustomEvent<StepDetail>): void => {
    this.chartStep = follow(this.chartStep, event.detail.step, event.detail.pinned)
    this.requestUpdate()
  }

  private zoomSteps = (event: CustomEvent<Range | null>): void => {
    this.stepRange = event.detail
    this.requestUpdate()
  }

  private shared(lanes: readonly LaneView[]): TemplateResult {
    const { strings, layout, engine } = this
    const words = strings.columns
    const band = layout === 'middle'
    return html`<aside class="side" aria-label=${words.loss}>
      <div class="charts">
        ${
          layout === 'phone'
            ? nothing
            : html`<div>
                ${head(words.loss, html`<p>${words.lossNote}</p>`)} ${this.lossChart(band ? 120 : 252, false)}
              </div>`
        }
        <div class="second">
          ${head(words.gradient, html`<p>${words.gradientNote}</p>`)}
          <activation-gradient-history
            .lanes=${this.chartLanes}
            .height=${band ? 120 : 130}
            .stepRange=${this.stepRange}
            .hoverStep=${this.chartStep.shown}
            .captions=${strings.figures.chart}
            .label=${words.gradient}
            ?hidden=${!this.session}
            @hover-step=${this.hoverStep}
            @zoom-steps=${this.zoomSteps}
          ></activation-gradient-history>
        </div>
      </div>
      <div class="notes">
        ${engine ? readout(lanes, this.x.shown ?? READ_AT, this.layer.shown, engine, strings) : nothing}
        ${this.scenes()}
      </div>
    </aside>`
  }

  private scenes(): TemplateResult {
    const { strings } = this
    return html`<nav class="try" aria-label=${strings.try.heading}>
      <h2>${strings.try.heading}</h2>
      ${SCENES.map(
        ({ key, address }) =>
          html`<a href=${address || '#'} @click=${(event: MouseEvent) => this.openScene(event, address)}
            >${strings.try.scenes[key]}</a
          >`,
      )}
    </nav>`
  }

  private openScene(event: MouseEvent, address: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.openAddress(address)
  }

  private chips(): TemplateResult {
    const { strings, lanes } = this
    return html`<div class="chips" role="group" aria-label=${strings.lane.chips}>
      ${lanes.map(
        ({ slot, info }, index) =>
          html`<button
            class="chip"
            aria-current=${this.currentChip === index}
            @click=${() => this.jump(index)}
          >
            ${marker(slot)}${functionName(info)}
          </button>`,
      )}
      ${
        lanes.length < SLOTS
          ? html`<button
              class="chip"
              aria-label=${strings.lane.add}
              aria-haspopup="dialog"
              @click=${(event: Event) => this.addLane(event.currentTarget as HTMLElement)}
            >
              ${icons.plus}
            </button>`
          : nothing
      }
    </div>`
  }

  private jump(index: number): void {
    this.currentChip = index
    this.laneElements[index]?.scrollIntoView({ behavior: this.reduced.matches ? 'auto' : 'smooth' })
    this.requestUpdate()
  }

  private openPanels(): TemplateResult {
    const { strings, panel, menu, help, session } = this
    if (!session) return html``
    return html`${
      panel
        ? html`<control-popover
            .anchor=${panel.anchor}
            .group=${panel.group}
            .strings=${strings}
            .settings=${session.settings}
            .change=${this.set}
            .newSeed=${this.newSeed}
            @popover-close=${() => this.closePanels()}
          ></control-popover>`
        : nothing
    }
    ${
      menu
        ? html`<function-menu
            .anchor=${menu.anchor}
            .strings=${strings}
            .catalogue=${this.catalogue}
            .current=${session.lanes[menu.slot]?.choice.id ?? ''}
            @preview=${(event: CustomEvent<string>) => this.preview(menu.slot, event.detail)}
            @take=${(event: CustomEvent<string>) => this.take(menu.slot, event.detail)}
            @popover-close=${() => this.closePanels()}
          ></function-menu>`
        : nothing
    }
    ${
      help
        ? html`<key-list
            .anchor=${help}
            .strings=${strings}
            @popover-close=${() => this.closePanels()}
          ></key-list>`
        : nothing
    }`
  }

  private closePanels(): void {
    if (this.menu) this.preview(this.menu.slot, null)
    this.panel = null
    this.menu = null
    this.help = null
    this.requestUpdate()
  }
}

customElements.define('playground-page', PlaygroundPage)

declare global {
  interface HTMLElementTagNameMap {
    'playground-page': PlaygroundPage
  }
}

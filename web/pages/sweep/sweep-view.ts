// The sweep: functions against the values of one setting, several networks a cell, trained on all cores. The address holds
// what is swept; what is shown follows from it and from the rows so far.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state as reactive } from 'lit/decorators.js'
import { wholeEngine } from '../../engine/starter.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { sweepWords } from '../../i18n/sweep.js'
import { rowLine } from '../../sweep/row.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import '../playground/control-popover.js'
import type { Group, Key } from '../playground/controls.js'
import { loadDigits } from '../playground/digits.js'
import fieldsStyles from '../playground/fields.css?inline'
import { handOver } from '../playground/hand-over.js'
import { LightElement } from '../playground/light-element.js'
import { networkSpec } from '../playground/network-spec.js'
import { readKnowing } from '../playground/own-functions.js'
import { assign } from '../playground/state.js'
import { viewOf } from '../playground/view-of.js'
import { secondsOf, WAITS_FROM } from './effort.js'
import { guessingOf } from './guessing.js'
import { cellsOf, type Cell } from './outcome.js'
import { gridOf, settingsWith, usesDigits } from './plan.js'
import { progress } from './progress.js'
import { resultTable, type Results } from './result-table.js'
import { SweepRun } from './run.js'
import { sentence } from './sentence.js'
import { settingsRail } from './settings-rail.js'
import { readState, withSettings, writeState, type SweepState, type Wrong } from './state.js'
import sweepStyles from './sweep.css?inline'
import { wrongList } from './wrong.js'

adoptSheet(fieldsStyles)
adoptSheet(sweepStyles)

/** Milliseconds between two pictures of a sweep under way, and for which what is changed must rest before it is trained. */
const PACE = 80
const REST = 250

export class SweepView extends LightElement {
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) pageKeys: Readonly<Record<string, string>> = {}
  /** The address of the playground, whose settings can be taken. */
  @property({ attribute: false }) playground = ''

  @reactive() private shown: SweepState | null = null
  @reactive() private wrong: readonly Wrong[] = []
  @reactive() private opened: { anchor: HTMLElement; group: Group } | null = null
  /** The engine did not come. */
  @reactive() private failure = ''

  private engine: Engine | null = null
  private catalogue: readonly ActivationInfo[] = []
  private written = ''
  private drawing: ReturnType<typeof setTimeout> | undefined
  private resting: ReturnType<typeof setTimeout> | undefined
  /** The reader stopped it: it waits for the reader. */
  private held = false
  /** As it was last seen. */
  private training = false
  /** The setting that is being changed: a slider under way is one change. */
  private changing: Key | null = null
  private readonly run = new SweepRun(() => this.draw())
  private readonly ending = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    const { signal } = this.ending
    addEventListener('hashchange', () => this.follow(), { signal })
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ending.abort()
    this.rest()
  }

  private async load(): Promise<void> {
    try {
      this.engine = await wholeEngine()
    } catch (thrown) {
      this.failure = thrown instanceof Error ? thrown.message : String(thrown)
      return
    }
    this.catalogue = this.engine.catalogue()
    this.follow()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pageKeys') || !this.shown) return
    // Rendered between the listeners of one hashchange: the address may be ahead of what is shown.
    if (this.seen && location.hash !== this.written) this.follow()
    else this.write(false)
  }

  private get seen(): boolean {
    return viewOf(location.hash) === 'sweep'
  }

  /* The state and its address */

  /** Nothing trains unseen. */
  private follow(): void {
    if (!this.seen) return this.rest()
    if (!this.engine) return
    if (location.hash !== this.written) this.read(location.hash, this.engine)
    else this.begin()
  }

  private rest(): void {
    clearTimeout(this.resting)
    this.run.stop()
  }

  /** What is small and not held begins by itself. */
  private begin(): void {
    if (this.small && !this.held && this.seen) void this.run.start()
  }

  private read(hash: string, engine: Engine): void {
    const { state, wrong } = this.stateOf(hash, engine)
    this.wrong = wrong
    this.changing = null
    this.take(state, 0)
    this.write(false)
  }

  /** Functions that a reader wrote are learned on the way. */
  private stateOf(hash: string, engine: Engine): ReturnType<typeof readState> {
    const { read, catalogue } = readKnowing(engine, this.catalogue, (all) => readState(hash, all))
    this.catalogue = catalogue
    return read
  }

  private readonly go = (part: Partial<SweepState>, wrong: readonly Wrong[] = []): void => {
    this.changing = null
    this.change(part, wrong, true)
  }

  /** @param push Whether back leads to what was before. */
  private change(part: Partial<SweepState>, wrong: readonly Wrong[], push: boolean): void {
    if (!this.shown) return
    this.wrong = wrong
    this.take({ ...this.shown, ...part }, REST)
    this.write(push)
  }

  /** @param rest How long the workers wait for another change. */
  private take(state: SweepState, rest: number): void {
    this.shown = state
    this.held = false
    clearTimeout(this.resting)
    // Whatever was trained belongs to the state before.
    const grid = state.functions.length > 0 ? gridOf(state, this.catalogue) : null
    this.run.prepare(grid, usesDigits(state) ? loadDigits : null)
    this.resting = setTimeout(() => this.begin(), rest)
  }

  private write(push: boolean): void {
    if (!this.shown) return
    const hash = (this.written = writeState(this.shown, this.pageKeys))
    if (this.seen && hash !== location.hash) history[push ? 'pushState' : 'replaceState'](null, '', hash)
    this.dispatchEvent(new CustomEvent<string>('view-address', { detail: hash }))
  }

  /** Done soon enough to begin by itself. */
  private get small(): boolean {
    return this.shown !== null && secondsOf(this.shown) < WAITS_FROM
  }

  private draw(): void {
    this.drawing ??= setTimeout(() => {
      this.drawing = undefined
      this.requestUpdate()
    }, PACE)
  }

  /* What the reader does */

  private readonly set = (key: Key, value: number | string): void => {
    if (!this.shown) return
    const settings = { ...this.shown.settings }
    assign(settings, key, value)
    const push = this.changing !== key
    this.changing = key
    this.change(withSettings(this.shown, settings), [], push)
  }

  private readonly open = (anchor: HTMLElement, group: Group): void => {
    this.opened = this.opened?.anchor === anchor ? null : { anchor, group }
  }

  private readonly takePlayground = (): void => {
    if (!this.shown || !this.engine) return
    const { state, wrong } = this.stateOf(this.playground.replace('#', '#sweep&'), this.engine)
    const { functions, settings } = state
    this.go({ ...withSettings(this.shown, settings), functions }, wrong)
  }

  private readonly toggle = (): void => {
    this.held = this.run.running
    if (this.held) this.run.stop()
    else void this.run.start()
  }

  /** The button that has the focus goes when there is no more to train. */
  protected override updated(): void {
    const here = this.querySelector<HTMLElement>('.progress')
    if (this.training && this.run.finished && document.activeElement === document.body) here?.focus()
    this.training = this.run.running
  }

  private saveRows(): void {
    const rows = [...this.run.rows].sort((a, b) => a.index - b.index)
    handOver('sweep.jsonl', rows.map(rowLine).join(''))
  }

  private saveGrid(state: SweepState): void {
    handOver('grid.json', `${JSON.stringify(gridOf(state, this.catalogue), null, 2)}\n`)
  }

  /* What is seen */

  protected override render(): TemplateResult | typeof nothing {
    const { shown, strings, engine, catalogue, opened, pageKeys } = this
    if (!shown || !engine) return this.failure ? this.message(this.failure) : nothing
    const results = () => ({ state: shown, cells: this.cells(shown, engine), catalogue, strings, pageKeys })
    return html`<div class="sweep">
      <section class="outcome">
        ${wrongList(this.wrong, strings, () => (this.wrong = []))}
        ${
          shown.functions.length === 0
            ? html`<p class="empty">${sweepWords(strings).noFunction}</p>`
            : this.outcome(results(), shown)
        }
      </section>
      <aside class="swept" aria-label=${strings.transport.settings}>
        ${settingsRail({
          state: shown,
          catalogue,
          strings,
          opened: opened?.group ?? null,
          change: this.go,
          open: this.open,
          take: this.takePlayground,
        })}
      </aside>
      ${
        opened
          ? html`<control-popover
              .anchor=${opened.anchor}
              .group=${opened.group}
              .strings=${strings}
              .settings=${shown.settings}
              .change=${this.set}
              .newSeed=${() => this.set('seed', (shown.settings.seed + 1) % 1_000_000)}
              @popover-close=${() => (this.opened = null)}
            ></control-popover>`
          : nothing
      }
    </div>`
  }

  private cells(state: SweepState, engine: Engine): Cell[] {
    const [choice] = state.functions
    const columns = state.values.map((value) => settingsWith(state, value))
    return cellsOf(this.run.rows, state, (column, seed) => {
      const settings = { ...columns[column], seed }
      return guessingOf(engine, settings, () => networkSpec(choice, this.catalogue, settings))
    })
  }

  private message(text: string): TemplateResult {
    return html`<div class="message" role="alert">${sweepWords(this.strings).failed(text)}</div>`
  }

  private outcome(results: Results, state: SweepState): TemplateResult {
    const { run, strings } = this
    const words = sweepWords(strings)
    const steps = strings.number(state.steps)
    const curve = state.settings.data === 'curve' && state.across !== 'data'
    const waits = !run.running && run.rows.length === 0 && !this.small
    return html`<h2>${curve ? words.loss(steps) : words.accuracy(steps)}</h2>
      <p class="says" aria-live="polite">${run.finished ? sentence(results) : ''}</p>
      <p class="legend">${words.legend(state.seeds, curve ? words.learnedLoss : words.learnedAccuracy)}</p>
      ${progress(run, waits, strings, this.toggle)} ${run.failure ? this.message(run.failure) : nothing}
      ${resultTable(results)}
      ${[...new Set(results.cells.map(({ refused }) => refused))].map((reason) =>
        reason === null ? nothing : html`<p class="note">${words.refused}: ${reason}</p>`,
      )}
      ${this.files(state)}`
  }

  private files(state: SweepState): TemplateResult {
    const words = sweepWords(this.strings)
    const digits = usesDigits(state)
    return html`<footer>
      <button class="button" ?disabled=${this.run.rows.length === 0} @click=${() => this.saveRows()}>
        ${words.saveRows}
      </button>
      <button class="button" ?disabled=${digits} @click=${() => this.saveGrid(state)}>
        ${words.saveGrid}
      </button>
      <p class="note">
        ${
          digits
            ? words.noGrid
            : html`${words.saveNote}
                <code>activation-playground sweep grid.json --shard 0/8 --out part-0.jsonl</code>`
        }
      </p>
    </footer>`
  }
}

customElements.define('sweep-view', SweepView)

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
import { ownAmong } from '../playground/own-functions.js'
import { assign } from '../playground/state.js'
import { viewOf } from '../playground/view-of.js'
import { acrossLabel } from './across.js'
import { secondsOf, WAITS_FROM } from './effort.js'
import { guessingOf } from './guessing.js'
import { cellsOf, hasLearned } from './outcome.js'
import { gridOf, settingsWith } from './plan.js'
import { nameOf, resultTable, rowOf, type Results } from './result-table.js'
import { SweepRun } from './run.js'
import { settingsRail } from './settings-rail.js'
import { readState, withSettings, writeState, type SweepState, type Wrong } from './state.js'
import sweepStyles from './sweep.css?inline'
import { wrongList } from './wrong.js'

adoptSheet(fieldsStyles)
adoptSheet(sweepStyles)

/** Milliseconds between two pictures of a sweep under way. */
const PACE = 80

export class SweepView extends LightElement {
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) pageKeys: Readonly<Record<string, string>> = {}
  /** The address of the playground, whose settings can be taken. */
  @property({ attribute: false }) playground = ''

  @reactive() private shown: SweepState | null = null
  @reactive() private wrong: readonly Wrong[] = []
  @reactive() private opened: { anchor: HTMLElement; group: Group } | null = null
  /** The digits, or another part that is not here yet, did not come. */
  @reactive() private failure = ''

  private engine: Engine | null = null
  private catalogue: readonly ActivationInfo[] = []
  private written = ''
  private drawing: ReturnType<typeof setTimeout> | undefined
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
    this.run.stop()
  }

  private async load(): Promise<void> {
    this.engine = await wholeEngine()
    this.catalogue = this.engine.catalogue()
    this.follow()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pageKeys') && this.shown && viewOf(location.hash) === 'sweep') this.write(false)
  }

  /* The state and its address */

  /** Nothing trains unseen. */
  private follow(): void {
    if (viewOf(location.hash) !== 'sweep') return this.run.stop()
    if (!this.engine) return
    if (location.hash !== this.written) this.read(location.hash)
    else if (this.small) void this.run.start()
  }

  private read(hash: string): void {
    const { state, wrong } = this.stateOf(hash)
    this.wrong = wrong
    void this.take(state)
    this.write(false)
  }

  /** Functions that a reader wrote are learned on the way. */
  private stateOf(hash: string): ReturnType<typeof readState> {
    const first = readState(hash, this.catalogue)
    const asked = first.wrong.flatMap((one) => (one.kind === 'function' ? one.asked : []))
    const own = this.engine ? ownAmong(this.engine, asked) : []
    if (own.length === 0) return first
    this.catalogue = [...this.catalogue, ...own]
    return readState(hash, this.catalogue)
  }

  private readonly go = (part: Partial<SweepState>, wrong: readonly Wrong[] = []): void => {
    if (!this.shown) return
    this.wrong = wrong
    void this.take({ ...this.shown, ...part })
    this.write(true)
  }

  private async take(state: SweepState): Promise<void> {
    this.shown = state
    this.failure = ''
    if (state.functions.length === 0) return this.run.stop()
    const grid = gridOf(state, this.catalogue)
    try {
      const digits = state.settings.data === 'digits' ? await loadDigits() : undefined
      if (state !== this.shown) return
      this.run.prepare(grid, digits)
    } catch (thrown) {
      this.failure = thrown instanceof Error ? thrown.message : String(thrown)
      return
    }
    if (this.small) void this.run.start()
  }

  private write(push: boolean): void {
    if (!this.shown) return
    const hash = (this.written = writeState(this.shown, this.pageKeys))
    if (hash !== location.hash) history[push ? 'pushState' : 'replaceState'](null, '', hash)
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
    this.go(withSettings(this.shown, settings))
  }

  private readonly open = (anchor: HTMLElement, group: Group): void => {
    this.opened = this.opened?.anchor === anchor ? null : { anchor, group }
  }

  private readonly takePlayground = (): void => {
    if (!this.shown) return
    const { state, wrong } = this.stateOf(this.playground.replace('#', '#sweep&'))
    const { functions, settings } = state
    this.go({ ...withSettings(this.shown, settings), functions }, wrong)
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
    if (!shown || !engine) return nothing
    return html`<div class="sweep">
      <section class="outcome">
        ${wrongList(this.wrong, strings, () => (this.wrong = []))}
        ${
          shown.functions.length === 0
            ? html`<p class="empty">${sweepWords(strings).noFunction}</p>`
            : this.outcome(
                { state: shown, cells: this.cells(shown, engine), catalogue, strings, pageKeys },
                shown,
              )
        }
      </section>
      <aside class="rail" aria-label=${strings.transport.settings}>
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

  private cells(state: SweepState, engine: Engine) {
    const [choice] = state.functions
    const info = this.catalogue.find(({ id }) => id === choice.id) as ActivationInfo
    return cellsOf(this.run.rows, state, (column, seed) => {
      const settings = { ...settingsWith(state, state.values[column]), seed }
      return guessingOf(engine, networkSpec(choice, info, settings), settings)
    })
  }

  private outcome(results: Results, state: SweepState): TemplateResult {
    const { run, strings } = this
    const words = sweepWords(strings)
    const steps = strings.number(state.steps)
    const curve = state.settings.data === 'curve'
    const failure = this.failure || run.failure
    return html`<h2>${curve ? words.loss(steps) : words.accuracy(steps)}</h2>
      <p class="says" aria-live="polite">${run.finished ? this.sentence(results) : ''}</p>
      <p class="legend">${words.legend(state.seeds, curve ? words.learnedLoss : words.learnedAccuracy)}</p>
      ${this.progress()}
      ${failure ? html`<div class="message" role="alert">${words.failed(failure)}</div>` : nothing}
      ${resultTable(results)}
      ${[...new Set(results.cells.map(({ refused }) => refused))].map((reason) =>
        reason === null ? nothing : html`<p class="note">${words.refused}: ${reason}</p>`,
      )}
      ${this.files(state)}`
  }

  /** Of every function, those that learn at most values first. */
  private sentence(results: Results): string {
    const { state, catalogue, strings } = results
    const words = sweepWords(strings)
    const names = new Map<number, string[]>()
    state.functions.forEach((choice, k) => {
      const count = rowOf(results, k).filter(hasLearned).length
      names.set(count, [...(names.get(count) ?? []), nameOf(choice, catalogue)])
    })
    const [[most, best], ...rest] = [...names].sort(([a], [b]) => b - a)
    const across = acrossLabel(state.across, strings, state.settings)
    if (most === 0) return words.noneLearns(across)
    return words.says(across, [
      words.mostLearn(best, most, state.values.length),
      ...rest.map(([count, fewer]) => words.fewerLearn(fewer, count)),
    ])
  }

  private progress(): TemplateResult {
    const { run, strings } = this
    const words = sweepWords(strings)
    const { rows, total, spent, running, finished } = run
    const seconds = strings.fixed(spent / 1000, 1)
    return html`<div class="progress">
      ${
        finished
          ? nothing
          : html`<button class="button main" @click=${() => (running ? run.stop() : void run.start())}>
              ${running ? words.stop : rows.length > 0 ? words.goOn : words.run}
            </button>`
      }
      ${finished ? nothing : html`<progress max=${total} value=${rows.length} aria-label=${words.rows}></progress>`}
      <span
        >${words.progress(strings.number(rows.length), strings.number(total))}${
          rows.length > 0 ? ` · ${words.took(seconds, navigator.hardwareConcurrency)}` : nothing
        }${!running && rows.length === 0 && !this.small ? ` · ${words.waits}` : nothing}</span
      >
    </div>`
  }

  private files(state: SweepState): TemplateResult {
    const words = sweepWords(this.strings)
    const digits = state.settings.data === 'digits'
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

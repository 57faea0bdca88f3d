// The sheet of one function: formula, curve at any parameters, what is measured of it, and how to use it elsewhere.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state as reactive } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { derivatives, formulas, styles as formulaStyles } from 'virtual:formulas'
import '../../elements/activation-curve.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language } from '../../i18n/index.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { icons } from '../playground/icons.js'
import { LightElement } from '../playground/light-element.js'
import { isOwn } from '../playground/names.js'
import { parameterSlider } from '../playground/parameter-slider.js'
import { writeLane, type LaneChoice } from '../playground/state.js'
import { comparable, nearestTo } from './compare.js'
import { CopyTabs } from './copy-tabs.js'
import { EMBEDS, type Embed } from './embed.js'
import { fitFormulas } from './fit-formulas.js'
import { AccuracySection } from './sheet-accuracy.js'
import { codeSection } from './sheet-code.js'
import { compareSection } from './sheet-compare.js'
import { CostSection } from './sheet-cost.js'
import { differenceSection } from './sheet-differences.js'
import { embedSection } from './sheet-embed.js'
import { propertySection, specialSection } from './sheet-properties.js'
import { RowsSection } from './sheet-rows.js'
import sheetStyles from './sheet.css?inline'
import { signs } from './signs.js'
import { START, writeState, type CatalogueState } from './state.js'

adoptSheet(formulaStyles + sheetStyles)

export class FunctionSheet extends LightElement {
  @property({ attribute: false }) engine!: Engine
  @property({ attribute: false }) info!: ActivationInfo
  @property({ attribute: false }) catalogue: readonly ActivationInfo[] = []
  @property({ attribute: false }) state!: CatalogueState
  @property({ attribute: false }) words!: CatalogueWords
  @property({ attribute: false }) language: Language = 'en'

  @property({ attribute: false }) pageKeys: Readonly<Record<string, string>> = {}
  /** What is shown to embed; null: nothing. */
  @reactive() private embed: Embed | null = null

  private readonly cost = new CostSection(this)
  private readonly errors = new AccuracySection(this)
  private readonly code = new CopyTabs(this, 'code')
  private readonly rows = new RowsSection(this)
  private readonly embedded = new CopyTabs(this, 'embed')
  private shownErrors = ''
  private readonly sizes = new ResizeObserver(() => this.fit())

  private get choice(): LaneChoice {
    return { id: this.info.id, parameters: this.parameters }
  }

  private get parameters(): Parameters {
    return this.state.open?.parameters ?? {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const lane = writeLane(this.choice)
    if (lane !== this.shownErrors && !isOwn(this.info.id)) this.errors.show(this.info, this.parameters)
    this.shownErrors = lane
    const before = changed.get('info')
    if (!changed.has('info') || before?.id === this.info.id) return
    this.code.reset()
    this.embed = null
    this.rows.reset()
    if (!isOwn(this.info.id)) this.cost.show(this.info)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('info')
    if (!changed.has('info') || before?.id === this.info.id) return
    this.querySelector('.sheet')?.scrollTo(0, 0)
    this.fit()
  }

  private fit(): void {
    const formulas = this.querySelector<HTMLElement>('.formulas')
    if (formulas) fitFormulas(formulas)
  }

  private change(part: Partial<CatalogueState>): void {
    this.dispatchEvent(new CustomEvent('sheet-change', { detail: part }))
  }

  private setParameters(parameters: Parameters): void {
    this.change({ open: { id: this.info.id, parameters } })
  }

  private send(name: 'sheet-close' | 'sheet-train'): void {
    this.dispatchEvent(new CustomEvent(name))
  }

  protected override render(): TemplateResult {
    const { info, words } = this
    const curve = info.elementWise
    const own = isOwn(info.id)
    const name = own ? words.sheet.own : info.name[this.language]
    return html`<aside class="sheet" aria-label=${`${words.sheet.label}: ${name}`}>
      <header>
        <button class="ghost back" @click=${() => this.send('sheet-close')}>
          ${signs.back}${words.sheet.back}
        </button>
        <h2 tabindex="-1">${name}</h2>
        <button class="ghost close" aria-label=${words.sheet.close} @click=${() => this.send('sheet-close')}>
          ${icons.close}
        </button>
        <p class="sub">${this.subtitle()}</p>
      </header>
      ${this.formula()} ${curve ? this.figure(name) : this.rows.figure(this.shown(name))} ${this.actions()}
      ${this.embed ? this.embedding(this.embed) : nothing} ${this.comparison()}
      ${curve ? nothing : this.rows.fields(this.shown(name))} ${this.parameterFields()}
      ${curve ? propertySection(this.engine, info, this.parameters, words) : nothing}
      ${own ? html`<p class="note">${words.sheet.ownAccuracy}</p>` : this.errors.render(info, words, this.accuracyTable)}
      ${curve ? specialSection(this.engine, info, this.parameters, words) : nothing}
      ${own ? nothing : this.cost.render(words)}
      ${differenceSection({
        engine: this.engine,
        info,
        words,
        versus: this.state.versus,
        choose: (versus) => this.change({ versus }),
      })}
      ${own ? nothing : codeSection(this.code, info, this.parameters, this.state.code, words, (code) => this.change({ code }))}
    </aside>`
  }

  private subtitle(): string {
    const { info, words, language } = this
    if (isOwn(info.id)) return words.options.kind[info.kind]
    const { en } = info.name
    const aliases = info.aliases
      .split(', ')
      .filter((alias) => !en.toLowerCase().includes(alias.toLowerCase()))
      .filter((alias) => language === 'zh' || !/\p{Script=Han}/u.test(alias))
    return [
      // Papers and code have the English name; a Chinese one helps no reader of English.
      info.name[language].startsWith(en) ? '' : en,
      aliases.length > 0 && words.sheet.also(aliases.join(', ')),
      words.options.kind[info.kind],
      info.inSurvey && words.options.survey.named,
    ]
      .filter(Boolean)
      .join(' · ')
  }

  private formula(): TemplateResult {
    const { info, words } = this
    // As English, so that a Chinese font with small brackets alone is not asked for them.
    // What is no function of one number says itself what it is: y_i = …
    const left = (name: string, latex: string) =>
      info.elementWise || !latex.includes('=') ? html`<i>${name}</i> =` : nothing
    return html`<div class="formulas" role="group" tabindex="0" aria-label=${words.sheet.formula}>
      <div lang="en">
        ${left(info.elementWise ? 'f' : 'h', info.formula)}
        ${isOwn(info.id) ? html`<code>${info.name.en}</code>` : unsafeHTML(formulas[info.id] ?? '')}
      </div>
      ${
        derivatives[info.id] && info.derivative
          ? html`<div lang="en">${left('f ′', info.derivative)} ${unsafeHTML(derivatives[info.id])}</div>`
          : nothing
      }
    </div>`
  }

  private figure(name: string): TemplateResult {
    return html`<activation-curve
      .engine=${this.engine}
      .function=${this.info.id}
      .parameters=${this.parameters}
      .label=${this.words.curveOf(name)}
    ></activation-curve>`
  }

  private shown(name: string) {
    const { engine, info, parameters, words } = this
    return { engine, info, parameters, words, name }
  }

  private actions(): TemplateResult {
    const { info, words, embed, state } = this
    const { sheet } = words
    const train = html`<button class="button primary train" @click=${() => this.send('sheet-train')}>
      ${sheet.train}
    </button>`
    if (!info.elementWise) return html`<div class="actions">${train}</div>`
    return html`<div class="actions">
      ${train}
      <button
        class="button beside-button"
        aria-expanded=${state.beside !== null}
        @click=${() => this.compare()}
      >
        ${sheet.compare}
      </button>
      <button
        class="button"
        aria-expanded=${embed !== null}
        @click=${() => (this.embed = embed ? null : EMBEDS[0])}
      >
        ${sheet.embed}
      </button>
    </div>`
  }

  private compare(): void {
    const { engine, info, parameters, catalogue, state } = this
    if (state.beside) return this.change({ beside: null })
    const id = nearestTo(engine, this.choice, comparable(info, parameters, catalogue))
    this.change({ beside: { id, parameters: {} } })
  }

  private comparison(): TemplateResult | typeof nothing {
    const { engine, info, catalogue, words, language, pageKeys, choice } = this
    const other = this.state.beside
    if (!other || !info.elementWise) return nothing
    const choose = (beside: LaneChoice | null) => {
      this.change({ beside })
      // The button that ended it is gone.
      if (!beside) this.querySelector<HTMLElement>('.actions .beside-button')?.focus()
    }
    return compareSection({ engine, info, catalogue, words, language, pageKeys, choice, other, choose })
  }

  private embedding(embed: Embed): TemplateResult {
    const { info, words, choice } = this
    return embedSection(this.embedded, info, choice, embed, words, (next) => (this.embed = next))
  }

  /** The address of the table that holds all functions' errors. */
  private get accuracyTable(): string {
    return writeState({ ...START, view: 'accuracy', sort: 'error', descending: true }, this.pageKeys)
  }

  private parameterFields(): TemplateResult | typeof nothing {
    const { info, words, parameters } = this
    if (info.parameters.length === 0) return nothing
    const changed = Object.keys(parameters).length > 0
    return html`<section class="parameters">
      <h3>
        ${words.sheet.parameters}
        <button class="quiet" ?disabled=${!changed} @click=${() => this.setParameters({})}>
          ${words.sheet.reset}
        </button>
      </h3>
      ${info.parameters.map((parameter) => {
        const value = parameters[parameter.name] ?? parameter.default
        const set = (next: number) => this.setParameters({ ...parameters, [parameter.name]: next })
        const note = parameter.learned ? words.sheet.learned : parameter.noise ? words.sheet.drawn : ''
        return html`<div class="sheet-parameter">
          ${parameterSlider(parameter, value, set)}${note ? html`<small>${note}</small>` : nothing}
        </div>`
      })}
    </section>`
  }
}

customElements.define('function-sheet', FunctionSheet)

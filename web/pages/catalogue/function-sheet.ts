// The sheet of one function: formula, curve at any parameters, what is measured of it, and how to use it elsewhere.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { derivatives, formulas, styles as formulaStyles } from 'virtual:formulas'
import '../../elements/activation-curve.js'
import { short } from '../../elements/format.js'
import { measured } from '../../elements/measured.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language } from '../../i18n/index.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { icons } from '../playground/icons.js'
import { LightElement } from '../playground/light-element.js'
import { parameterName } from '../playground/names.js'
import { parameterSlider } from '../playground/parameter-slider.js'
import { accuracySection } from './sheet-accuracy.js'
import { CodeSection } from './sheet-code.js'
import { CostSection } from './sheet-cost.js'
import { differenceSection } from './sheet-differences.js'
import { propertyRows } from './property-words.js'
import sheetStyles from './sheet.css?inline'
import { signs } from './signs.js'
import type { CatalogueState } from './state.js'

adoptSheet(formulaStyles + sheetStyles)

export class FunctionSheet extends LightElement {
  @property({ attribute: false }) engine!: Engine
  @property({ attribute: false }) info!: ActivationInfo
  @property({ attribute: false }) catalogue: readonly ActivationInfo[] = []
  @property({ attribute: false }) state!: CatalogueState
  @property({ attribute: false }) words!: CatalogueWords
  @property({ attribute: false }) language: Language = 'en'

  private readonly cost = new CostSection(this)
  private readonly code = new CodeSection(this)

  private get parameters(): Parameters {
    return this.state.open?.parameters ?? {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('info')
    if (!changed.has('info') || before?.id === this.info.id) return
    this.code.reset()
    this.cost.show(this.info.elementWise ? this.info.id : null)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('info')
    if (changed.has('info') && before?.id !== this.info.id) this.querySelector('.sheet')?.scrollTo(0, 0)
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
    const name = info.name[this.language]
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
      ${this.formula()} ${curve ? this.figure(name) : this.noCurve()}
      ${
        curve || info.kind === 'pooled'
          ? html`<div class="actions">
              <button class="button primary train" @click=${() => this.send('sheet-train')}>
                ${words.sheet.train}
              </button>
            </div>`
          : nothing
      }
      ${this.parameterFields()} ${curve ? this.measuredSections() : nothing} ${accuracySection(info, words)}
      ${curve ? this.cost.render(words) : nothing}
      ${differenceSection({
        engine: this.engine,
        info,
        words,
        versus: this.state.versus,
        choose: (versus) => this.change({ versus }),
      })}
      ${this.code.render(info, this.parameters, this.state.code, words, (code) => this.change({ code }))}
    </aside>`
  }

  private subtitle(): string {
    const { info, words, language } = this
    const { en } = info.name
    const aliases = info.aliases
      .split(', ')
      .filter((alias) => !en.toLowerCase().includes(alias.toLowerCase()))
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
      <div lang="en">${left('f', info.formula)} ${unsafeHTML(formulas[info.id] ?? '')}</div>
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

  private noCurve(): TemplateResult {
    const { words, info } = this
    return html`<p class="no-curve">
      <span>${words.sheet.noCurve[info.kind] ?? words.noCurve}</span>
    </p>`
  }

  private parameterFields(): TemplateResult | typeof nothing {
    const { info, words, parameters } = this
    if (info.parameters.length === 0 || !info.elementWise) return nothing
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

  private measuredSections(): TemplateResult {
    const { engine, info, words, parameters } = this
    const properties = measured(engine, info.id, parameters)
    const given = info.parameters
      .filter(({ name }) => name in parameters)
      .map((parameter) => `${parameterName(parameter)} = ${short(parameters[parameter.name], 6)}`)
    const where = given.length > 0 ? `${words.sheet.atParameters(given.join(', '))} · ` : ''
    return html`<section>
      <h3>${words.sheet.properties} <span>${where}${words.sheet.propertiesNote}</span></h3>
      <dl class="properties">
        ${propertyRows(properties, words).map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p class="note">${words.gains}</p>
    </section>`
  }
}

customElements.define('function-sheet', FunctionSheet)

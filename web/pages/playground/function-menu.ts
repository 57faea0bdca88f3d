// The searchable list of functions, all from the catalogue, and the place to write one's own. Moving previews, Enter takes,
// Escape restores.

import { html, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ActivationInfo } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { laneFileWords } from '../../i18n/lane-files.js'
import { menuWords } from '../../i18n/menu.js'
import { mistakeText } from '../../i18n/mistakes.js'
import { loadLane, saveLane } from './lane-files.js'
import { functionName, isOwn } from './names.js'
import { define, forget, isMistake, learn, type Mistake } from './own-functions.js'
import type { PanelsPage } from './panels.js'
import { Popover, panel } from './popover.js'
import { takeLayer } from './take-layer.js'

/** What no name has: such a search is the text of a function. */
const WRITTEN = /[()*/^<>?×·−]|\bx\b/

export class FunctionMenu extends Popover {
  @property({ attribute: false }) page!: PanelsPage
  @property({ attribute: false }) lane = 0
  /** The hidden layer that gets a function of its own, counted from 0; null: the whole lane. */
  @property({ attribute: false }) layer: number | null = null
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) catalogue: readonly ActivationInfo[] = []
  /** The function that the lane has, or its layer. */
  @property({ attribute: false }) current = ''

  @state() private query = ''
  @state() private active = ''
  /** What the search is, where it is the text of a function. */
  @state() private written: ActivationInfo | Mistake | null = null
  /** What is known only because it is being written. */
  private draft: string | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    const { layer, lane, page } = this
    if (layer !== null) this.current = page.session?.lanes[lane]?.layers[layer]?.id ?? this.current
    this.active = this.current
    if (isOwn(this.current)) this.read(this.current.slice(1))
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    // A text that is there is to be changed, or replaced by the first letter.
    this.querySelector<HTMLInputElement>('[role=combobox]')?.select()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.forgetDraft()
  }

  /** What a layer has that has no function of its own. */
  private get lanesOwn(): string | undefined {
    return this.page.session?.lanes[this.lane]?.choice.id
  }

  private get own(): ActivationInfo | null {
    return this.written && !isMistake(this.written) ? this.written : null
  }

  /** Names that begin with what is typed come first, and the shortest of them before all. */
  private get found(): readonly ActivationInfo[] {
    const typed = this.query.trim().toLowerCase()
    const words = typed.split(/\s+/)
    const texts = ({ id, name }: ActivationInfo) =>
      [id, id.replace(/_/g, ' '), name.en, name.zh].map((text) => text.toLowerCase())
    const { own } = this
    if (own) return [own]
    const found = this.catalogue.filter((info) => {
      if (isOwn(info.id) || (this.layer !== null && !info.elementWise)) return false
      const text = texts(info).join(' ')
      return words.every((word) => text.includes(word))
    })
    const lanes = this.layer === null ? undefined : this.catalogue.find(({ id }) => id === this.lanesOwn)
    if (typed === '') return lanes ? [lanes, ...found.filter((info) => info !== lanes)] : found
    const rank = (info: ActivationInfo) =>
      Math.min(...texts(info).map((text) => (text.startsWith(typed) ? text.length : 1000)))
    return found.sort((a, b) => rank(a) - rank(b))
  }

  protected override content(): TemplateResult {
    const { found } = this
    const { lane, layer, page, strings } = this
    const words = menuWords(strings)
    const info = page.session?.lanes[lane]?.info
    const label =
      layer === null || !info ? words.label : words.ofLayer(functionName(info), strings.number(layer + 1))
    return panel(
      label,
      html`${layer === null ? nothing : html`<p class="of">${label}</p>`}<input
          type="text"
          role="combobox"
          aria-label=${words.search}
          placeholder=${words.search}
          aria-expanded="true"
          aria-controls="function-list"
          aria-autocomplete="list"
          aria-activedescendant=${found.some(({ id }) => id === this.active) ? optionId(this.active) : nothing}
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @input=${this.search}
          @keydown=${this.key}
        />
        ${this.written && isMistake(this.written) && found.length === 0 ? this.mistake(this.written) : nothing}
        <ul id="function-list" role="listbox" tabindex="-1" aria-label=${label}>
          ${found.map((info) => this.option(info))}
        </ul>
        ${found.length === 0 && !this.written ? html`<p role="status">${words.none}</p>` : nothing}
        ${layer === null ? this.files() : nothing}`,
      'menu',
    )
  }

  private mistake(mistake: Mistake): TemplateResult {
    const { position } = mistake
    const words = menuWords(this.strings)
    // The name, number or sign that begins there.
    const rest = this.query.slice(position)
    const length = Math.max(1, /^\s*(\w+|\S)/.exec(rest)?.[0].length ?? 1)
    return html`<div class="own" role="status">
      <span class="written"
        >${this.query.slice(0, position)}<u>${rest.slice(0, length) || '\u00a0'}</u>${rest.slice(length)}</span
      >
      <b>${words.wrong(mistakeText(mistake, this.strings), position + 1)}</b>
      ${this.current && this.layer === null ? words.kept : nothing}
    </div>`
  }

  /** A lane's network comes from a file as its function comes from the list. */
  private files(): TemplateResult {
    const words = laneFileWords(this.strings)
    return html`<footer>
      ${this.current ? html`<button class="button" @click=${this.save}>${words.save}</button>` : nothing}
      <button
        class="button"
        @click=${() => this.querySelector<HTMLInputElement>('input[type=file]')?.click()}
      >
        ${words.load}
      </button>
      <input type="file" hidden accept=".aplaynet" aria-label=${words.load} @change=${this.load} />
    </footer>`
  }

  private save = (): void => {
    void saveLane(this.page, this.lane)
    this.close(true)
  }

  private load = (event: Event): void => {
    const file = (event.target as HTMLInputElement).files?.[0]
    if (!file) return
    void loadLane(this.page, this.lane, file)
    this.close(true)
  }

  private option(info: ActivationInfo): TemplateResult {
    return html`<li
      id=${optionId(info.id)}
      role="option"
      aria-selected=${info.id === this.active}
      @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && this.preview(info.id)}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.take(info.id)}
    >
      ${
        isOwn(info.id)
          ? html`<span class="written">${info.name.en}</span>`
          : html`<span>${functionName(info)}</span>`
      }${this.beside(info)}
    </li>`
  }

  private beside({ id, name }: ActivationInfo): TemplateResult {
    const words = menuWords(this.strings)
    if (this.layer !== null && id === this.lanesOwn) return html`<small>${words.lanesOwn}</small>`
    if (isOwn(id)) return html`<small>${words.own}</small>`
    return this.strings.code === 'en' ? html`<code>${id}</code>` : html`<small>${name.zh}</small>`
  }

  /** Whether it names a function or is the text of one. */
  private read(query: string): void {
    const { page } = this
    this.query = query
    const { engine, complete } = page.functions
    this.forgetDraft()
    this.written = engine && complete && WRITTEN.test(query) ? define(engine, query) : null
    const { own } = this
    if (!own) return
    if (!page.functions.catalogue.some(({ id }) => id === own.id)) this.draft = own.id
    learn(page.functions, own)
    page.requestUpdate()
  }

  /** A text on the way to another one is known for as long as it is looked at. */
  private forgetDraft(): void {
    if (this.draft) forget(this.page.functions, this.draft)
    this.draft = null
  }

  private search = (event: InputEvent): void => {
    this.read((event.target as HTMLInputElement).value)
    const { found } = this
    if (this.query !== '' && found.length > 0) this.preview(found[0].id)
  }

  private key = (event: KeyboardEvent): void => {
    const { found } = this
    const at = found.findIndex((info) => info.id === this.active)
    if (event.key === 'Enter') {
      event.preventDefault()
      if (at >= 0) this.take(this.active)
      return
    }
    const last = found.length - 1
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: this.query ? -2 : 0,
      End: this.query ? -2 : last,
    }[event.key]
    if (next === undefined || next === -2 || last < 0) return
    event.preventDefault()
    this.preview(found[(next + found.length) % found.length].id)
  }

  private preview(id: string): void {
    if (id === this.active) return
    this.active = id
    // A layer's curve is one of several.
    if (this.layer === null) this.dispatchEvent(new CustomEvent<string>('preview', { detail: id }))
    void this.updateComplete.then(() =>
      this.querySelector(`#${optionId(id)}`)?.scrollIntoView({ block: 'nearest' }),
    )
  }

  private take(id: string): void {
    if (id === this.draft) this.draft = null
    const { layer, lane, page } = this
    if (layer === null) this.dispatchEvent(new CustomEvent<string>('take', { detail: id }))
    else if (page.session) takeLayer(page.session, lane, layer, id)
    this.close(true)
  }
}

/** There is one of a reader's own at a time. */
const optionId = (id: string): string => (isOwn(id) ? 'function-own' : `function-${id}`)

customElements.define('function-menu', FunctionMenu)

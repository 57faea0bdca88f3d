// The catalogue: small pictures of all functions, a rail to filter and sort them, and the sheet of the one that is open.
// The address holds the whole state; everything shown follows from it and from what the engine measures.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state as reactive } from 'lit/decorators.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import { loadCatalogueWords, type CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Language, Strings } from '../../i18n/index.js'
import { adoptSheet } from '../playground/adopt-sheet.js'
import { LightElement } from '../playground/light-element.js'
import { isOwn } from '../playground/names.js'
import { readKnowing } from '../playground/own-functions.js'
import type { LaneChoice } from '../playground/state.js'
import { viewOf } from '../playground/view-of.js'
import { cardList, emptyList } from './card-list.js'
import catalogueStyles from './catalogue.css?inline'
import { measureCosts } from './cost.js'
import { catalogueEngine } from './engine.js'
import { entriesOf, type Entry } from './entries.js'
import { filtered, NO_FILTERS, toggled, type FacetKey } from './facets.js'
import { facetRail, filterBar, type Facets } from './facet-rail.js'
import { functionTable } from './function-table.js'
import { matches } from './search.js'
import { sorted, type Costs, type SortKey } from './sorts.js'
import { readState, START, writeState, type CatalogueState, type Wrong } from './state.js'
import { listTools, searchField } from './tools.js'
import { wrongList } from './wrong.js'

adoptSheet(catalogueStyles)

export class CatalogueView extends LightElement {
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) language: Language = 'en'
  @property({ attribute: false }) pageKeys: Readonly<Record<string, string>> = {}

  @reactive() private words: CatalogueWords | null = null
  @reactive() private shown: CatalogueState = START
  @reactive() private wrong: readonly Wrong[] = []
  /** On a phone the facets are a view of their own. */
  @reactive() private filtering = false
  @reactive() private sheetReady = false
  /** The address as it was last read or written: what is shown. */
  private written = ''
  private engine: Engine | null = null
  private entries: readonly Entry[] = []
  /** Theirs, and a reader's own, which have a sheet and no card. */
  private catalogue: readonly ActivationInfo[] = []
  private costs: Costs = new Map()
  /** Once in a visit. */
  private costing = false
  private readonly ending = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    const { signal } = this.ending
    addEventListener('hashchange', () => this.follow(true), { signal })
    document.addEventListener('keydown', (event) => this.key(event), { signal })
    void this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ending.abort()
  }

  private async load(): Promise<void> {
    this.engine = await catalogueEngine()
    this.entries = entriesOf(this.engine)
    this.catalogue = this.entries.map(({ info }) => info)
    this.follow(false)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('language')) void this.speak(this.language)
    if (!changed.has('pageKeys') || this.entries.length === 0) return
    // Rendered between the listeners of one hashchange: the address may be ahead of what is shown.
    if (viewOf(location.hash) === 'catalogue' && location.hash !== this.written) this.follow(true)
    else this.write(false)
  }

  private async speak(language: Language): Promise<void> {
    const words = await loadCatalogueWords(language)
    if (language === this.language) this.words = words
  }

  /* The state and its address */

  private follow(byReader: boolean): void {
    if (viewOf(location.hash) !== 'catalogue' || !this.engine || location.hash === this.written) return
    const { read, catalogue } = readKnowing(this.engine, this.catalogue, (all) =>
      readState(location.hash, all),
    )
    const { state, wrong } = read
    this.catalogue = catalogue
    const before = this.shown.open?.id
    this.wrong = wrong
    this.take(state)
    this.write(false)
    if (byReader) this.moveFocus(before, state.open?.id)
  }

  private take(state: CatalogueState): void {
    this.shown = state
    if (state.open && !this.sheetReady)
      void import('./function-sheet.js').then(() => (this.sheetReady = true))
    if (state.sort === 'cost') void this.measureCosts()
  }

  /** @param push Whether back leads to what was before. */
  private go(part: Partial<CatalogueState>, push = true): void {
    const before = this.shown.open?.id
    this.take({ ...this.shown, ...part })
    this.write(push)
    if ('open' in part) this.moveFocus(before, part.open?.id)
  }

  private write(push: boolean): void {
    const hash = (this.written = writeState(this.shown, this.pageKeys))
    if (viewOf(location.hash) === 'catalogue' && hash !== location.hash)
      history[push ? 'pushState' : 'replaceState'](null, '', hash)
    this.dispatchEvent(new CustomEvent<string>('view-address', { detail: hash }))
  }

  /** Into the sheet that opens, back to the card of one that closes. */
  private moveFocus(before: string | undefined, now: string | undefined): void {
    if (before === now) return
    // A reader's own has no card to go back to.
    const card = before && !isOwn(before) ? `.middle [data-id="${before}"]` : '.search input'
    const wanted = now ? '.sheet h2' : card
    // The sheet's script may have to come first.
    const look = (tries: number) => {
      const found = this.querySelector<HTMLElement>(wanted)
      if (!found && tries > 0) setTimeout(() => look(tries - 1), 50)
      found?.focus({ preventScroll: now !== undefined })
      // On a phone the sheet is a view of its own, and the page is what scrolls.
      if (found && now) scrollTo(0, 0)
    }
    void this.updateComplete.then(() => look(40))
  }

  private async measureCosts(): Promise<void> {
    if (this.costing || !this.engine) return
    this.costing = true
    const ids = this.entries.map(({ info }) => info.id)
    const tell = (costs: Costs) => {
      this.costs = costs
      this.requestUpdate()
    }
    await measureCosts(this.engine, ids, tell, this.ending.signal)
  }

  /* What the reader does */

  private readonly toggleFilter = (key: FacetKey, option: string): void =>
    this.go({ filters: toggled(this.shown.filters, key, option) })

  private readonly clear = (): void => this.go({ filters: NO_FILTERS, query: '' })

  /** On a phone: to all filters and back. */
  private filter(filtering: boolean): void {
    this.filtering = filtering
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>(filtering ? '.rail h2' : '.filter-bar .chip')?.focus()
      scrollTo(0, 0)
    })
  }

  private readonly sortByHead = (sort: SortKey, figure: boolean): void => {
    const { shown } = this
    this.go({ sort, descending: sort === shown.sort ? !shown.descending : figure })
  }

  private readonly closeSheet = (): void => this.go({ open: null, beside: null, versus: {} })

  private key(event: KeyboardEvent): void {
    if (viewOf(location.hash) !== 'catalogue' || event.defaultPrevented) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.composedPath()[0] as Element
    const typing = target.closest?.('input:not([type=checkbox]):not([type=radio]), select, textarea')
    if (event.key === 'Escape' && this.filtering) this.filter(false)
    else if (event.key === 'Escape' && this.shown.open && !typing) this.closeSheet()
    else if (event.key === '/' && !typing) this.querySelector<HTMLElement>('.search input')?.focus()
    else return
    event.preventDefault()
  }

  /* What is seen */

  protected override render(): TemplateResult | typeof nothing {
    const { words, engine, shown, entries } = this
    if (!words || !engine) return nothing
    const found = entries.filter(({ info }) => matches(info, shown.query))
    const { sort, descending } = shown
    const list = sorted(filtered(found, shown.filters), sort, descending, this.language, this.costs)
    const facets: Facets = {
      entries: found,
      all: entries.length,
      filters: shown.filters,
      query: shown.query,
      words,
      toggle: this.toggleFilter,
      clear: this.clear,
      clearQuery: () => this.go({ query: '' }),
    }
    const openInfo = this.catalogue.find(({ id }) => id === shown.open?.id)
    const classes = [openInfo ? 'with-sheet' : '', this.filtering ? 'filtering' : ''].join(' ')
    return html`<div class="catalogue ${classes}">
      ${searchField(shown.query, entries.length, words, (query) => this.go({ query }, false))}
      ${filterBar(facets, () => this.filter(true))}
      ${facetRail(facets, list.length, () => this.filter(false))}
      <section class="middle" aria-label=${words.functions}>
        ${listTools({
          words,
          found: list.length,
          all: entries.length,
          view: shown.view,
          sort,
          descending,
          show: (view) => this.go({ view }),
          sortBy: (sort: SortKey) => this.go({ sort }),
          turn: () => this.go({ descending: !descending }),
        })}
        ${wrongList(this.wrong, words, this.strings, () => (this.wrong = []))}
        ${this.list(list, engine, words)}
      </section>
      ${
        openInfo && shown.open && this.sheetReady
          ? html`<function-sheet
              .engine=${engine}
              .info=${openInfo}
              .catalogue=${this.catalogue}
              .state=${shown}
              .words=${words}
              .language=${this.language}
              .pageKeys=${this.pageKeys}
              @sheet-change=${(event: CustomEvent<Partial<CatalogueState>>) => this.go(event.detail, false)}
              @sheet-close=${this.closeSheet}
              @sheet-train=${() => this.train(shown.open as LaneChoice)}
            ></function-sheet>`
          : nothing
      }
    </div>`
  }

  private list(list: readonly Entry[], engine: Engine, words: CatalogueWords): TemplateResult {
    const { language, shown, costs, pageKeys, clear } = this
    const grouped = shown.sort === 'family'
    const cards = { engine, words, language, shown, grouped, costs, pageKeys, clear }
    if (list.length === 0) return emptyList(cards)
    return shown.view === 'cards'
      ? cardList(list, cards)
      : functionTable(list, { ...cards, sortBy: this.sortByHead })
  }

  private train(choice: LaneChoice): void {
    this.dispatchEvent(new CustomEvent<LaneChoice>('train', { detail: choice }))
  }
}

customElements.define('catalogue-view', CatalogueView)

// What the function costs here and now, beside ReLU and beside a mere copy.

import { html, svg, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { figures, integer, short } from '../../elements/format.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { COLUMNS, ELEMENTS, measureCosts, ROUNDS } from './cost.js'

/** What every cost is compared with: a kernel that only copies, and the cheapest that is in wide use. */
const COPY = 'identity'
const FAMILIAR = 'relu'

interface Costs {
  own: number
  copy: number
  familiar: number
}

interface SheetHost extends ReactiveControllerHost {
  readonly engine: Engine
  readonly isConnected: boolean
}

export class CostSection implements ReactiveController {
  private id: string | null = null
  private elementWise = true
  private costs: Costs | null = null
  private ending = new AbortController()

  constructor(private readonly host: SheetHost) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.ending.abort()
  }

  show({ id, elementWise }: ActivationInfo): void {
    this.id = id
    this.elementWise = elementWise
    this.ending.abort()
    void this.measure()
  }

  private async measure(): Promise<void> {
    const { id, host } = this
    this.costs = null
    if (id === null) return
    // When the sheet has been drawn.
    await host.updateComplete
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    if (id !== this.id || !host.isConnected) return
    this.ending.abort()
    this.ending = new AbortController()
    const tell = (costs: ReadonlyMap<string, number>) => {
      const [copy = NaN, familiar = NaN, own = NaN] = [COPY, FAMILIAR, id].map((which) => costs.get(which))
      this.costs = { own, copy, familiar }
      host.requestUpdate()
    }
    await measureCosts(host.engine, [COPY, FAMILIAR, id], tell, this.ending.signal)
  }

  private readonly again = (): void => {
    void this.measure()
    this.host.requestUpdate()
  }

  render(words: CatalogueWords): TemplateResult {
    const { costs, id, elementWise } = this
    const { sheet } = words
    const most = costs ? Math.max(costs.own, costs.copy, costs.familiar) : 1
    const row = (label: string, cost: number | undefined, own: boolean) =>
      html`<div class=${own ? 'own' : ''}>
        <dt>${label}</dt>
        <dd>
          ${costBar(cost === undefined ? 0 : cost / most)}
          <b>${cost === undefined ? '…' : words.nanoseconds(figures(cost))}</b>
        </dd>
      </div>`
    return html`<section>
      <h3>
        ${sheet.cost}
        <span
          >${elementWise ? sheet.costNote : sheet.costNoteRows(integer(ELEMENTS / COLUMNS), String(COLUMNS))}</span
        >
      </h3>
      <dl class="cost">
        ${row(sheet.costOf, costs?.own, true)} ${id === FAMILIAR ? '' : row('ReLU', costs?.familiar, false)}
        ${id === COPY ? '' : row(sheet.costCopy, costs?.copy, false)}
      </dl>
      <p class="note" role="status">
        ${
          costs
            ? sheet[elementWise ? 'costRatio' : 'costRatioRows'](
                String(ROUNDS),
                short(costs.own / costs.copy),
              )
            : sheet.costWaits
        }
        <button class="quiet" ?disabled=${!costs} @click=${this.again}>${sheet.measureAgain}</button>
      </p>
    </section>`
  }
}

const costBar = (share: number): TemplateResult =>
  html`<svg class="cost-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width=${(100 * share).toFixed(1)} height="8" />`}
  </svg>`

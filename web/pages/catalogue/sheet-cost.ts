// What the function costs here and now: beside the same without vectors, beside ReLU, and beside a mere copy.

import { html, svg, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { figures, integer, short } from '../../elements/format.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { ELEMENTS } from './cost-sample.js'
import { COLUMNS, engineSample, measureInTurn, ROUNDS, type Sample } from './cost.js'
import { javascriptSample, scalarSample } from './plain-cost.js'

/** What every cost is compared with: a kernel that only copies, and the cheapest that is in wide use. */
const COPY = 'identity'
const FAMILIAR = 'relu'

type Bar = 'own' | 'scalar' | 'javascript' | 'familiar' | 'copy'

interface SheetHost extends ReactiveControllerHost {
  readonly engine: Engine
  readonly isConnected: boolean
}

export class CostSection implements ReactiveController {
  private info: ActivationInfo | null = null
  /** In the order in which they are shown. */
  private bars: readonly Bar[] = []
  private costs: ReadonlyMap<Bar, number> = new Map()
  private ending = new AbortController()

  constructor(private readonly host: SheetHost) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.ending.abort()
  }

  show(info: ActivationInfo): void {
    this.info = info
    void this.measure()
  }

  private async measure(): Promise<void> {
    const { info, host } = this
    if (!info) return
    this.ending.abort()
    this.ending = new AbortController()
    const { signal } = this.ending
    this.costs = new Map()
    this.bars = this.barsOf(info)
    // When the sheet has been drawn.
    await host.updateComplete
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    if (signal.aborted || !host.isConnected) return
    const samples = await this.samples(info, signal)
    if (signal.aborted) return
    this.bars = this.bars.filter((bar) => samples.has(bar))
    const tell = (costs: ReadonlyMap<Bar, number>) => {
      this.costs = costs
      host.requestUpdate()
    }
    await measureInTurn(samples, tell, signal)
    this.ending.abort()
  }

  private barsOf({ id, elementWise }: ActivationInfo): Bar[] {
    const bars: Bar[] = elementWise ? ['own', 'scalar', 'javascript'] : ['own']
    if (id !== FAMILIAR) bars.push('familiar')
    if (id !== COPY) bars.push('copy')
    return bars
  }

  private async samples(info: ActivationInfo, signal: AbortSignal): Promise<Map<Bar, Sample>> {
    const { engine } = this.host
    const make: Record<Bar, () => Sample | Promise<Sample | null>> = {
      own: () => engineSample(engine, info.id),
      scalar: () => scalarSample(engine, info),
      javascript: () => javascriptSample(info, signal),
      familiar: () => engineSample(engine, FAMILIAR),
      copy: () => engineSample(engine, COPY),
    }
    const samples = new Map<Bar, Sample>()
    for (const bar of this.bars) {
      const sample = await make[bar]()
      if (sample) samples.set(bar, sample)
    }
    return samples
  }

  private readonly again = (): void => {
    void this.measure()
    this.host.requestUpdate()
  }

  render(words: CatalogueWords): TemplateResult {
    const { costs, bars, info } = this
    const { sheet } = words
    const elementWise = info?.elementWise ?? true
    const most = Math.max(...costs.values(), 0)
    const labels: Record<Bar, string> = {
      own: elementWise ? sheet.costOwn : sheet.costOf,
      scalar: sheet.costScalar,
      javascript: sheet.costJavascript,
      familiar: 'ReLU',
      copy: sheet.costCopy,
    }
    const row = (bar: Bar) => {
      const cost = costs.get(bar)
      return html`<div class=${bar === 'own' ? 'own' : ''}>
        <dt>${labels[bar]}</dt>
        <dd>
          ${costBar(cost === undefined ? 0 : cost / most)}
          <b>${cost === undefined ? '…' : words.nanoseconds(figures(cost))}</b>
        </dd>
      </div>`
    }
    const own = costs.get('own') ?? NaN
    return html`<section>
      <h3>
        ${sheet.cost}
        <span
          >${elementWise ? sheet.costNote : sheet.costNoteRows(integer(ELEMENTS / COLUMNS), String(COLUMNS))}</span
        >
      </h3>
      <dl class="cost">${bars.map(row)}</dl>
      <p class="note" role="status">
        ${
          costs.size > 0
            ? sheet[elementWise ? 'costRatio' : 'costRatioRows'](
                String(ROUNDS),
                short(own / (costs.get('copy') ?? own)),
              )
            : sheet.costWaits
        }
        <button class="quiet" ?disabled=${costs.size === 0} @click=${this.again}>
          ${sheet.measureAgain}
        </button>
      </p>
    </section>`
  }
}

const costBar = (share: number): TemplateResult =>
  html`<svg class="cost-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width=${(100 * share).toFixed(1)} height="8" />`}
  </svg>`

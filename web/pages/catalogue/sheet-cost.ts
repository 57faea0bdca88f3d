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

/** Milliseconds for what is loaded to be timed. */
const PATIENCE = 3000

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
    const { info } = this
    if (!info) return
    this.ending.abort()
    const ending = (this.ending = new AbortController())
    this.costs = new Map()
    this.bars = this.barsOf(info)
    try {
      await this.measureUntil(ending.signal, info)
    } finally {
      ending.abort()
    }
  }

  private async measureUntil(signal: AbortSignal, info: ActivationInfo): Promise<void> {
    const { host } = this
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
  }

  private barsOf({ id, elementWise }: ActivationInfo): Bar[] {
    const bars: Bar[] = elementWise ? ['own', 'scalar', 'javascript'] : ['own']
    if (id !== FAMILIAR) bars.push('familiar')
    if (id !== COPY) bars.push('copy')
    return bars
  }

  /** Without what cannot be loaded, or not soon: the rest does not wait for it. */
  private async samples(info: ActivationInfo, signal: AbortSignal): Promise<Map<Bar, Sample>> {
    const { engine } = this.host
    const late = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE)
      signal.addEventListener('abort', () => resolve(null))
    })
    const loaded = (sample: Promise<Sample | null>) => Promise.race([sample.catch(() => null), late])
    const make: Record<Bar, () => Sample | Promise<Sample | null>> = {
      own: () => engineSample(engine, info.id),
      scalar: () => loaded(scalarSample(engine, info)),
      javascript: () => loaded(javascriptSample(info, signal)),
      familiar: () => engineSample(engine, FAMILIAR),
      copy: () => engineSample(engine, COPY),
    }
    const samples = await Promise.all(this.bars.map(async (bar) => [bar, await make[bar]()] as const))
    return new Map(samples.filter((entry): entry is [Bar, Sample] => entry[1] !== null))
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
                bars.includes('scalar') || bars.includes('javascript'),
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

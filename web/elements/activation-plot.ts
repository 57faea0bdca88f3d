// <activation-plot functions="relu gelu" show="value slope" range="-5 5">: functions and their slopes on the same
// axes. Public: it needs no page around it, brings its engine and says in its place what is wrong with it.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { sharedEngine } from '../engine/shared.js'
import type { ActivationInfo, Engine } from '../engine/types.js'
import { drawDot, drawLine, drawMarker, fade, fitCanvas, laneColour, onGrid } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixed, tick } from './format.js'
import { overlayStyles } from './overlay.css.js'
import { placeReadout } from './overlay.js'
import { readRequest, type PlotRequest } from './plot/attributes.js'
import { failureMessage, loadingMessage, plotReadout, problemMessage } from './plot/messages.js'
import { drawPlot, emptyScene, plotFrame, plotScene, type PlotScene } from './plot/plot-scene.js'
import { plotStyles } from './plot/plot.css.js'
import { nameLanguage, wordsFor, type PlotWords } from './plot/words.js'
import { defaultRange, type PlotFrame, type Range } from './plot-frame.js'
import { evaluateAt } from './sampling.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'
import { XGestures, type GestureTarget } from './x-gestures.js'

const fineStep = 0.05
const coarseStep = 0.5
const smallestSpan = 0.01
const largestSpan = 1000

export class ActivationPlot extends Figure implements GestureTarget {
  static override styles = [...Figure.styles, overlayStyles, plotStyles]

  @property() functions = ''
  @property() show = 'value slope'
  @property() range = '-5 5'
  /** Instead of the shared engine, for pages that have their own. */
  @property({ attribute: false }) engine: Engine | null = null
  @state() private failure = ''
  @state() private hoverX: number | null = null
  @state() private zoomed: Range | null = null
  @state() private brushed: Range | null = null
  @query('.readout') private readoutElement!: HTMLElement | null

  protected override readonly liveProperties = new Set(['hoverX', 'brushed'])
  protected override readonly fillsHeight = true
  private request: PlotRequest | null = null
  private scene: PlotScene = emptyScene
  private plot: PlotFrame | null = null

  constructor() {
    super()
    new XGestures(this, this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.engine)
      sharedEngine().then(
        (engine) => (this.engine = engine),
        (error: unknown) => (this.failure = error instanceof Error ? error.message : String(error)),
      )
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    super.shouldUpdate(changed)
    return true
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('functions') || changed.has('range')) this.zoomed = null
    const read: (keyof ActivationPlot)[] = ['functions', 'range', 'show', 'engine', 'lang']
    if (read.some((name) => (changed as Map<PropertyKey, unknown>).has(name)))
      this.request = this.engine && readRequest(this, this.engine.catalogue(), this.words)
  }

  private get language(): string {
    return this.lang || this.closest<HTMLElement>('[lang]')?.lang || 'en'
  }

  private get words(): PlotWords {
    return wordsFor(this.language)
  }

  private readonly nameOf = (info: ActivationInfo): string => info.name[nameLanguage(this.language)]

  protected override render(): TemplateResult {
    const { words, request, engine, hoverX } = this
    const names = request?.functions.map(this.nameOf) ?? []
    return html`<div
        class="stage"
        role="figure"
        tabindex="0"
        aria-label=${this.label || (names.length ? words.label(names) : words.loading)}
        aria-describedby="alternative"
      >
        <canvas class="static" aria-hidden="true"></canvas><canvas class="live" aria-hidden="true"></canvas>
        ${request && engine && hoverX !== null ? plotReadout(engine, request, names, hoverX) : nothing}
      </div>
      ${this.message()}
      <div class="alternative" id="alternative"></div>`
  }

  private message(): TemplateResult | typeof nothing {
    const { words, request, engine, failure } = this
    if (failure) return failureMessage(words, failure)
    if (!request || !engine) return loadingMessage(words)
    return problemMessage(
      request,
      engine
        .catalogue()
        .filter(({ elementWise }) => elementWise)
        .map(({ id }) => id),
      words,
    )
  }

  protected override updated(): void {
    if (this.readoutElement && this.plot && this.hoverX !== null)
      placeReadout(this.readoutElement, this.plot.x(this.hoverX), this.plot.top, this.width)
  }

  private get shownRange(): Readonly<Range> {
    return this.zoomed ?? this.request?.range ?? defaultRange
  }

  protected override drawStatic(palette: Palette): void {
    const { request, engine, width, boxHeight: height, shownRange } = this
    this.scene = engine && request ? plotScene(engine, request, shownRange, this.nameOf) : emptyScene
    this.plot = plotFrame(this.scene, width, height, shownRange)
    drawPlot(fitCanvas(this.staticCanvas, width, height), this.plot, this.scene, palette)
  }

  protected override drawLive(palette: Palette): void {
    const { plot, hoverX, brushed, request, engine } = this
    const context = fitCanvas(this.liveCanvas, this.width, this.boxHeight)
    if (!plot || !request || !engine) return
    if (brushed) {
      context.fillStyle = fade(palette.ink, 0.09)
      context.fillRect(brushed.low, plot.top, brushed.high - brushed.low, plot.height)
    }
    if (hoverX === null || hoverX < plot.xRange.low || hoverX > plot.xRange.high) return
    const x = plot.x(hoverX)
    drawLine(context, onGrid(x), plot.top, onGrid(x), plot.bottom, palette.ink)
    const inside = (y: number) => y >= plot.top - 2 && y <= plot.bottom + 2
    request.functions.forEach(({ id }, lane) => {
      const point = evaluateAt(engine, id, {}, hoverX)
      const [value, slope] = [plot.y(point.value), plot.y(point.slope)]
      const colour = laneColour(palette, lane)
      if (request.slope && inside(slope)) drawDot(context, x, slope, 3.4, colour, palette.paper)
      if (request.value && inside(value)) drawMarker(context, lane, x, value, 4.5, colour)
    })
  }

  surface(): HTMLElement {
    return this.stage
  }

  frame(): PlotFrame | null {
    return this.plot
  }

  hover(x: number | null): void {
    this.hoverX = x
  }

  brush(pixels: Range | null): void {
    this.brushed = pixels
  }

  zoom(range: Range | null): void {
    if (range && (range.high - range.low < smallestSpan || range.high - range.low > largestSpan)) return
    this.zoomed = range
  }

  press(): void {}
  layer(): void {}

  trace(direction: -1 | 1, coarse: boolean): void {
    const { low, high } = this.shownRange
    const step = coarse ? coarseStep : fineStep
    const next = (Math.round((this.hoverX ?? (low + high) / 2) / step) + direction) * step
    this.hoverX = Math.max(low, Math.min(high, next))
  }

  release(): void {
    this.hoverX = null
  }

  protected override describe(): TableContent[] {
    const { request, engine } = this
    if (!request || !engine) return []
    const { step, values } = roundTicks(this.shownRange.low, this.shownRange.high, 10)
    return request.functions.map((info) => ({
      caption: this.nameOf(info),
      head: ['x', 'f', 'f′'],
      rows: values.map((x) => {
        const { value, slope } = evaluateAt(engine, info.id, {}, x)
        return [tick(x, step), fixed(value), fixed(slope)]
      }),
    }))
  }
}

define('activation-plot', ActivationPlot)

declare global {
  interface HTMLElementTagNameMap {
    'activation-plot': ActivationPlot
  }
}

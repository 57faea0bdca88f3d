// <activation-plot functions="relu elu:alpha=2 =x*tanh(x)" show="value slope" range="-5 5">: functions and their slopes
// on the same axes, at their defaults or at what is given; one's own behind an equals sign. Public: it needs no page
// around it, brings its engine and says in its place what is wrong with it.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { sharedEngine } from '../engine/shared.js'
import type { Engine } from '../engine/types.js'
import { drawDot, drawMarker, fitCanvas, laneColour, type Context } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { fixed, tick } from './format.js'
import { readRequest, type PlotFunction, type PlotRequest } from './plot/attributes.js'
import { failureMessage, loadingMessage, plotReadout, problemMessage } from './plot/messages.js'
import { drawPlot, emptyScene, plotFrame, plotScene, type PlotScene } from './plot/plot-scene.js'
import { plotStyles } from './plot/plot.css.js'
import { TracedFigure } from './plot/traced-figure.js'
import { nameLanguage, wordsFor, type PlotWords } from './plot/words.js'
import { defaultRange, type PlotFrame, type Range } from './plot-frame.js'
import { evaluateAt } from './sampling.js'
import type { TableContent } from './table-alternative.js'
import { roundTicks } from './ticks.js'

export class ActivationPlot extends TracedFigure {
  static override styles = [...TracedFigure.styles, plotStyles]

  @property() functions = ''
  @property() show = 'value slope'
  @property() range = '-5 5'
  /** Instead of the shared engine, for pages that have their own. */
  @property({ attribute: false }) engine: Engine | null = null
  @state() private failure = ''

  private request: PlotRequest | null = null
  private scene: PlotScene = emptyScene

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.engine)
      sharedEngine().then(
        (engine) => (this.engine = engine),
        (error: unknown) => (this.failure = error instanceof Error ? error.message : String(error)),
      )
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('functions') || changed.has('range')) this.zoomed = null
    const read: (keyof ActivationPlot)[] = ['functions', 'range', 'show', 'engine', 'lang']
    if (read.some((name) => (changed as Map<PropertyKey, unknown>).has(name)))
      this.request = this.engine && readRequest(this, this.engine, this.words)
  }

  private get language(): string {
    return this.lang || this.closest<HTMLElement>('[lang]')?.lang || 'en'
  }

  private get words(): PlotWords {
    return wordsFor(this.language)
  }

  private readonly nameOf = ({ info, parameters }: PlotFunction): string => {
    const values = Object.entries(parameters).map(([name, value]) => `${name} = ${value}`)
    return [info.name[nameLanguage(this.language)], ...values].join(', ')
  }

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

  protected override get wholeRange(): Readonly<Range> {
    return this.request?.range ?? defaultRange
  }

  protected override drawStatic(palette: Palette): void {
    const { request, engine, width, boxHeight: height, shownRange } = this
    this.scene = engine && request ? plotScene(engine, request, shownRange, this.nameOf) : emptyScene
    this.plot = plotFrame(this.scene, width, height, shownRange)
    drawPlot(fitCanvas(this.staticCanvas, width, height), this.plot, this.scene, palette)
  }

  protected override drawTraced(context: Context, plot: PlotFrame, at: number, palette: Palette): void {
    const { request, engine } = this
    if (!request || !engine) return
    const x = plot.x(at)
    const inside = (y: number) => y >= plot.top - 2 && y <= plot.bottom + 2
    request.functions.forEach(({ info, parameters }, lane) => {
      const point = evaluateAt(engine, info.id, parameters, at)
      const [value, slope] = [plot.y(point.value), plot.y(point.slope)]
      const colour = laneColour(palette, lane)
      if (request.slope && inside(slope)) drawDot(context, x, slope, 3.4, colour, palette.paper)
      if (request.value && inside(value)) drawMarker(context, lane, x, value, 4.5, colour)
    })
  }

  protected override describe(): TableContent[] {
    const { request, engine } = this
    if (!request || !engine) return []
    const { step, values } = roundTicks(this.shownRange.low, this.shownRange.high, 10)
    return request.functions.map((one) => ({
      caption: this.nameOf(one),
      head: ['x', 'f', 'f′'],
      rows: values.map((x) => {
        const { value, slope } = evaluateAt(engine, one.info.id, one.parameters, x)
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

// A quantity over training for all lanes, drawn by uPlot: the common part of loss and gradient history.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import uPlot from 'uplot'
import { pixelRatio } from './environment.js'
import { send } from './events.js'
import { Figure } from './figure.js'
import { integer, threeFigures } from './format.js'
import { chartOptions, slots } from './loss/chart-options.js'
import { frameOf, nameRoom, paintBehind, paintFront, type ChartScene } from './loss/chart-paint.js'
import { chanceChanged, type Chance, type ChartLane, type Metric } from './loss/metric.js'
import { readLanes, readoutTable, type ChartCaptions } from './loss/readout.js'
import { decadeRange, defaultSteps, linearRange, resample } from './loss/resample.js'
import { uplotStyles } from './loss/uplot.css.js'
import { overlayStyles } from './overlay.css.js'
import { placeReadout } from './overlay.js'
import { rangeChanged, type PlotFrame, type Range } from './plot-frame.js'
import type { TableContent } from './table-alternative.js'
import { XGestures, type GestureTarget } from './x-gestures.js'

const defaultCaptions: ChartCaptions = { step: 'step', training: 'training', test: 'test' }
const tableSteps = 10

export abstract class ProgressChart extends Figure implements GestureTarget {
  static override styles = [...Figure.styles, uplotStyles, overlayStyles]

  @property({ attribute: false }) lanes: ChartLane[] = []
  @property({ attribute: false, hasChanged: chanceChanged }) chance: Chance | null = null
  /** Null: from 0 to a round number behind the last step. */
  @property({ attribute: false, hasChanged: rangeChanged }) stepRange: Readonly<Range> | null = null
  @property({ attribute: false }) hoverStep: number | null = null
  @property({ attribute: false }) captions: ChartCaptions = defaultCaptions
  @property({ type: Number }) height = 252
  /** No axes, no raw traces: for the dock of a phone. */
  @property({ type: Boolean }) compact = false

  protected override readonly liveProperties = new Set(['hoverStep', 'label'])
  protected override readonly pacedProperties = new Set(['lanes'])
  protected override readonly canWait = true // setting up uPlot takes longer than drawing a curve
  protected override readonly pace = 100
  protected abstract readonly metric: Metric
  @query('.chart') private chartHost!: HTMLElement
  @query('.hair') private hair!: HTMLElement
  @query('.brush') private brushElement!: HTMLElement
  @query('.readout') private readoutElement!: HTMLElement
  private chart: uPlot | null = null
  private chartKey = ''
  private nameRoom = 0
  private scene: ChartScene = {
    lanes: [],
    steps: { low: 0, high: 1000 },
    values: { low: 0, high: 1 },
    chance: null,
    compact: false,
    nameRoom: 0,
  }

  constructor() {
    super()
    new XGestures(this, this)
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return (
      super.shouldUpdate(changed) ||
      changed.has('hoverStep') ||
      (this.hoverStep !== null && changed.has('lanes'))
    )
  }

  protected override render(): TemplateResult {
    const at = this.hoverStep
    return html`<div
        class="stage"
        role="figure"
        tabindex="0"
        aria-label=${this.label || nothing}
        aria-describedby="alternative"
      >
        <div class="chart" aria-hidden="true"></div>
        <div class="hair" hidden></div>
        <div class="brush" hidden></div>
        <div class="readout" ?hidden=${at === null || this.compact}>
          ${at === null ? nothing : readoutTable(at, readLanes(this.lanes, this.metric, at, this.span), this.captions)}
        </div>
      </div>
      <div class="alternative" id="alternative"></div>`
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.chart?.destroy()
    this.chart = null
    this.chartKey = ''
  }

  private get steps(): Readonly<Range> {
    return this.stepRange ?? defaultSteps(this.lanes)
  }

  private get span(): number {
    return this.steps.high - this.steps.low
  }

  // Whatever changes, the whole chart is drawn: it is one canvas.
  protected override drawStatic(): void {}

  protected override drawLive(): void {
    const chart = this.chartFor()
    const columns = Math.max(2, Math.min(600, Math.round(chart.bbox.width / pixelRatio())))
    const { steps, metric, chance, compact } = this
    const lanes = this.lanes.slice(0, slots).map((lane) => resample(lane, metric, steps, columns))
    const values = metric.log ? decadeRange(lanes) : linearRange(lanes, chance?.value ?? null)
    this.scene = { lanes, steps, values, chance, compact, nameRoom: this.nameRoom }
    chart.batch(() => chart.setData(this.aligned(columns)))
    this.placeOverlay()
  }

  /** x, then per slot the training line, then per slot the test line. */
  private aligned(columns: number): uPlot.AlignedData {
    const { lanes, steps } = this.scene
    const x = Float64Array.from(
      { length: columns },
      (_, c) => steps.low + ((steps.high - steps.low) * c) / (columns - 1),
    )
    const none = new Array<null>(columns).fill(null)
    const toData = (values: Float64Array | null | undefined) =>
      values ? Array.from(values, (value) => (Number.isFinite(value) ? value : null)) : none
    const bySlot = Array.from({ length: slots }, (_, slot) => lanes.find(({ lane }) => lane.lane === slot))
    return [
      x,
      ...bySlot.map((lane) => toData(lane?.smooth)),
      ...bySlot.map((lane) => (this.compact ? none : toData(lane?.test))),
    ]
  }

  /** The chart, made anew only when its size or its names change. */
  private chartFor(): uPlot {
    const names = this.lanes.map((lane) => lane.name)
    const key = [this.width, this.height, this.compact, pixelRatio(), ...names].join(' ')
    if (this.chart && key === this.chartKey) return this.chart
    this.chart?.destroy()
    this.chartKey = key
    const measuring = document.createElement('canvas').getContext('2d')!
    this.nameRoom = nameRoom(measuring, names, this.width)
    const options = chartOptions({
      width: this.width,
      height: this.height,
      log: this.metric.log,
      compact: this.compact,
      rightRoom: this.compact ? this.nameRoom : Math.max(20, this.nameRoom),
      scene: () => this.scene,
      palette: () => this.palette,
      behind: (chart) => this.paint(chart, paintBehind),
      front: (chart) => this.paint(chart, paintFront),
    })
    this.chart = new uPlot(options, this.aligned(2), this.chartHost)
    return this.chart
  }

  private paint(chart: uPlot, painter: typeof paintFront): void {
    const ratio = pixelRatio()
    const { ctx } = chart
    ctx.save()
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    painter(ctx, frameOf(chart, ratio, this.scene.steps, this.scene.values), this.scene, this.palette)
    ctx.restore()
  }

  private placeOverlay(): void {
    const frame = this.frame()
    const { hoverStep } = this
    const shown =
      frame !== null && hoverStep !== null && hoverStep >= frame.xRange.low && hoverStep <= frame.xRange.high
    this.hair.hidden = !shown
    if (!shown) return
    const x = frame.x(hoverStep)
    this.setBox(this.hair, x, 1, frame)
    placeReadout(this.readoutElement, x, frame.top, this.width)
  }

  private setBox({ style }: HTMLElement, left: number, width: number, frame: PlotFrame): void {
    style.left = `${left}px`
    style.width = `${width}px`
    style.top = `${frame.top}px`
    style.height = `${frame.height}px`
  }

  surface(): HTMLElement {
    return this.stage
  }

  frame(): PlotFrame | null {
    return this.chart && frameOf(this.chart, pixelRatio(), this.scene.steps, this.scene.values)
  }

  hover(x: number | null, _y: number | null, pinned: boolean): void {
    const step = x === null ? null : Math.round(x)
    if (step !== this.hoverStep || pinned) send(this, 'hover-step', { step, pinned })
  }

  brush(pixels: Range | null): void {
    const frame = this.frame()
    this.brushElement.hidden = pixels === null
    if (pixels && frame) this.setBox(this.brushElement, pixels.low, pixels.high - pixels.low, frame)
  }

  zoom(range: Range | null): void {
    if (!range) return send(this, 'zoom-steps', null)
    const low = Math.max(0, Math.round(range.low))
    send(this, 'zoom-steps', { low, high: Math.max(low + 10, Math.round(range.high)) })
  }

  press(): void {}
  layer(): void {}

  trace(direction: -1 | 1, coarse: boolean): void {
    const { low, high } = this.steps
    const step = Math.max(1, Math.round((high - low) / (coarse ? 10 : 100)))
    const next = (this.hoverStep ?? Math.round((low + high) / 2)) + direction * step
    send(this, 'hover-step', { step: Math.max(low, Math.min(high, next)), pinned: true })
  }

  release(): void {
    send(this, 'hover-step', { step: null, pinned: true })
  }

  protected override describe(): TableContent[] {
    const { low, high } = this.steps
    const steps = Array.from({ length: tableSteps + 1 }, (_, k) =>
      Math.round(low + ((high - low) * k) / tableSteps),
    )
    const cell = (value: number) => (Number.isNaN(value) ? '–' : threeFigures(value))
    const rows = steps.map((step) => [
      integer(step),
      ...readLanes(this.lanes, this.metric, step, high - low).map(({ training }) => cell(training)),
    ])
    return [{ caption: this.label, head: [this.captions.step, ...this.lanes.map((lane) => lane.name)], rows }]
  }
}

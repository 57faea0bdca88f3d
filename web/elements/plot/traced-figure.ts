// A figure whose x-axis is traced by pointer, finger and keys: hover, brush to zoom, pinch, double tap, arrow keys.
// What is drawn, and what is read out at the traced x, is the business of its subclasses.

import type { PropertyValues } from 'lit'
import { query, state } from 'lit/decorators.js'
import { drawLine, fade, fitCanvas, onGrid, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { Figure } from '../figure.js'
import { overlayStyles } from '../overlay.css.js'
import { placeReadout } from '../overlay.js'
import type { PlotFrame, Range } from '../plot-frame.js'
import { XGestures, type GestureTarget } from '../x-gestures.js'

const fineStep = 0.05
const coarseStep = 0.5
const smallestSpan = 0.01
const largestSpan = 1000

export abstract class TracedFigure extends Figure implements GestureTarget {
  static override styles = [...Figure.styles, overlayStyles]

  @state() protected hoverX: number | null = null
  @state() protected zoomed: Range | null = null
  @state() private brushed: Range | null = null
  @query('.readout') private readoutElement!: HTMLElement | null

  protected override readonly liveProperties: ReadonlySet<PropertyKey> = new Set(['hoverX', 'brushed'])
  protected override readonly fillsHeight = true
  /** Where the data lie, once drawn. */
  protected plot: PlotFrame | null = null

  constructor() {
    super()
    new XGestures(this, this)
  }

  /** The part of the x-axis that is shown while nothing is zoomed. */
  protected abstract get wholeRange(): Readonly<Range>
  /** The dots on the hairline. */
  protected abstract drawTraced(context: Context, plot: PlotFrame, x: number, palette: Palette): void

  protected get shownRange(): Readonly<Range> {
    return this.zoomed ?? this.wholeRange
  }

  /** The readout is part of the template, so it is rendered with every move. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    super.shouldUpdate(changed)
    return true
  }

  protected override updated(): void {
    if (this.readoutElement && this.plot && this.hoverX !== null)
      placeReadout(this.readoutElement, this.plot.x(this.hoverX), this.plot.top, this.width)
  }

  protected override drawLive(palette: Palette): void {
    const { plot, hoverX, brushed } = this
    const context = fitCanvas(this.liveCanvas, this.width, this.boxHeight)
    if (!plot) return
    if (brushed) {
      context.fillStyle = fade(palette.ink, 0.09)
      context.fillRect(brushed.low, plot.top, brushed.high - brushed.low, plot.height)
    }
    if (hoverX === null || hoverX < plot.xRange.low || hoverX > plot.xRange.high) return
    const x = onGrid(plot.x(hoverX))
    drawLine(context, x, plot.top, x, plot.bottom, palette.ink)
    this.drawTraced(context, plot, hoverX, palette)
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
}

// One of many small pictures on the same axes, drawn when it comes into sight. What is drawn is the business of its
// subclasses. Its text alternative stands beside it, so it has none of its own.

import { css, html, LitElement, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { Engine } from '../engine/types.js'
import { drawLine, fitCanvas, onGrid, type Context } from './canvas.js'
import { onEnvironmentChange, palette, type Palette } from './environment.js'
import { dropDraw, queueDraw, type Drawable } from './frame-queue.js'
import { PlotFrame } from './plot-frame.js'

/** Of every miniature: one unit is equally long on both axes. */
export const miniatureRange = { x: { low: -4, high: 4 }, y: { low: -1.5, high: 2.5 } } as const

/** Lines of a small picture. */
export const miniatureStyle = {
  samples: 240,
  valueWidth: 1.8,
  slopeWidth: 1.1,
  slopeDash: [4, 3],
  dotRadius: 2.2,
} as const

const targets = new WeakMap<Element, Miniature>()
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) targets.get(target)?.seen(isIntersecting)
})
const sizes = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) targets.get(target)?.resized(contentRect.width)
})

export abstract class Miniature extends LitElement implements Drawable {
  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 2;
      overflow: hidden;
    }
    canvas {
      display: block;
    }
  `

  @property({ attribute: false }) engine: Engine | null = null

  @query('canvas') private canvas!: HTMLCanvasElement
  private width = 0
  private inSight = false
  private stale = true
  private stopEnvironment: (() => void) | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    targets.set(this, this)
    sight.observe(this)
    sizes.observe(this)
    this.stopEnvironment = onEnvironmentChange(() => this.invalidate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    sight.unobserve(this)
    sizes.unobserve(this)
    this.stopEnvironment?.()
    dropDraw(this)
  }

  seen(inSight: boolean): void {
    this.inSight = inSight
    if (inSight && this.stale) queueDraw(this)
  }

  resized(width: number): void {
    if (Math.floor(width) === this.width) return
    this.width = Math.floor(width)
    this.invalidate()
  }

  private invalidate(): void {
    this.stale = true
    if (this.inSight && this.isConnected) queueDraw(this)
  }

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`
  }

  protected override updated(): void {
    this.invalidate()
  }

  draw(): void {
    if (this.width <= 0 || !this.hasUpdated) return
    this.stale = false
    const height = Math.round(this.width / 2)
    const context = fitCanvas(this.canvas, this.width, height)
    const frame = new PlotFrame(0, 0, this.width, height, miniatureRange.x, miniatureRange.y)
    const colours = palette()
    drawLine(context, 0, onGrid(frame.y(0)), frame.right, onGrid(frame.y(0)), colours.rule)
    drawLine(context, onGrid(frame.x(0)), 0, onGrid(frame.x(0)), frame.bottom, colours.hair)
    if (this.engine) this.drawLines(context, frame, this.engine, colours)
  }

  /** The axes are there. */
  protected abstract drawLines(context: Context, frame: PlotFrame, engine: Engine, palette: Palette): void
}

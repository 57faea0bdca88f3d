// <activation-miniature>: one of many small pictures of functions on the same axes. Drawn when it comes into sight and
// its properties are known, from the kernels. Its text alternative stands beside it, so it has none of its own.

import { css, html, LitElement, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { Engine, Properties } from '../engine/types.js'
import { drawLine, fitCanvas, onGrid, type Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { define } from './define.js'
import { onEnvironmentChange, palette, type Palette } from './environment.js'
import { dropDraw, queueDraw, type Drawable } from './frame-queue.js'
import { PlotFrame } from './plot-frame.js'
import { drawZones, saturationZones } from './saturation.js'
import { sample } from './sampling.js'

/** Of every miniature: one unit is equally long on both axes. */
export const miniatureRange = { x: { low: -4, high: 4 }, y: { low: -1.5, high: 2.5 } } as const

const samples = 240
const valueWidth = 1.8
const slopeWidth = 1.1
const slopeDash = [4, 3]
const dotRadius = 2.2

const targets = new WeakMap<Element, ActivationMiniature>()
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) targets.get(target)?.seen(isIntersecting)
})
const sizes = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) targets.get(target)?.resized(contentRect.width)
})

export class ActivationMiniature extends LitElement implements Drawable {
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
  @property({ attribute: false }) function = ''
  /** Of the function at its defaults; until they are measured only the axes are drawn. */
  @property({ attribute: false }) properties: Properties | null = null

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
    if (this.engine && this.properties) this.drawCurve(context, frame, this.engine, this.properties, colours)
  }

  private drawCurve(
    context: Context,
    frame: PlotFrame,
    engine: Engine,
    properties: Properties,
    colours: Palette,
  ): void {
    const curve = sample(engine, this.function, {}, properties, frame.xRange, samples)
    drawZones(context, saturationZones(properties, curve, frame.xRange), frame, frame.bottom, colours)
    strokeSlope(context, slopePath(curve, frame), colours.ink3, slopeWidth, slopeDash)
    strokeValue(context, valuePath(curve, frame), colours.ink, valueWidth)
    drawJumps(context, frame, curve.valueJumps, colours.ink, colours.paper, dotRadius)
  }
}

define('activation-miniature', ActivationMiniature)

declare global {
  interface HTMLElementTagNameMap {
    'activation-miniature': ActivationMiniature
  }
}

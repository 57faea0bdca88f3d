// A figure drawn on stacked canvases: size, theme, frame queue, and a table for those who do not see it.
// What is drawn is the business of its subclasses.

import {
  html,
  LitElement,
  nothing,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { property, query } from 'lit/decorators.js'
import { onEnvironmentChange, palette, tokenSheet, type Palette } from './environment.js'
import type { Scheme } from './tokens.css.js'
import { figureStyles } from './figure.css.js'
import { dropDraw, queueDraw, type Drawable } from './frame-queue.js'
import { TableAlternative, type TableContent } from './table-alternative.js'

let firstIsDrawn = false

export abstract class Figure extends LitElement implements Drawable {
  static override styles: CSSResultOrNative[] = [tokenSheet(), figureStyles]

  /** What the figure is, for those who do not see it. */
  @property({ attribute: false }) label = ''
  /** Fixes light or dark; unset, the figure follows the page. */
  @property() theme: Scheme | '' = ''

  @query('.stage') protected stage!: HTMLElement
  @query('canvas.static') protected staticCanvas!: HTMLCanvasElement
  @query('canvas.live') protected liveCanvas!: HTMLCanvasElement
  @query('.alternative') private alternativeHost!: HTMLElement

  /** Width of the host in CSS pixels; 0 until laid out. */
  protected width = 0
  /** Height of the host; of interest only to figures that fill it. */
  protected boxHeight = 0
  protected readonly fillsHeight: boolean = false
  private staticStale = true
  private stopEnvironment: (() => void) | null = null
  private readonly sizeObserver = new ResizeObserver((entries) => this.resized(entries))
  private readonly alternative = new TableAlternative(
    () => this.alternativeHost,
    () => this.describe(),
  )

  /** Properties whose change concerns the live layer alone. */
  protected readonly liveProperties: ReadonlySet<PropertyKey> = new Set()
  /** Properties that may wait for the pace: they change with every step of training. */
  protected readonly pacedProperties: ReadonlySet<PropertyKey> = new Set()
  /** Least milliseconds between two drawings for the sake of paced properties alone. */
  protected readonly pace: number = 0
  /** Whether its first drawing waits until the other figures have had theirs. */
  protected readonly canWait: boolean = false
  private drawnAt = -Infinity
  private paceTimer: ReturnType<typeof setTimeout> | undefined
  /** Whether the stage takes the keyboard. */
  protected readonly interactive: boolean = true

  protected abstract drawStatic(palette: Palette): void
  protected abstract drawLive(palette: Palette): void
  protected abstract describe(): TableContent[]

  override connectedCallback(): void {
    super.connectedCallback()
    this.stopEnvironment = onEnvironmentChange(() => this.invalidate())
    this.sizeObserver.observe(this)
    this.invalidate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stopEnvironment?.()
    this.stopEnvironment = null
    this.sizeObserver.disconnect()
    this.alternative.stop()
    clearTimeout(this.paceTimer)
    this.paceTimer = undefined
    dropDraw(this)
  }

  // The template depends on the label alone: everything else is drawn, not rendered.
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    if (changed.has('theme')) this.adoptTheme()
    if (!this.hasUpdated) return true
    const only = (properties: ReadonlySet<PropertyKey>) =>
      [...changed.keys()].every((key) => properties.has(key))
    if (only(this.pacedProperties)) this.invalidateAtPace()
    else if (only(this.liveProperties)) this.invalidateLive()
    else this.invalidate()
    return changed.has('label')
  }

  protected override render(): TemplateResult {
    return html`<div
        class="stage"
        role="figure"
        aria-label=${this.label || nothing}
        aria-describedby="alternative"
        tabindex=${this.interactive ? 0 : nothing}
      >
        <canvas class="static" aria-hidden="true"></canvas><canvas class="live" aria-hidden="true"></canvas>
        ${this.overlay()}
      </div>
      <div class="alternative" id="alternative"></div>`
  }

  protected overlay(): TemplateResult | typeof nothing {
    return nothing
  }

  private get fixedScheme(): Scheme | undefined {
    return this.theme === 'light' || this.theme === 'dark' ? this.theme : undefined
  }

  protected get palette(): Palette {
    return palette(this.fixedScheme)
  }

  /** The tokens are the first sheet: another one takes its place. */
  private adoptTheme(): void {
    const root = this.shadowRoot
    if (root) root.adoptedStyleSheets = [tokenSheet(this.fixedScheme), ...root.adoptedStyleSheets.slice(1)]
  }

  protected invalidate(): void {
    this.staticStale = true
    this.invalidateLive()
  }

  protected invalidateLive(): void {
    if (this.isConnected) queueDraw(this, this.canWait && this.drawnAt === -Infinity)
  }

  private invalidateAtPace(): void {
    const wait = this.drawnAt + this.pace - performance.now()
    if (wait <= 0) this.invalidateLive()
    else
      this.paceTimer ??= setTimeout(() => {
        this.paceTimer = undefined
        this.invalidateLive()
      }, wait)
  }

  draw(): void {
    if (this.width <= 0 || !this.hasUpdated) return
    const colours = this.palette
    this.drawnAt = performance.now()
    if (this.staticStale) {
      this.staticStale = false
      this.drawStatic(colours)
    }
    this.drawLive(colours)
    this.alternative.refresh()
  }

  private resized(entries: ResizeObserverEntry[]): void {
    const box = entries[entries.length - 1].contentRect
    const width = Math.floor(box.width)
    const height = this.fillsHeight ? Math.floor(box.height) : 0
    if (width === this.width && height === this.boxHeight) return
    this.width = width
    this.boxHeight = height
    // The first figure of a page is drawn with the layout that gave it its size, the others in their turn.
    if (firstIsDrawn || this.canWait || !this.hasUpdated) return this.invalidate()
    firstIsDrawn = true
    this.draw()
  }
}

// <activation-flow>: what flows back. Gradient norm of the pre-activations layer by layer, before training and
// now, and the condition of each layer. Its rows stand on the lines of the joint figure beside it.

import { property } from 'lit/decorators.js'
import type { LaneSnapshot } from '../engine/lane-types.js'
import { fade, fitCanvas, laneColour } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { send } from './events.js'
import { Figure } from './figure.js'
import {
  drawGradients,
  drawHeadings,
  drawLogAxis,
  drawTable,
  flowHead,
  flowTable,
  type FlowHeadings,
  type LogAxis,
  type Table,
} from './flow-rows.js'
import { gradientScale } from './health.js'
import { drawRowNumbers } from './joint/static-layer.js'
import type { RowGeometry } from './row-geometry.js'
import type { TableContent } from './table-alternative.js'

const narrowWidth = { all: 250, brief: 170 }
const axisShare = 0.31
const widestAxis = 104
const tableGap = 14

const defaultHeadings: FlowHeadings = {
  gradient: 'gradient',
  meanSlope: 'mean f′',
  saturated: 'sat.',
  dead: 'dead',
  mean: 'mean',
  variance: 'var.',
  layer: 'layer',
}

export class ActivationFlow extends Figure {
  @property({ attribute: false }) snapshot: LaneSnapshot | null = null
  @property({ type: Number }) lane = 0
  @property({ attribute: false }) selectedLayer: number | null = null
  /** Lines of the joint figure beside it; null: rows of its own, as high as needed. */
  @property({ attribute: false }) geometry: RowGeometry | null = null
  /** Null: no headings, as in all lanes but the first of four. */
  @property({ attribute: false }) headings: FlowHeadings | null = defaultHeadings
  @property({ attribute: false }) ticks = true
  /** Of the table, mean slope and saturation alone. */
  @property({ type: Boolean }) brief = false
  /** Only the gradient, with layer numbers. */
  @property({ type: Boolean }) narrow = false

  protected override readonly liveProperties = new Set(['snapshot', 'selectedLayer', 'label'])
  protected override readonly pacedProperties = new Set(['snapshot'])
  protected override readonly pace = 50
  protected override readonly interactive = false
  private hoveredRow: number | null = null

  constructor() {
    super()
    this.addEventListener('pointermove', (event) => this.point(event))
    this.addEventListener('pointerleave', () => this.choose(null))
    this.addEventListener('click', () => {
      if (this.hoveredRow !== null) send(this, 'select-layer', { layer: this.hoveredRow, pinned: true })
    })
  }

  private get isNarrow(): boolean {
    return this.narrow || this.width < narrowWidth[this.brief ? 'brief' : 'all']
  }

  private get rows(): RowGeometry {
    if (this.geometry) return this.geometry
    const rows = this.snapshot?.layers.length ?? 0
    const height = Math.max(5, Math.min(13, Math.floor(96 / Math.max(1, rows))))
    const top = this.headings && !this.isNarrow ? 20 : 4
    const bottom = top + rows * height
    return {
      rowsTop: top,
      rowHeight: height,
      rows,
      rowsBottom: bottom,
      height: bottom + (this.ticks ? 20 : 4),
    }
  }

  private get axis(): LogAxis {
    const left = this.isNarrow ? 26 : 10
    const wide = this.isNarrow ? this.width - left - 14 : Math.min(widestAxis, (this.width - 12) * axisShare)
    return { left, width: Math.max(20, wide) }
  }

  private get table(): Table | null {
    if (this.isNarrow) return null
    const { left, width } = this.axis
    const start = left + width + tableGap
    return { left: start, width: this.width - 2 - start, brief: this.brief }
  }

  private point(event: PointerEvent): void {
    const { rowsTop, rowHeight, rows } = this.rows
    const y = event.clientY - this.stage.getBoundingClientRect().top
    const row = Math.floor((y - rowsTop) / rowHeight)
    this.choose(row >= 0 && row < rows ? row : null)
  }

  private choose(row: number | null): void {
    if (row === this.hoveredRow) return
    this.hoveredRow = row
    send(this, 'select-layer', { layer: row, pinned: false })
  }

  protected override drawStatic(palette: Palette): void {
    const { rows, headings } = this
    const context = fitCanvas(this.staticCanvas, this.width, rows.height)
    drawLogAxis(context, this.axis, rows, this.ticks, palette)
    if (headings && !this.isNarrow)
      drawHeadings(context, headings, this.axis, this.table, rows.rowsTop - 6, palette)
  }

  private get gradients(): { now: number[]; initial: number[] } {
    const { snapshot } = this
    if (!snapshot) return { now: [], initial: [] }
    const scale = gradientScale(snapshot.rows)
    return {
      now: snapshot.layers.map((layer) => layer.gradientNorm * scale),
      initial: Array.from(snapshot.initialGradient, (value) => value * scale),
    }
  }

  override draw(): void {
    if (!this.geometry && this.snapshot && this.drawnRows !== this.snapshot.layers.length) {
      this.drawnRows = this.snapshot.layers.length
      this.invalidate()
    }
    super.draw()
  }
  private drawnRows = 0

  protected override drawLive(palette: Palette): void {
    const { rows, snapshot, selectedLayer: selected, axis, table } = this
    const context = fitCanvas(this.liveCanvas, this.width, rows.height)
    if (!snapshot) return
    const colour = laneColour(palette, this.lane)
    if (selected !== null && selected < rows.rows) {
      context.fillStyle = fade(colour, 0.1)
      context.fillRect(0, rows.rowsTop + selected * rows.rowHeight, this.width, rows.rowHeight)
    }
    const { now, initial } = this.gradients
    drawGradients(context, axis, rows, now, initial, this.lane, colour, palette)
    if (table) drawTable(context, table, rows, snapshot.layers, selected, palette)
    else drawRowNumbers(context, axis.left - 14, rows, selected, palette)
  }

  protected override describe(): TableContent[] {
    const { snapshot } = this
    if (!snapshot) return []
    const headings = this.headings ?? defaultHeadings
    return [
      {
        caption: this.label,
        head: flowHead(headings),
        rows: flowTable(snapshot.layers, this.gradients.now),
      },
    ]
  }
}

define('activation-flow', ActivationFlow)

declare global {
  interface HTMLElementTagNameMap {
    'activation-flow': ActivationFlow
  }
}

// What pointer and keys mean on the joint figure: trace x, choose a layer, zoom.

import type { ReactiveControllerHost } from 'lit'
import { send } from '../events.js'
import type { PlotFrame, Range } from '../plot-frame.js'
import type { RowGeometry } from '../row-geometry.js'
import { XGestures, type GestureTarget } from '../x-gestures.js'

/** The state of the figure that gestures start from. */
interface JointHost extends ReactiveControllerHost, HTMLElement {
  readonly range: Readonly<Range>
  readonly hoverX: number | null
  readonly selectedLayer: number | null
}

interface JointParts {
  surface: () => HTMLElement | null
  frame: () => PlotFrame | null
  rows: () => RowGeometry | null
  brush: (pixels: Range | null) => void
}

const fineStep = 0.05
const coarseStep = 0.5
/** Single precision has no more to show within less. */
const smallestSpan = 0.01
const largestSpan = 200

export class JointControls implements GestureTarget {
  readonly surface: () => HTMLElement | null
  readonly frame: () => PlotFrame | null
  readonly brush: (pixels: Range | null) => void
  private readonly rows: () => RowGeometry | null
  private hoveredLayer: number | null = null

  constructor(
    private readonly host: JointHost,
    parts: JointParts,
  ) {
    this.surface = parts.surface
    this.frame = parts.frame
    this.brush = parts.brush
    this.rows = parts.rows
    new XGestures(host, this)
  }

  private layerAt(y: number | null): number | null {
    const rows = this.rows()
    if (y === null || !rows || y < rows.rowsTop || y >= rows.rowsBottom) return null
    return Math.min(rows.rows - 1, Math.floor((y - rows.rowsTop) / rows.rowHeight))
  }

  hover(x: number | null, y: number | null, pinned: boolean): void {
    if (x !== this.host.hoverX || pinned) send(this.host, 'hover-x', { x, pinned })
    const layer = this.layerAt(y)
    if (layer === this.hoveredLayer) return
    this.hoveredLayer = layer
    send(this.host, 'select-layer', { layer, pinned: false })
  }

  press(_x: number, y: number): void {
    const layer = this.layerAt(y)
    if (layer !== null) send(this.host, 'select-layer', { layer, pinned: true })
  }

  zoom(range: Range | null): void {
    if (!range) return send(this.host, 'zoom-x', null)
    const span = Math.max(smallestSpan, Math.min(largestSpan, range.high - range.low))
    const middle = (range.low + range.high) / 2
    send(this.host, 'zoom-x', { low: middle - span / 2, high: middle + span / 2 })
  }

  trace(direction: -1 | 1, coarse: boolean): void {
    const { low, high } = this.host.range
    const step = coarse ? coarseStep : fineStep
    const from = this.host.hoverX ?? (low + high) / 2
    // Steps land on multiples, so that 0 and the kinks are reached exactly.
    const next = (Math.round(from / step) + direction) * step
    send(this.host, 'hover-x', { x: Math.max(low, Math.min(high, next)), pinned: true })
  }

  layer(direction: -1 | 1): void {
    const rows = this.rows()?.rows ?? 0
    if (rows === 0) return
    const now = this.host.selectedLayer
    const next = now === null ? (direction > 0 ? 0 : rows - 1) : now + direction
    if (next >= 0 && next < rows) send(this.host, 'select-layer', { layer: next, pinned: true })
  }

  release(): void {
    send(this.host, 'hover-x', { x: null, pinned: true })
    send(this.host, 'select-layer', { layer: null, pinned: true })
  }
}

// <activation-boundary>: what the network learned over its input space: a plane in two classes, a fitted curve,
// or digits misread. A network that learned nothing is an empty square.

import { property } from 'lit/decorators.js'
import type { LaneData, LaneSnapshot, LearnedView } from '../engine/lane-types.js'
import type * as otherViewsModule from './boundary/other-views.js'
import { PlanePainter } from './boundary/plane.js'
import { drawPoints } from './boundary/points.js'
import { drawHatch, fitCanvas, laneColour, type Context } from './canvas.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Figure } from './figure.js'
import { fixed, honestPercent } from './format.js'
import type { TableContent } from './table-alternative.js'

/** Heads of the text alternative. */
export interface BoundaryCaptions {
  class: string
  classA: string
  classB: string
  area: string
  predicted: string
  digit: string
  x: string
  y: string
}

const defaultCaptions: BoundaryCaptions = {
  class: 'class',
  classA: 'class A',
  classB: 'class B',
  area: 'share of the plane',
  predicted: 'read as',
  digit: 'digit',
  x: 'x',
  y: 'fitted',
}

type OtherViews = typeof otherViewsModule
let otherViews: OtherViews | null = null

export class ActivationBoundary extends Figure {
  @property({ attribute: false }) snapshot: LaneSnapshot | null = null
  @property({ attribute: false }) data: LaneData | null = null
  @property({ type: Number }) lane = 0
  /** Side of the square; 0: as wide as the element. */
  @property({ type: Number }) size = 0
  @property({ attribute: false }) captions: BoundaryCaptions = defaultCaptions

  protected override readonly liveProperties = new Set(['snapshot', 'label'])
  protected override readonly pacedProperties = new Set(['snapshot'])
  protected override readonly pace = 50
  protected override readonly interactive = false
  private readonly plane = new PlanePainter()
  /** Data that stands still below what is learned: digits under their frames, points under the fitted curve. */
  private readonly sheet = document.createElement('canvas')
  /** What the data layer was drawn for. */
  private area = ''

  private get side(): number {
    return this.size || this.width
  }

  private get view(): LearnedView | null {
    return this.snapshot?.view ?? null
  }

  /** The static canvas lies below; here the learned plane does, so the roles are turned round. */
  private get dataCanvas(): HTMLCanvasElement {
    return this.liveCanvas
  }

  override draw(): void {
    if (this.view && this.view.kind !== 'plane' && !otherViews) return void this.loadOtherViews()
    if (this.areaKey() !== this.area) this.invalidate()
    super.draw()
  }

  private async loadOtherViews(): Promise<void> {
    otherViews = await import('./boundary/other-views.js')
    this.invalidate()
  }

  private areaKey(): string {
    const view = this.view
    return view?.kind === 'plane' ? `${view.xMin} ${view.xMax} ${view.yMin} ${view.yMax}` : (view?.kind ?? '')
  }

  protected override drawStatic(palette: Palette): void {
    this.area = this.areaKey()
    const { side, view, data } = this
    const context = fitCanvas(this.dataCanvas, side, side)
    if (data && view) this.drawData(context, view, data, palette)
    context.strokeStyle = palette.rule
    context.lineWidth = 1
    context.strokeRect(0.5, 0.5, side - 1, side - 1)
  }

  private drawData(context: Context, view: LearnedView, data: LaneData, palette: Palette): void {
    const { side } = this
    if (view.kind === 'plane') {
      const { xMin, xMax, yMin, yMax } = view
      drawPoints(
        context,
        data,
        { x: { low: xMin, high: xMax }, y: { low: yMin, high: yMax }, size: side },
        palette,
      )
      return
    }
    if (!otherViews) return
    const { drawDigits, digitGrid, drawDataPoints, curveFrame } = otherViews
    const below = fitCanvas(this.sheet, side, side)
    if (view.kind === 'digits') drawDigits(below, data, digitGrid(data, side), palette)
    else drawDataPoints(below, data, curveFrame(data, side), palette)
  }

  protected override drawLive(palette: Palette): void {
    const { side, view, data } = this
    const context = fitCanvas(this.staticCanvas, side, side)
    context.fillStyle = palette.mid
    context.fillRect(0, 0, side, side)
    if (view?.kind === 'plane') this.plane.paint(context, view, side, palette)
    else if (view && data && otherViews) {
      const { drawMisread, digitGrid, drawFit, curveFrame } = otherViews
      context.drawImage(this.sheet, 0, 0, side, side)
      if (view.kind === 'digits') drawMisread(context, data, view.predicted, digitGrid(data, side), palette)
      else drawFit(context, view.x, view.y, curveFrame(data, side), laneColour(palette, this.lane))
    }
    if (this.snapshot && this.snapshot.divergedAt !== null)
      drawHatch(context, 0, 0, side, side, palette.hatch)
  }

  protected override describe(): TableContent[] {
    const { view, data, captions } = this
    if (!view || !data) return []
    if (view.kind === 'plane') {
      const ofA = view.logits.reduce((sum, logit) => sum + (logit > 0 ? 1 : 0), 0) / view.logits.length
      return [
        {
          caption: this.label,
          head: [captions.class, captions.area],
          rows: [
            [captions.classA, honestPercent(ofA)],
            [captions.classB, honestPercent(1 - ofA)],
          ],
        },
      ]
    }
    if (view.kind === 'curve') {
      const step = Math.max(1, Math.floor(view.x.length / 10))
      const rows = Array.from(view.x, (x, i) => [fixed(x, 2), fixed(view.y[i], 2)]).filter(
        (_, i) => i % step === 0,
      )
      return [{ caption: this.label, head: [captions.x, captions.y], rows }]
    }
    if (!otherViews) return []
    const { isMisread } = otherViews
    const rows = Array.from(view.predicted, (predicted, i) => [
      isMisread(data, view.predicted, i) ? String(data.labels![data.trainRows + i]) : '',
      String(predicted),
    ])
    return [
      {
        caption: this.label,
        head: [captions.digit, captions.predicted],
        rows: rows.filter(([digit]) => digit),
      },
    ]
  }
}

define('activation-boundary', ActivationBoundary)

declare global {
  interface HTMLElementTagNameMap {
    'activation-boundary': ActivationBoundary
  }
}

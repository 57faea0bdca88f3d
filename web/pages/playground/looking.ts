// What the reader looks at: one x, one layer and one step, the same in every lane, and the part of the steps that is
// shown. Hovering is followed at once by the figures; the words of the page follow when it is rendered.

import {
  follow,
  type HoverDetail,
  type LayerDetail,
  type Pinnable,
  type StepDetail,
} from '../../elements/events.js'
import type { Range } from '../../elements/plot-frame.js'

interface LookingPage {
  readonly laneElements: readonly { hover(x: number | null): void; select(layer: number | null): void }[]
  requestUpdate(): void
}

const NOTHING = { shown: null, pinned: null }

export class Looking {
  private atX: Pinnable<number> = NOTHING
  private atLayer: Pinnable<number> = NOTHING
  private atStep: Pinnable<number> = NOTHING
  /** Null: all steps. */
  stepRange: Range | null = null

  constructor(private readonly page: LookingPage) {}

  get x(): number | null {
    return this.atX.shown
  }

  get layer(): number | null {
    return this.atLayer.shown
  }

  get step(): number | null {
    return this.atStep.shown
  }

  /** At nothing, and at everything. */
  reset(): void {
    this.atX = this.atLayer = this.atStep = NOTHING
    this.stepRange = null
  }

  toX({ x, pinned }: HoverDetail): void {
    this.atX = follow(this.atX, x, pinned)
    for (const lane of this.page.laneElements) lane.hover(this.x)
    this.page.requestUpdate()
  }

  toLayer({ layer, pinned }: LayerDetail): void {
    this.atLayer = follow(this.atLayer, layer, pinned)
    for (const lane of this.page.laneElements) lane.select(this.layer)
    this.page.requestUpdate()
  }

  /** The next layer up or down; from none, the first or the last. */
  byLayer(direction: -1 | 1, layers: number): void {
    const last = layers - 1
    const next = this.layer === null ? (direction > 0 ? 0 : last) : this.layer + direction
    this.toLayer({ layer: Math.max(0, Math.min(last, next)), pinned: true })
  }

  /** A step of the trace, on a round number. */
  byX(direction: -1 | 1, coarse: boolean, { low, high }: Readonly<Range>): void {
    const step = coarse ? 0.5 : 0.05
    const next = (Math.round((this.x ?? 0) / step) + direction) * step
    this.toX({ x: Math.max(low, Math.min(high, next)), pinned: true })
  }

  away(): void {
    this.toX({ x: null, pinned: true })
    this.toLayer({ layer: null, pinned: true })
  }

  readonly hoverStep = ({ detail }: CustomEvent<StepDetail>): void => {
    this.atStep = follow(this.atStep, detail.step, detail.pinned)
    this.page.requestUpdate()
  }

  readonly zoomSteps = ({ detail }: CustomEvent<Range | null>): void => {
    this.stepRange = detail
    this.page.requestUpdate()
  }
}

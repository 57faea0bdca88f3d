// <activation-joint>: the function, and where its inputs fall. Curve, slope and the histograms of a network's
// pre-activations on one x-axis. It draws and tells gestures; the page holds range, hover and selection.

import { property } from 'lit/decorators.js'
import type { LaneSnapshot } from '../engine/lane-types.js'
import type { Engine } from '../engine/types.js'
import { drawHatch, fade, fitCanvas, laneColour, type Context } from './canvas.js'
import { drawLabel } from './curve-labels.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { send } from './events.js'
import { Figure } from './figure.js'
import { density, drawHalo } from './halo.js'
import { drawHistograms } from './histogram-rows.js'
import { JointControls } from './joint/joint-controls.js'
import {
  activationChanged,
  fixedModel,
  isFlat,
  isOfRows,
  moves,
  type Activation,
  type CurveModel,
} from './joint/curve-model.js'
import { drawHairline } from './joint/hairline.js'
import { curveTable, layerTable } from './joint/joint-table.js'
import { labelsOf, paintCurve, painted, type PaintedCurve } from './joint/painted-curve.js'
import type * as otherModels from './joint/other-models.js'
import { defaultCaptions, drawBackground, drawRowNumbers, type JointCaptions } from './joint/static-layer.js'
import { defaultRange, PlotFrame, rangeChanged, type Range } from './plot-frame.js'
import { defaultYRange, jointGeometry, sameRows, stripsYRange, type JointGeometry } from './row-geometry.js'
import type { TableContent } from './table-alternative.js'

export class ActivationJoint extends Figure {
  @property({ attribute: false }) engine: Engine | null = null
  @property({ attribute: false, hasChanged: activationChanged }) activation: Activation | null = null
  /** Slot 0 to 3: colour and marker. */
  @property({ type: Number }) lane = 0
  @property({ attribute: false }) snapshot: LaneSnapshot | null = null
  @property({ attribute: false, hasChanged: rangeChanged }) range: Readonly<Range> = defaultRange
  /** Null: −1.15 to 1.45, with strips −1.1 to 1.15. */
  @property({ attribute: false, hasChanged: rangeChanged }) yRange: Readonly<Range> | null = null
  /** Rows to keep free before the first snapshot. */
  @property({ type: Number }) layers = 0
  @property({ attribute: false }) selectedLayer: number | null = null
  @property({ attribute: false }) hoverX: number | null = null
  @property({ type: Boolean }) strips = false
  @property({ attribute: false }) ticks = true
  @property({ attribute: false }) captions: JointCaptions = defaultCaptions

  protected override readonly liveProperties = new Set(['snapshot', 'selectedLayer', 'hoverX', 'label'])
  /** Pixels between which the reader is brushing. */
  private brush: Range | null = null
  private rowGeometry: JointGeometry | null = null
  private frame: PlotFrame | null = null
  private still: PaintedCurve | null = null
  private moving: PaintedCurve | null = null
  private movingKey = ''
  private flat: { key: string; rows: Uint8Array[] } = { key: '', rows: [] }
  private models: otherModels.OtherModels | null = null

  constructor() {
    super()
    new JointControls(this, {
      surface: () => this.stage,
      frame: () => this.frame,
      rows: () => this.rowGeometry,
      brush: (pixels) => {
        this.brush = pixels
        this.invalidateLive()
      },
    })
  }

  /** Where the rows lie; told by the event row-geometry whenever it changes. */
  get geometry(): JointGeometry | null {
    return this.rowGeometry
  }

  private get shownYRange(): Readonly<Range> {
    return this.yRange ?? (this.strips ? stripsYRange : defaultYRange)
  }

  private layOut(): void {
    const geometry = jointGeometry({
      width: this.width,
      rows: this.snapshot?.layers.length || this.layers,
      strips: this.strips,
      ticks: this.ticks,
      captioned: this.captions.preActivations !== '',
      yRange: this.shownYRange,
    })
    const { plotLeft, plotTop, plotWidth, curveHeight } = geometry
    this.frame = new PlotFrame(plotLeft, plotTop, plotWidth, curveHeight, this.range, this.shownYRange)
    const moved = !sameRows(this.rowGeometry, geometry)
    this.rowGeometry = geometry
    if (moved) send(this, 'row-geometry', geometry)
  }

  override draw(): void {
    if (this.snapshot && this.rowGeometry?.rows !== this.snapshot.layers.length) this.invalidate()
    if (this.mixedKey !== this.drawnKey) this.invalidate()
    super.draw()
  }

  protected override drawStatic(palette: Palette): void {
    this.layOut()
    const { frame, rowGeometry: geometry } = this
    if (!frame || !geometry) return
    const context = fitCanvas(this.staticCanvas, this.width, geometry.height)
    const colour = laneColour(palette, this.lane)
    const model = this.stillModel()
    this.drawnKey = this.mixedKey
    this.movingKey = ''
    this.moving = null
    drawBackground(context, frame, geometry, model ?? { zones: [] }, this.captions, palette)
    this.still = model && painted(model, frame, labelsOf(context, model, frame, colour))
    if (this.still) paintCurve(context, this.still, frame, colour, palette)
  }

  /** What can be drawn without a snapshot. */
  private stillModel(): CurveModel | null {
    const { engine, activation } = this
    if (!engine || !activation || activation.kind === 'pooled') return null
    if (activation.layers) return this.mixedModel(engine, activation)
    if (isOfRows(activation)) return this.otherModels?.rowModel(engine, activation, this.range) ?? null
    return moves(activation) && this.snapshot && this.otherModels
      ? null
      : fixedModel(engine, activation, this.range)
  }

  /** What a figure of layers with different functions was drawn of: the chosen layer, what training made of each. */
  private drawnKey = ''

  private get mixedKey(): string {
    const { activation, snapshot, selectedLayer } = this
    return (activation?.layers && this.otherModels?.mixedKey(activation, snapshot, selectedLayer)) ?? ''
  }

  private mixedModel(engine: Engine, activation: Activation): CurveModel {
    const { otherModels: models, snapshot, selectedLayer, range } = this
    if (!models) return fixedModel(engine, activation, range)
    const layers = snapshot?.layers.length ?? this.layers
    return models.mixedModel(engine, models.learned, activation, layers, snapshot, selectedLayer, range)
  }

  private static others: typeof otherModels | null = null

  /** Most lanes have one function, which acts unit by unit and stands still: null until one needs what they do without. */
  private get otherModels(): otherModels.OtherModels | null {
    const { others } = ActivationJoint
    if (others) return (this.models ??= new others.OtherModels())
    void import('./joint/other-models.js').then((loaded) => {
      ActivationJoint.others = loaded
      this.invalidate()
    })
    return null
  }

  /** The curve of learned and pooled functions, made anew only when training moved it. */
  private followSnapshot(context: Context, frame: PlotFrame, colour: string): void {
    const { engine, activation, snapshot, selectedLayer, range } = this
    if (!snapshot || !engine || !activation || activation.layers || !moves(activation)) return
    const models = this.otherModels
    if (!models) return
    if (this.still) return this.invalidate() // the first snapshot replaces the curve of the initial parameters
    const key = models.movingKey(activation, snapshot, selectedLayer)
    if (key === this.movingKey) return
    this.movingKey = key
    const model = models.movingModel(engine, activation, snapshot, selectedLayer, range)
    this.moving = model && painted(model, frame, labelsOf(context, model, frame, colour))
  }

  protected override drawLive(palette: Palette): void {
    const { frame, rowGeometry: geometry, snapshot, selectedLayer } = this
    if (!frame || !geometry) return
    const context = fitCanvas(this.liveCanvas, this.width, geometry.height)
    const colour = laneColour(palette, this.lane)
    this.followSnapshot(context, frame, colour)
    const curve = this.moving ?? this.still
    if (this.moving) paintCurve(context, this.moving, frame, colour, palette)
    if (snapshot && curve) this.drawInputs(context, frame, geometry, curve, colour, palette)
    drawRowNumbers(context, frame.left - 8, geometry, selectedLayer, palette)
    if (curve) this.drawLabels(context, frame, curve, palette)
    if (snapshot && snapshot.divergedAt !== null)
      drawHatch(context, frame.left, frame.top, frame.width, geometry.rowsBottom - frame.top, palette.hatch)
    this.drawPointer(context, frame, geometry, curve, colour, palette)
  }

  /** Halo and histograms: what the snapshot says about the inputs. */
  private drawInputs(
    context: Context,
    frame: PlotFrame,
    geometry: JointGeometry,
    curve: PaintedCurve,
    colour: string,
    palette: Palette,
  ): void {
    const { layers, low, high } = this.snapshot!
    const { selectedLayer: selected, strips } = this
    if (layers.length === 0) return
    const chosen = selected === null ? undefined : layers[selected]
    const inputs = density(chosen ? [chosen.histogram] : layers.map((layer) => layer.histogram), low, high)
    context.save()
    frame.clip(context, 2)
    drawHalo(context, curve.spines, inputs, fade(colour, palette.scheme === 'dark' ? 0.34 : 0.22))
    context.restore()
    if (selected !== null && chosen) {
      context.fillStyle = fade(colour, 0.1)
      context.fillRect(
        frame.left,
        geometry.rowsTop + selected * geometry.rowHeight - 1,
        frame.width,
        geometry.rowHeight,
      )
    }
    const flat = this.flatBins(curve.model)
    drawHistograms(context, frame, geometry, { layers, low, high, flat, strips }, colour, palette)
    if (this.activation?.layers)
      this.otherModels?.drawLayerNames(
        context,
        frame.left,
        geometry,
        this.activation.layers,
        this.snapshot!,
        palette,
      )
  }

  /** Per layer and bin whether the function has no slope there; kept while the curves stand still. */
  private flatBins(model: CurveModel): Uint8Array[] {
    const { layers, low, high } = this.snapshot!
    const bins = layers[0].histogram.length
    const key = `${this.movingKey} ${layers.length} ${low} ${high} ${bins} ${this.range.low} ${this.range.high}`
    if (this.flat.key === key && this.flatModel === model) return this.flat.rows
    this.flatModel = model
    const row = (layer: number) =>
      Uint8Array.from({ length: bins }, (_, b) =>
        isFlat(model.slopeOf(layer, low + ((b + 0.5) / bins) * (high - low))) ? 1 : 0,
      )
    const first = row(0)
    const rows = layers.map((_, layer) =>
      layer > 0 && (this.moving || this.activation?.layers) ? row(layer) : first,
    )
    this.flat = { key, rows }
    return rows
  }
  private flatModel: CurveModel | null = null

  private drawLabels(context: Context, frame: PlotFrame, curve: PaintedCurve, palette: Palette): void {
    const hairline = this.hoverX === null ? null : frame.x(this.hoverX)
    for (const label of curve.labels) {
      const near = hairline !== null && hairline > label.left - 90 && hairline < label.left + label.width + 90
      if (!near) drawLabel(context, label, palette.paper)
    }
  }

  private drawPointer(
    context: Context,
    frame: PlotFrame,
    geometry: JointGeometry,
    curve: PaintedCurve | null,
    colour: string,
    palette: Palette,
  ): void {
    const { hoverX, brush } = this
    if (brush) {
      context.fillStyle = fade(palette.ink, 0.09)
      context.fillRect(brush.low, frame.top, brush.high - brush.low, geometry.rowsBottom - frame.top)
    }
    if (hoverX === null || hoverX < this.range.low || hoverX > this.range.high) return
    const point = curve?.model.at(hoverX) ?? null
    drawHairline(context, frame, hoverX, geometry.rowsBottom, point, this.lane, colour, palette)
  }

  protected override describe(): TableContent[] {
    const model = (this.moving ?? this.still)?.model
    const tables: TableContent[] = []
    const { layers } = this.activation ?? {}
    const own = layers?.[this.selectedLayer ?? -1]
    const caption = [own?.name, this.captions.curve].filter(Boolean).join(': ')
    if (model) tables.push(curveTable(model, this.range, this.hoverX, caption))
    if (this.snapshot)
      tables.push(
        layerTable(this.snapshot, this.captions.preActivations || this.label, this.captions, layers),
      )
    return tables
  }
}

define('activation-joint', ActivationJoint)

declare global {
  interface HTMLElementTagNameMap {
    'activation-joint': ActivationJoint
  }
}

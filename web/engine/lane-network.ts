// One lane: a network, its history and what is shown of it. Runs in the lane's worker; reads no clock.

import { LossHistory } from './lane-history.js'
import type {
  LaneChange,
  LaneConfiguration,
  LaneData,
  LaneSnapshot,
  LearnedView,
  SnapshotRequest,
} from './lane-types.js'
import type { Engine, Network, NetworkSpec, Score } from './types.js'

/** Margin around the data, as a share of its largest coordinate. */
const MARGIN = 1.12
const CURVE_POINTS = 241

export class LaneNetwork {
  private network: Network
  private history: LossHistory
  private changes: readonly LaneChange[] = []
  private batch: number
  private rowsSeen: number
  /** 0, or the step of the file that it goes on from. */
  readonly start: number
  private readonly scoreStride: number
  private readonly initialGradient: Float32Array
  private readonly points: LaneData
  /** Half the side of the square that is shown. */
  private readonly extent: number
  /** First step that was not finite; the network stands at the last finite one. */
  divergedAt: number | null = null

  constructor(
    readonly engine: Engine,
    private readonly configuration: LaneConfiguration,
  ) {
    this.network = this.build()
    this.start = this.network.step
    this.batch = this.spec.batch_size
    this.rowsSeen = this.start * this.batch
    const view = this.network.dataset()
    this.points = { ...view }
    this.extent = MARGIN * view.x.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
    this.scoreStride = Math.max(50, Math.ceil(view.trainRows / this.batch))
    this.history = new LossHistory(this.scoreStride, this.start)
    this.recordScore()
    this.initialGradient = this.firstGradient()
  }

  /** The same lane in another engine, before its first step: what trains it as far brings it to the same bits. */
  anew(engine: Engine): LaneNetwork {
    const copy = new LaneNetwork(engine, this.configuration)
    copy.changes = this.changes
    copy.divergedAt = this.divergedAt
    return copy
  }

  /** The engine must be the whole one. */
  save(): Uint8Array {
    return this.network.save()
  }

  get step(): number {
    return this.network.step
  }

  get data(): LaneData {
    return this.points
  }

  /** A later list may differ from the present one only at steps not yet trained. */
  setChanges(changes: readonly LaneChange[]): void {
    this.changes = changes
  }

  /** Trains up to `steps` steps; fewer where the network stops being finite. */
  train(steps: number): void {
    const end = this.step + steps
    while (this.step < end && this.network.divergedAt === null) {
      this.applyChanges()
      const run = Math.min(end, this.nextChange()) - this.step
      const losses = this.network.train(Math.min(run, this.history.room, this.history.untilScore(this.step)))
      this.rowsSeen += losses.length * this.batch
      if (this.network.divergedAt !== null) return
      this.history.add(
        losses,
        this.history.room === losses.length ? (this.network.gradientNorms()[0] ?? NaN) : NaN,
      )
      if (this.history.wantsScore(this.step)) this.recordScore()
    }
  }

  get broken(): boolean {
    return this.network.divergedAt !== null && this.divergedAt === null
  }

  /** Starts again from the first weights, to stop before the step that was not finite. Returns the step to stop at. */
  restartBeforeDivergence(stepsBefore: number): number {
    this.divergedAt ??= this.network.divergedAt
    const target = Math.max(this.start, (this.divergedAt ?? 0) - stepsBefore)
    this.network.dispose()
    this.network = this.build()
    this.batch = this.spec.batch_size
    this.rowsSeen = this.start * this.batch
    this.history = new LossHistory(this.scoreStride, this.start)
    this.recordScore()
    return target
  }

  get finite(): boolean {
    return Number.isFinite(this.network.score().train.loss)
  }

  snapshot(generation: number, request: SnapshotRequest): LaneSnapshot {
    const probe = this.network.probe({
      low: request.low,
      high: request.high,
      bins: request.bins,
      unit: request.unit,
      weightGradients: request.weightGradients,
    })
    return {
      generation,
      step: this.step,
      epoch: this.rowsSeen / this.points.trainRows,
      divergedAt: this.divergedAt,
      rows: probe.rows,
      low: probe.low,
      high: probe.high,
      layers: probe.layers,
      initialGradient: this.initialGradient.slice(),
      train: probe.train,
      test: probe.test,
      history: this.history.snapshot(),
      view: this.view(request.grid),
    }
  }

  /** FNV-1a over the bits of every trainable value, keys in order: equal digests mean equal networks. */
  digest(): string {
    let hash = 0x811c9dc5
    const weights = this.network.weights()
    for (const key of Object.keys(weights).sort()) {
      const values = weights[key]
      for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
        hash = Math.imul(hash ^ byte, 0x01000193)
    }
    return `${this.step}:${(hash >>> 0).toString(16).padStart(8, '0')}`
  }

  dispose(): void {
    this.network.dispose()
  }

  private get spec(): NetworkSpec {
    return this.configuration.spec
  }

  private build(): Network {
    const { file, data } = this.configuration
    return file ? this.engine.load(file, data) : this.engine.network(this.spec, data)
  }

  /** Of the first weights, also where the network came from a file. */
  private firstGradient(): Float32Array {
    const { file, data } = this.configuration
    const first = file ? this.engine.network(this.spec, data) : this.network
    const { layers } = first.probe({ bins: 1, weightGradients: false })
    if (file) first.dispose()
    return Float32Array.from(layers, (layer) => layer.gradientNorm)
  }

  private applyChanges(): void {
    for (const change of this.changes) {
      if (change.step !== this.step) continue
      if (change.learningRate !== undefined) this.network.setLearningRate(change.learningRate)
      if (change.batchSize !== undefined) {
        this.network.setBatchSize(change.batchSize)
        this.batch = change.batchSize
      }
    }
  }

  private nextChange(): number {
    return this.changes.find((change) => change.step > this.step)?.step ?? Infinity
  }

  private recordScore(): void {
    const { train, test }: { train: Score; test: Score | null } = this.network.score()
    this.history.addScore(train.loss, test?.loss ?? NaN)
  }

  private view(grid: number): LearnedView {
    const { inputs, rows, trainRows, x } = this.points
    if (inputs === 1) return this.curve()
    if (inputs === 2) return this.plane(grid)
    return this.classes(x.subarray(trainRows * inputs, rows * inputs), rows - trainRows)
  }

  private plane(grid: number): LearnedView {
    const extent = this.extent
    const area = { columns: grid, rows: grid, xMin: -extent, xMax: extent, yMin: -extent, yMax: extent }
    return { kind: 'plane', ...area, logits: this.network.boundary(area) }
  }

  private curve(): LearnedView {
    const extent = this.extent
    const x = Float32Array.from(
      { length: CURVE_POINTS },
      (_, i) => extent * ((2 * i) / (CURVE_POINTS - 1) - 1),
    )
    return { kind: 'curve', x, y: this.network.predict(x) }
  }

  private classes(x: Float32Array, rows: number): LearnedView {
    const outputs = this.network.predict(x)
    const classes = rows > 0 ? outputs.length / rows : 0
    const predicted = new Uint8Array(rows)
    const probability = new Float32Array(rows)
    for (let row = 0; row < rows; row++) {
      const logits = outputs.subarray(row * classes, (row + 1) * classes)
      let best = 0
      for (let k = 1; k < classes; k++) if (logits[k] > logits[best]) best = k
      let sum = 0
      for (const logit of logits) sum += Math.exp(logit - logits[best])
      predicted[row] = best
      probability[row] = 1 / sum
    }
    return { kind: 'digits', predicted, probability }
  }
}

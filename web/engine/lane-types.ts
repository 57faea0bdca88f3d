// What a lane's worker sends to the page. One lane is one network in one worker.

import type { LayerProbe, NetworkSpec, Score, TrainingData } from './types.js'

export interface LaneConfiguration {
  spec: NetworkSpec
  /** The rows of a dataset that the engine does not make itself (digits). */
  data?: TrainingData
  /** A network of this spec as save() wrote it, to go on from. */
  file?: Uint8Array
}

/** From this step on, with the weights kept. Spec and changes together determine every bit. */
export interface LaneChange {
  step: number
  learningRate?: number
  batchSize?: number
}

/** What one figure shows; anything not asked for is not computed. */
export interface SnapshotRequest {
  /** x-range of the joint figure's histograms. */
  low: number
  high: number
  bins: number
  /** Points along one side of the boundary grid. */
  grid: number
  /** Unit whose Maxout pieces are drawn. */
  unit: number
  /** false saves a quarter of the probe's time. */
  weightGradients: boolean
}

/** Loss over training, thinned by a rule that depends on the step count alone. */
export interface LaneHistory {
  /** Per point: first step, and mean, smallest and largest batch loss of `stride` steps. */
  stride: number
  steps: Float64Array
  mean: Float32Array
  low: Float32Array
  high: Float32Array
  /** Gradient norm (pre-activations) at layer 1 of the last batch of each point. */
  gradient: Float32Array
  /** Scores over the whole data at fixed steps. */
  scoreSteps: Float64Array
  trainLoss: Float32Array
  testLoss: Float32Array
}

/** What the network answers over its input space. */
export type LearnedView =
  | {
      kind: 'plane'
      columns: number
      rows: number
      xMin: number
      xMax: number
      yMin: number
      yMax: number
      /** Logit of class A at each grid point, row 0 at yMax. */
      logits: Float32Array
    }
  | { kind: 'curve'; x: Float32Array; y: Float32Array }
  | {
      kind: 'digits'
      /** Rows of the test part, the class predicted and its probability. */
      predicted: Uint8Array
      probability: Float32Array
    }

export interface LaneSnapshot {
  /** The configuration that this belongs to: replies to older ones are dropped. */
  generation: number
  step: number
  epoch: number
  /** The first step at which loss or weights were not finite. The rest is the picture of the last finite step. */
  divergedAt: number | null
  rows: number
  low: number
  high: number
  layers: LayerProbe[]
  /** Gradient norm per layer before training. */
  initialGradient: Float32Array
  train: Score
  test: Score | null
  history: LaneHistory
  view: LearnedView
}

/** The points that all lanes share, sent once per configuration. */
export interface LaneData {
  inputs: number
  rows: number
  trainRows: number
  x: Float32Array
  y: Float32Array | null
  labels: Int32Array | null
}

// The public contract of the engine: what the package exports and what the page is built on. spec-types.ts has the part
// that describes a network.

import type { DatasetName, NetworkSpec } from './spec-types.js'

export type * from './spec-types.js'

export type Kind = 'elementwise' | 'parametric-learned' | 'stochastic' | 'row-wise' | 'gated' | 'pooled'

export interface ParameterInfo {
  name: string
  latex: string
  default: number
  /** Smallest and largest value accepted, both included. */
  min: number
  max: number
  integer: boolean
  /** Training may change it. */
  learned: boolean
  /** Stochastic kinds: in training drawn for every element; low and high are the ends of a uniform law, or hold 95 % of the draws. */
  noise?: { law: 'uniform' | 'normal' | 'half-normal'; low: number; high: number }
}

export type Framework = 'pytorch' | 'keras' | 'jax' | 'tensorflow' | 'onnx'

export interface ActivationInfo {
  id: string
  name: { en: string; zh: string }
  kind: Kind
  /** A function of one number, for evaluate() and properties(); the others are functions of rows, for rows(). */
  elementWise: boolean
  /** LaTeX of f and f′, or of y and its derivative. */
  formula: string
  derivative: string
  parameters: ParameterInfo[]
  /** As one writes it there; absent where the framework does not have it. */
  frameworks: Partial<Record<Framework, string>>
  /** Other names that a search should find, separated by commas. */
  aliases: string
  /** Named by the survey that the product follows. */
  inSurvey: boolean
  /**
   * Largest error of the kernels, in float32 steps. Functions of rows: of the value and of both products with the
   * Jacobian, where their terms do not cancel. Infinity for what a user wrote: none is promised.
   */
  bound: { value: number; slope: number }
}

export type Parameters = Readonly<Record<string, number>>

/** f and f′ at every x; both arrays as long as x. */
export interface ValueAndSlope {
  value: Float32Array
  slope: Float32Array
}

/** The same and ∂f/∂parameter, of learned parameters. */
export interface Evaluation extends ValueAndSlope {
  parameterSlopes: Record<string, Float32Array>
}

/** Rows for a function that is not element-wise. All arrays are row-major. */
export interface RowsRequest {
  /** rows × columns. */
  x: Float32Array
  rows: number
  /** Features of a row. Gated functions take the values in the first half and the gates in the second. */
  columns: number
  parameters?: Parameters
  /** Maxout: its parameter k, the pieces of a unit. Piece j of unit u is column u × pieces + j. */
  pieces?: number
  /**
   * Maxout over affine pieces z = W x + b instead of the columns themselves: W [units × pieces][columns] and
   * b [units × pieces] (zero unless given). The products are then with respect to x.
   */
  weights?: Float32Array
  bias?: Float32Array
  /** gumbel_softmax: rows × columns of Gumbel noise, or the seed to draw it from; none, as in evaluation, without. */
  noise?: Float32Array
  /** 0 to 4294967295. */
  seed?: number
  /** rows × (columns of the output): asks for vectorJacobian. */
  cotangent?: Float32Array
  /** rows × columns: asks for jacobianVector. */
  tangent?: Float32Array
  /** Arrays that the results are written to, which saves the making of new ones. */
  into?: Readonly<Partial<Pick<Rows, 'value' | 'vectorJacobian' | 'jacobianVector'>>>
}

export interface Rows {
  /** rows × columns, row-major. */
  value: Float32Array
  /** Of the output: gated functions halve them, crelu doubles them, maxout divides them by its pieces. */
  columns: number
  /** Σⱼ cotangentⱼ ∂yⱼ/∂xᵢ, rows × (columns of x): what a backward pass hands down. */
  vectorJacobian?: Float32Array
  /** Σᵢ ∂yⱼ/∂xᵢ tangentᵢ, rows × (columns of the output). */
  jacobianVector?: Float32Array
}

export type Saturation = 'none' | 'soft' | 'hard'

/** A point at which f or f′ has different limits from the left and from the right. */
export interface Jump {
  x: number
  left: number
  /** The value taken at x itself. */
  at: number
  right: number
}

/** Measured by the kernels, never typed in. */
export interface Properties {
  /** inf f and sup f; attained where some x has that value. */
  range: { low: number; lowAttained: boolean; high: number; highAttained: boolean }
  bounded: boolean
  monotonic:
    'none' | 'weakly increasing' | 'strictly increasing' | 'weakly decreasing' | 'strictly decreasing'
  symmetry: 'none' | 'odd' | 'even'
  zeroAtOrigin: boolean
  /** The first of f, f′, f″ and f‴ that jumps: discontinuous, C0, C1, C2; C-inf where none of them does. */
  continuity: 'discontinuous' | 'C0' | 'C1' | 'C2' | 'C-inf'
  /** E f(Z), E f(Z)², E f′(Z)² for Z ~ N(0, 1). */
  gaussianMoments: { mean: number; meanSquare: number; meanSquareSlope: number }
  /**
   * What weights of variance 1 / fan have to be multiplied by to keep the variance of signals (forward, 1 / √E f²) or of
   * gradients (backward, 1 / √E f′²): √2 for ReLU (He et al. 2015). Infinite where the moment is 0.
   */
  gain: { forward: number; backward: number }
  /** P(f(Z) = 0), exact zeros. */
  sparsity: number
  /** sup |f′| over the real line. */
  slopeBound: number
  leftSaturation: Saturation
  rightSaturation: Saturation
  /** |f′| < 0.05 for all x below (above) this end; −∞ (+∞) where that side does not saturate. */
  leftSaturationEnd: number
  rightSaturationEnd: number
  valueJumps: Jump[]
  slopeJumps: Jump[]
}

/** Row-major; y: rows × outputs, or labels: rows. */
export interface TrainingData {
  x: Float32Array
  rows: number
  y?: Float32Array
  labels?: Int32Array
}

/**
 * What one activation (or Maxout) layer does with its data: all training rows in evaluation mode (probe), or the batches
 * of training itself (observed).
 */
export interface LayerProbe {
  /** Index in spec.layers. */
  layer: number
  /** Fraction of the pre-activations (of a gated layer, of its gates alone) in each bin of [low, high), and what lies outside. */
  histogram: Float32Array
  below: number
  above: number
  /** The same of the activations, the layer's outputs, over [activationLow, activationHigh). */
  activationHistogram: Float32Array
  activationBelow: number
  activationAbove: number
  /** Mean of |f′| over rows and units. This and the next three are NaN for functions of rows, which have no f′. */
  meanSlope: number
  /** Fractions of the pre-activations beyond the function's own saturation ends. */
  saturatedLeft: number
  saturatedRight: number
  /** Fraction of units whose slope is exactly zero for every row; NaN where the loss is not finite. */
  dead: number
  /** Mean and variance of the activations, and mean / standard deviation: NaN where all are the same. */
  mean: number
  variance: number
  skew: number
  /**
   * Frobenius norm of dLoss/d(pre-activation), and of dLoss/d(weights) of the nearest dense or Maxout layer, this one or
   * one below; NaN where there is none. probe(): over all training rows, loss averaged over them. observed(): root mean
   * square of the norms of the batches, of each batch's mean loss.
   */
  gradientNorm: number
  weightGradientNorm: number
  /** Learned parameters, one value per channel. */
  parameters: Record<string, Float32Array>
  /**
   * Maxout only: the pieces of the unit asked for, on the line described in cpp/network/probe.h, from which its histogram
   * and meanSlope are taken. observed() has no line: no pieces, and NaN there.
   */
  pieces?: { slope: Float32Array; intercept: Float32Array }
}

/** Ranges of the histograms; those of the activations are those of the pre-activations unless given. */
export interface HistogramOptions {
  low?: number
  high?: number
  activationLow?: number
  activationHigh?: number
  bins?: number
}

export interface ProbeOptions extends HistogramOptions {
  /** The unit whose pieces a Maxout layer reports. */
  unit?: number
  /** false saves a quarter of the time: weightGradientNorm is then NaN. */
  weightGradients?: boolean
}

export interface Probe extends Required<HistogramOptions> {
  step: number
  rows: number
  layers: LayerProbe[]
  train: Score
  /** Null where the data has no test part. */
  test: Score | null
}

export interface ObserveOptions extends HistogramOptions {
  /** A step is looked at where its number is a multiple of this; 4 unless given. */
  every?: number
}

/** The batches that were looked at since the last look, as training had them: with noise, dropout, batch statistics. */
export interface Observation extends Required<ObserveOptions> {
  step: number
  batches: number
  samples: number
  /** Saturation ends of learned parameters are those at the window's beginning. */
  layers: LayerProbe[]
}

export interface Score {
  loss: number
  /** Fraction classified correctly; null for regression. */
  accuracy: number | null
}

/** A data set that a spec can name: its defaults and what is accepted. */
export interface DatasetInfo {
  name: DatasetName
  inputs: number
  /** 0 for regression. */
  classes: number
  size: { default: number; min: number; max: number }
  noise: { default: number; max: number }
  split: { default: number; min: number; max: number }
}

export interface DatasetView {
  rows: number
  trainRows: number
  inputs: number
  /** Row-major, training rows first. */
  x: Float32Array
  y: Float32Array | null
  labels: Int32Array | null
}

/** Points of a rectangle: columns × rows, row 0 at yMax. One-dimensional networks ignore y and rows must be 1. */
export interface Grid {
  columns: number
  rows: number
  xMin: number
  xMax: number
  yMin: number
  yMax: number
}

export interface Network {
  readonly spec: NetworkSpec
  /** Updates done. */
  readonly step: number
  /** The step whose loss or weights were first NaN or infinite; null while finite. Training stops there. */
  readonly divergedAt: number | null
  train(steps: number): Float32Array
  /**
   * `into`, here and below: an array of the answer's length to write it to. Whoever asks in every frame saves the making
   * of a large array each time, which can take longer than the answer.
   */
  predict(x: Float32Array, into?: Float32Array): Float32Array
  weights(): Record<string, Float32Array>
  setWeights(weights: Record<string, Float32Array>): void
  /** Of the loss of the last trained batch, without penalties and clipping; none for running statistics. */
  gradients(): Record<string, Float32Array>
  /** A pass forward and backward over all training rows: exact, as long as some steps for each batch that they hold. */
  probe(options?: ProbeOptions): Probe
  /**
   * From here on training gathers the statistics of some of its batches on the way, while their signals are in the
   * cache; what is trained stays the same to the bit. For a network of 64-128-128-10 a step that is looked at takes
   * about a seventh longer: every = 4 adds about 4 % to training. null: no more. save() leaves it out.
   */
  observe(options: ObserveOptions | null): void
  /** What was gathered; a new window begins. Null where nothing is observed or no batch was looked at. */
  observed(): Observation | null
  /**
   * What pre-training did to each layer (its index in spec.layers): mean squared reconstruction error over the training
   * rows, before and after every epoch. Empty where the spec asks for none, and after load().
   */
  pretraining(): { layer: number; errors: number[] }[]
  /** Loss and accuracy over the training and the test rows: a forward pass without statistics. */
  score(): { train: Score; test: Score | null }
  /** Frobenius norm of dLoss/d(pre-activation) of the last trained batch, one number per dense or Maxout layer. */
  gradientNorms(): Float32Array
  /** Raw outputs at the points of a grid, row-major, all outputs of a point together. */
  boundary(grid: Grid, into?: Float32Array): Float32Array
  dataset(): DatasetView
  /** Keep the weights and the position in the data. */
  setLearningRate(rate: number): void
  setBatchSize(size: number): void
  /**
   * The network in one file: spec, weights, the optimiser's memory, step, place in the data and state of every random
   * stream, with a checksum. cpp/network/file.h is the format.
   */
  save(): Uint8Array
  dispose(): void
}

export interface EngineOptions {
  /** The WebAssembly binary, where the default place (next to the module) does not fit. */
  wasm?: URL | BufferSource
}

export interface Engine {
  catalogue(): ActivationInfo[]
  datasets(): DatasetInfo[]
  /** `into`: arrays as long as x that value and slope are written to, which saves the making of new ones. */
  evaluate(id: string, x: Float32Array, parameters?: Parameters, into?: Readonly<ValueAndSlope>): Evaluation
  /** Functions of rows: softmax and its kin, gated functions, Maxout. */
  rows(id: string, request: RowsRequest): Rows
  properties(id: string, parameters?: Parameters): Properties
  /**
   * A function that a user writes, such as "x * tanh(softplus(a * x)); a = 0.5" (cpp/expression/README.md is the
   * language). Its id is the text behind an equals sign, and that id is as good as the catalogue's wherever one is asked
   * for, in a network's spec too; its parameters can be learned.
   * @throws ExpressionError with the position of what does not fit, and its reason
   */
  define(expression: string): ActivationInfo
  network(spec: NetworkSpec, data?: TrainingData): Network
  /**
   * The network that save() wrote: it goes on to the bit, on any machine. Data that was given by hand must be given again.
   * Refused: a damaged, cut or foreign file ('damaged_file', 'foreign_file'), one of another version ('unknown_version'),
   * and other data than the network was trained on ('data').
   */
  load(file: Uint8Array, data?: TrainingData): Network
}

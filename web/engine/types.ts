// The public contract of the engine: what the package exports and what the page is built on.

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
   * Jacobian, where their terms do not cancel.
   */
  bound: { value: number; slope: number }
}

export type Parameters = Readonly<Record<string, number>>

/** f, f′ and ∂f/∂parameter at every x; all arrays as long as x. */
export interface Evaluation {
  value: Float32Array
  slope: Float32Array
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

export type LayerSpec =
  | { type: 'dense'; units: number; bias?: boolean }
  /** Goodfellow et al. 2013. Weight row u * pieces + j is piece j of unit u; at a tie the first piece gets the gradient. */
  | {
      type: 'maxout'
      units: number
      /** 1 to 8; 2 unless given. */
      pieces?: number
      bias?: boolean
      least_squares?: LeastSquaresSpec
    }
  | {
      type: 'activation'
      id: string
      /** Fixed parameters. A stochastic function samples its parameter in training unless the value is given here. */
      parameters?: Parameters
      learned?: string[]
      /** 1 (one value for the layer) or the layer's width (one per unit). */
      channels?: number
    }
  /**
   * Ioffe & Szegedy 2015. Weights: gamma, beta, and the statistics running_mean and running_var, which evaluation
   * normalises by. Training normalises by the batch's mean and biased variance; running = (1 − momentum) · running +
   * momentum · batch, with the unbiased variance, as in PyTorch. batch_size must be at least 2.
   */
  | {
      type: 'batch_norm'
      /** 0 to 1; 0.1 unless given. */
      momentum?: number
      /** Added to the variance; 1e-5 unless given. */
      epsilon?: number
    }
  /**
   * Srivastava et al. 2014, inverted: in training a value becomes 0 with probability `rate`, else it is divided by
   * 1 − rate; evaluation passes everything on. Draws from a stream of its own.
   */
  | { type: 'dropout'; rate: number }

/**
 * Where a Maxout layer starts instead of at drawn weights: an interval is cut into as many equal parts as there are
 * pieces, and piece j becomes the line that fits the target best, in the sense of least squares, on part j. The
 * largest of the lines follows the target where it is convex.
 */
export type LeastSquaresSpec =
  /** A function f of the catalogue of t = w · x, with w the weights drawn for the unit's first piece, on [low, high]. */
  | {
      target: string
      /** −3 and 3 unless given. */
      low?: number
      high?: number
    }
  /** Unit u is fitted to column u of y over the training rows: the first layer of a network of one input. */
  | { target: 'data' }

/**
 * All are means over the batch, and over the outputs where there are several. binary_cross_entropy and
 * softmax_cross_entropy take the raw outputs as logits; huber is e²/2 up to |e| = delta, then delta (|e| − delta/2).
 */
export type Loss = 'mean_squared_error' | 'binary_cross_entropy' | 'softmax_cross_entropy' | 'huber'

/**
 * Rules and defaults are those of torch.optim. g is the gradient of the batch's loss, after clip_norm, plus
 * l1 · sign(w) on weights, plus weight_decay · w on every trained value (adamw: w shrinks by
 * learning_rate · weight_decay instead).
 */
export type OptimizerSpec =
  /** b ← momentum b + g; w ← w − rate b, with nesterov w − rate (g + momentum b). */
  | { type: 'sgd'; learning_rate: number; momentum?: number; nesterov?: boolean; weight_decay?: number }
  /** Kingma & Ba 2015; adamw: Loshchilov & Hutter 2019. epsilon is added after the bias correction. */
  | {
      type: 'adam' | 'adamw'
      learning_rate: number
      /** 0.9 and 0.999 unless given. */
      beta1?: number
      beta2?: number
      /** 1e-8 unless given. */
      epsilon?: number
      /** 0 unless given; adamw: 0.01. */
      weight_decay?: number
    }
  /** v ← alpha v + (1 − alpha) g², centred: less the squared mean; d = g / (√v + epsilon); w ← w − rate d, or momentum over d. */
  | {
      type: 'rmsprop'
      learning_rate: number
      /** 0.99 unless given. */
      alpha?: number
      centered?: boolean
      /** 1e-8 unless given. */
      epsilon?: number
      momentum?: number
      weight_decay?: number
    }
  /** Duchi et al. 2011: s ← s + g², from initial_accumulator; w ← w − rate g / (√s + epsilon). */
  | {
      type: 'adagrad'
      learning_rate: number
      /** 0 unless given. */
      initial_accumulator?: number
      /** 1e-10 unless given. */
      epsilon?: number
      weight_decay?: number
    }

/** The learning rate of update k = 0, 1, ... from `rate`, the optimiser's own. */
export type ScheduleSpec =
  | { type: 'constant' }
  /** rate · factor^⌊k / every⌋; factor is 0.1 unless given. */
  | { type: 'step'; every: number; factor?: number }
  /** minimum + (rate − minimum)(1 + cos(π k / steps)) / 2 up to k = steps, then the minimum, 0 unless given. */
  | { type: 'cosine'; steps: number; minimum?: number }

/**
 * How weights are drawn: mean 0, untruncated. fan_in is the number of a matrix's columns, fan_out of its rows (of a Maxout
 * layer: its units); g is the gain. Formulas are those of torch.nn.init.
 *
 * | scheme | law | variance |
 * |---|---|---|
 * | normal, uniform | N(0, (g scale)²), U(−g scale, g scale) | (g scale)², (g scale)² / 3 |
 * | xavier_normal, xavier_uniform | Glorot & Bengio 2010 | g² 2 / (fan_in + fan_out) |
 * | he_normal_fan_in, he_uniform_fan_in | He et al. 2015; g = √2 unless given | g² / fan_in |
 * | he_normal_fan_out, he_uniform_fan_out | the same | g² / fan_out |
 * | he_fan_in, he_fan_out | normal, ReLU's √2 in it already | g² 2 / fan_in, g² 2 / fan_out |
 * | lecun_normal, lecun_uniform | LeCun et al. 1998 | g² / fan_in |
 * | torch_linear_default | U(−g/√fan_in, g/√fan_in) | g² / (3 fan_in) |
 * | orthogonal | Saxe et al. 2014: W Wᵀ or Wᵀ W is g² I, the smaller of the two | g² / max(fan_in, fan_out) |
 */
export type InitializationScheme =
  | 'normal'
  | 'uniform'
  | 'xavier_normal'
  | 'xavier_uniform'
  | 'he_normal_fan_in'
  | 'he_normal_fan_out'
  | 'he_uniform_fan_in'
  | 'he_uniform_fan_out'
  | 'he_fan_in'
  | 'he_fan_out'
  | 'lecun_normal'
  | 'lecun_uniform'
  | 'torch_linear_default'
  | 'orthogonal'

export interface InitializationSpec {
  scheme: InitializationScheme
  /** Schemes 'normal' (standard deviation) and 'uniform' (bound); 0.1 unless given. */
  scale?: number
  /**
   * Multiplies every weight drawn. 'measured': 1 / √E f(Z)², Z ~ N(0, 1), for the function f that follows the layer
   * (batch_norm and dropout may stand between), measured by its kernels; 1 where none follows. With lecun_normal it
   * keeps the mean square of the pre-activations, whatever the function.
   */
  gain?: number | 'measured'
  /** Initial bias of every dense and Maxout layer but the last, whose is 0; 0 unless given. */
  bias?: number
}

/**
 * Before training starts, every hidden dense layer in turn learns to represent the outputs of the layers below it over
 * the training rows, without labels (Hinton, Osindero & Teh 2006; Bengio et al. 2007). It starts from the weights drawn
 * and replaces them; Maxout layers and the last layer keep theirs. No step is counted.
 *
 * - autoencoder: the layer with what follows it up to the next weights, and above it a linear decoder with weights of its
 *   own (untied); mean squared error, Adam.
 * - rbm: Bernoulli units and one step of contrastive divergence (Hinton 2002), by plain gradient steps. The layer needs a
 *   bias and a sigmoid right after it. Inputs that leave [0, 1] are mapped onto it column by column, and the map is folded
 *   into the weights.
 */
export interface PretrainingSpec {
  method: 'autoencoder' | 'rbm'
  /** Passes over the training rows, per layer. */
  epochs: number
  /** 0.01 (autoencoder) or 0.1 (rbm) unless given. */
  learning_rate?: number
  /** 32 unless given; at least 2. */
  batch_size?: number
}

export type DatasetName = 'circle' | 'xor' | 'gaussians' | 'spiral' | 'moons' | 'curve' | 'digits'

export interface DatasetSpec {
  name: DatasetName
  /** Points in all, training and test; digits always have 1,797. */
  size?: number
  noise?: number
  /** Fraction of the points used for training. */
  split?: number
}

export interface NetworkSpec {
  inputs: number
  layers: LayerSpec[]
  loss: Loss
  /** huber only: delta, 1 unless given. */
  loss_parameters?: { delta?: number }
  optimizer: OptimizerSpec
  schedule?: ScheduleSpec
  batch_size: number
  /** Rows in a new order in every epoch; else in their own. Batches are always full and wrap over the end. */
  shuffle?: boolean
  l1?: number
  /** All gradients together are scaled down to this norm where theirs is larger; 0: never. */
  clip_norm?: number
  /**
   * A whole number from 0 to 2³² − 1; 1 unless given. It decides every draw: PCG32 (M. E. O'Neill 2014, PCG-XSH-RR 64/32),
   * with one stream each for data, split, order, weights, sampled activations, dropout and pre-training, so that a
   * change of one moves no draw of another (cpp/math/random.h). There is no other source of chance.
   */
  seed?: number
  initialization?: InitializationSpec
  pretraining?: PretrainingSpec
  dataset?: DatasetSpec
}

/** Row-major; y: rows × outputs, or labels: rows. */
export interface TrainingData {
  x: Float32Array
  rows: number
  y?: Float32Array
  labels?: Int32Array
}

/** What one activation (or Maxout) layer does with the training data, in evaluation mode. */
export interface LayerProbe {
  /** Index in spec.layers. */
  layer: number
  /** Fraction of the pre-activations in each bin of [low, high), and what lies outside. */
  histogram: Float32Array
  below: number
  above: number
  /** Mean of |f′| over rows and units. This and the next three are NaN for functions of rows, which have no f′. */
  meanSlope: number
  /** Fractions of the pre-activations beyond the function's own saturation ends. */
  saturatedLeft: number
  saturatedRight: number
  /** Fraction of units whose slope is exactly zero for every training row. */
  dead: number
  /** Mean and variance of the activations (the layer's outputs). */
  mean: number
  variance: number
  /** Frobenius norm of dLoss/d(pre-activation) over all training rows, loss averaged over them. */
  gradientNorm: number
  /** Learned parameters, one value per channel. */
  parameters: Record<string, Float32Array>
  /** Maxout only: the pieces of the unit asked for, on the line described in cpp/network/maxout.h. */
  pieces?: { slope: Float32Array; intercept: Float32Array }
}

export interface ProbeOptions {
  low?: number
  high?: number
  bins?: number
  /** The unit whose pieces a Maxout layer reports. */
  unit?: number
}

export interface Probe {
  step: number
  rows: number
  low: number
  high: number
  layers: LayerProbe[]
  train: Score
  /** Null where the data has no test part. */
  test: Score | null
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
  predict(x: Float32Array): Float32Array
  weights(): Record<string, Float32Array>
  setWeights(weights: Record<string, Float32Array>): void
  /** Of the loss of the last trained batch, without penalties and clipping; none for running statistics. */
  gradients(): Record<string, Float32Array>
  probe(options?: ProbeOptions): Probe
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
  boundary(grid: Grid): Float32Array
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
  evaluate(id: string, x: Float32Array, parameters?: Parameters): Evaluation
  /** Functions of rows: softmax and its kin, gated functions, Maxout. */
  rows(id: string, request: RowsRequest): Rows
  properties(id: string, parameters?: Parameters): Properties
  network(spec: NetworkSpec, data?: TrainingData): Network
  /**
   * The network that save() wrote: it goes on to the bit, on any machine. Data that was given by hand must be given again.
   * Refused: a damaged, cut or foreign file ('damaged_file', 'foreign_file'), one of another version ('unknown_version'),
   * and other data than the network was trained on ('data').
   */
  load(file: Uint8Array, data?: TrainingData): Network
}

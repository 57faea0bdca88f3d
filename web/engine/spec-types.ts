// How a network is described: layers, loss, optimiser, initial weights, data. Same spec, same bits, everywhere.
//
// What is wrong in a spec is an ActivationPlaygroundError: 'missing_field', 'wrong_type', 'out_of_range',
// 'unknown_field', 'unknown_value', 'unknown_activation', 'unknown_parameter' for one field; 'shape' and 'data' where
// spec and data do not fit; 'conflict' where two fields do not; 'too_large' for memory; 'diverged' where pre-training
// left the finite numbers. Its path is the field's. Whole numbers and ranges are checked by cpp/network/spec.cpp.

import type { Parameters } from './types.js'

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

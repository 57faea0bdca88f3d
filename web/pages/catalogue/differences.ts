// Where frameworks mean different things by one name, and who means what. The figures are computed from the kernels:
// only names and parameters stand here. Sources: the frameworks' own code and documentation.

import type { Side } from '../../elements/difference.js'
import type { Kink } from '../../elements/activation-kink.js'
import { measured } from '../../elements/measured.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'

/** A convention for the whole function. */
export interface FunctionSide extends Side {
  who: string
}

/** A convention for the slope at one point: the kernel's own, a limit of it, or the mean of both limits. */
export interface PointSide {
  who: string
  take: 'at' | 'left' | 'right' | 'mean'
}

export type Difference =
  | { key: DifferenceKey; what: 'function'; functions: readonly string[]; sides: readonly FunctionSide[] }
  | {
      key: DifferenceKey
      what: 'point'
      functions: readonly [string]
      parameters: Parameters
      x: number
      sides: readonly PointSide[]
    }

export type DifferenceKey =
  | 'gelu'
  | 'leaky_slope'
  | 'prelu_first'
  | 'hard_sigmoid'
  | 'sinc'
  | 'relu_at_0'
  | 'leaky_at_0'
  | 'elu_at_0'
  | 'hard_tanh_at_1'
  | 'hard_swish_at_minus_3'

export const DIFFERENCES: readonly Difference[] = [
  {
    key: 'gelu',
    what: 'function',
    functions: ['gelu', 'gelu_tanh'],
    sides: [
      { id: 'gelu', who: 'torch.nn.GELU, tf.nn.gelu, keras.activations.gelu, ONNX Gelu' },
      { id: 'gelu_tanh', who: 'jax.nn.gelu, keras.ops.gelu' },
    ],
  },
  {
    key: 'leaky_slope',
    what: 'function',
    functions: ['leaky_relu'],
    sides: [
      { id: 'leaky_relu', parameters: { negative_slope: 0.01 }, who: 'PyTorch, JAX, ONNX' },
      {
        id: 'leaky_relu',
        parameters: { negative_slope: 0.2 },
        who: 'tf.nn.leaky_relu, keras.activations.leaky_relu',
      },
      { id: 'leaky_relu', parameters: { negative_slope: 0.3 }, who: 'keras.layers.LeakyReLU' },
    ],
  },
  {
    key: 'prelu_first',
    what: 'function',
    functions: ['prelu'],
    sides: [
      { id: 'prelu', parameters: { a: 0.25 }, who: 'torch.nn.PReLU' },
      { id: 'prelu', parameters: { a: 0 }, who: 'keras.layers.PReLU' },
    ],
  },
  {
    key: 'hard_sigmoid',
    what: 'function',
    functions: ['hard_sigmoid', 'hard_sigmoid_linear'],
    sides: [
      { id: 'hard_sigmoid', who: 'PyTorch, Keras 3, JAX' },
      { id: 'hard_sigmoid_linear', parameters: { alpha: 0.2, beta: 0.5 }, who: 'ONNX, Keras 2' },
      { id: 'hard_sigmoid_linear', parameters: { alpha: 0.25, beta: 0.5 }, who: 'Gulcehre et al. 2016' },
    ],
  },
  {
    key: 'sinc',
    what: 'function',
    functions: ['sinc'],
    sides: [
      { id: 'sinc', who: 'sin x / x' },
      { id: 'sinc', scale: Math.PI, who: 'torch.sinc, jax.numpy.sinc' },
    ],
  },
  {
    key: 'relu_at_0',
    what: 'point',
    functions: ['relu'],
    parameters: {},
    x: 0,
    sides: [
      { take: 'at', who: 'torch.relu, jax.nn.relu' },
      { take: 'mean', who: 'torch.maximum(x, 0)' },
      { take: 'right', who: 'torch.clamp(x, min=0)' },
    ],
  },
  {
    key: 'leaky_at_0',
    what: 'point',
    functions: ['leaky_relu'],
    parameters: { negative_slope: 0.01 },
    x: 0,
    sides: [
      { take: 'at', who: 'PyTorch' },
      { take: 'right', who: 'JAX' },
    ],
  },
  {
    key: 'elu_at_0',
    what: 'point',
    functions: ['elu'],
    parameters: { alpha: 2 },
    x: 0,
    sides: [
      { take: 'at', who: 'PyTorch, JAX' },
      { take: 'right', who: 'ONNX' },
    ],
  },
  {
    key: 'hard_tanh_at_1',
    what: 'point',
    functions: ['hard_tanh'],
    parameters: {},
    x: 1,
    sides: [
      { take: 'at', who: 'torch.nn.Hardtanh' },
      { take: 'left', who: 'torch.clamp, jax.nn.hard_tanh' },
    ],
  },
  {
    key: 'hard_swish_at_minus_3',
    what: 'point',
    functions: ['hard_swish'],
    parameters: {},
    x: -3,
    sides: [
      { take: 'at', who: 'PyTorch 2.7, JAX' },
      { take: 'right', who: 'PyTorch 1.13' },
    ],
  },
]

/** Those that concern a function, and whose functions the catalogue has, with these parameters. */
export function differencesOf(id: string, catalogue: readonly ActivationInfo[]): Difference[] {
  const has = (other: string, parameters: Parameters = {}) => {
    const info = catalogue.find((entry) => entry.id === other)
    return (
      Object.keys(parameters).every((name) => info?.parameters.some((entry) => entry.name === name)) && info
    )
  }
  return DIFFERENCES.filter(
    (difference) =>
      difference.functions.includes(id) &&
      (difference.what === 'point'
        ? has(id, difference.parameters)
        : difference.sides.every((side) => has(side.id, side.parameters))),
  )
}

/** The two slopes at the point, by the limits that the engine measures. */
export function kinkOf(
  engine: Engine,
  { functions: [id], parameters, x, sides }: Extract<Difference, { what: 'point' }>,
  versus: number,
): Kink {
  const jump = measured(engine, id, parameters).slopeJumps.find((entry) => Math.abs(entry.x - x) < 1e-6)
  const at = engine.evaluate(id, Float32Array.of(x), parameters).slope[0]
  const { left = at, right = at } = jump ?? {}
  const slopes = { at, left, right, mean: (left + right) / 2 }
  const named = (side: PointSide) => ({ name: side.who, slope: slopes[side.take] })
  return { id, parameters, x, slopes: [named(sides[0]), named(sides[versus])] }
}

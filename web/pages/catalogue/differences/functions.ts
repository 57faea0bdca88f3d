// One name, two functions. Sources: the frameworks' own code and documentation.

import type { Side } from '../../../elements/difference/sides.js'
import type { FunctionDifference } from './types.js'

/** SELU's constants of Klambauer et al. 2017, in all digits of float64. */
export const SELU = { alpha: 1.6732632423543772, lambda: 1.0507009873554805 }
/** The defaults of ONNX, digit by digit: the nearest float32. */
const onnxSelu = { alpha: 1.67326319217681884765625, lambda: 1.05070102214813232421875 }

const seluWith = ({ alpha, lambda }: typeof SELU): Side => ({
  at: 0,
  below: { id: 'elu', factor: lambda * alpha },
  above: { id: 'identity', factor: lambda },
})

/** ln(1 + e^βx)/β = x + ln(1 + e^−βx)/β: for large x the second term keeps what the first form rounds away. */
const softplusTail = (beta: number): Side => ({
  sum: [{ id: 'identity' }, { id: 'softplus', parameters: { beta }, scale: -1 }],
})

/** x itself from βx > 20 on. */
function softplusWithThreshold(beta: number) {
  const at = 20 / beta
  const exact = softplusTail(beta)
  return {
    who: `torch.nn.Softplus(beta=${beta})`,
    how: 'threshold' as const,
    at,
    below: exact,
    above: { id: 'identity' },
    against: exact,
    range: { low: 0.8 * at, high: 1.4 * at },
  }
}

const shrinkSides = (id: 'hard_shrink' | 'soft_shrink', name: string): FunctionDifference => ({
  key: `${id}_sides`,
  what: 'function',
  functions: [id],
  sides: [
    { id, parameters: { lambd: 0.5 }, who: `torch.nn.${name}` },
    { id, parameters: { lambd: 0.5 }, who: `tfa.activations.${name.toLowerCase()}` },
    {
      at: 0,
      below: { id, parameters: { lambd: 1 } },
      above: { id, parameters: { lambd: 0.5 } },
      who: `tfa.activations.${name.toLowerCase()}(lower=-1, upper=0.5)`,
    },
  ],
})

export const FUNCTION_DIFFERENCES: readonly FunctionDifference[] = [
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
      { id: 'sinc', scale: Math.PI, who: 'torch.sinc, keras.ops.sinc, jax.numpy.sinc' },
    ],
  },
  {
    key: 'silu_beta',
    what: 'function',
    functions: ['silu', 'swish'],
    sides: [
      { id: 'silu', who: 'torch.nn.SiLU, keras.activations.silu, jax.nn.silu' },
      { id: 'swish', parameters: { beta: 1 }, who: 'tf.nn.silu, ONNX Swish' },
      { id: 'swish', parameters: { beta: 2 }, who: 'tf.nn.silu(beta=2), ONNX Swish(alpha=2)' },
    ],
  },
  {
    key: 'softplus_tail',
    what: 'function',
    functions: ['softplus'],
    sides: [
      { ...softplusTail(1), who: 'Keras, JAX, TensorFlow, ONNX', how: 'exact' },
      softplusWithThreshold(1),
      softplusWithThreshold(2),
      softplusWithThreshold(0.5),
    ],
  },
  {
    key: 'selu_constants',
    what: 'function',
    functions: ['selu'],
    sides: [
      { ...seluWith(SELU), who: 'PyTorch, Keras, JAX', how: 'inFull' },
      {
        ...seluWith(onnxSelu),
        who: 'ONNX',
        how: 'rounded',
        constants: [
          { name: 'α', first: SELU.alpha, second: onnxSelu.alpha },
          { name: 'λ', first: SELU.lambda, second: onnxSelu.lambda },
        ],
      },
    ],
  },
  {
    key: 'hard_shrink_bias',
    what: 'function',
    functions: ['hard_shrink', 'shrink'],
    sides: [
      { id: 'hard_shrink', parameters: { lambd: 0.5 }, who: 'torch.nn.Hardshrink' },
      { id: 'shrink', parameters: { lambd: 0.5, bias: 0 }, who: 'ONNX Shrink' },
      { id: 'shrink', parameters: { lambd: 0.5, bias: 0.5 }, who: 'ONNX Shrink' },
    ],
  },
  {
    key: 'soft_shrink_bias',
    what: 'function',
    functions: ['soft_shrink', 'shrink'],
    sides: [
      { id: 'soft_shrink', parameters: { lambd: 0.5 }, who: 'torch.nn.Softshrink' },
      { id: 'shrink', parameters: { lambd: 0.5, bias: 0 }, who: 'ONNX Shrink' },
      { id: 'shrink', parameters: { lambd: 0.5, bias: 0.5 }, who: 'ONNX Shrink' },
    ],
  },
  shrinkSides('hard_shrink', 'Hardshrink'),
  shrinkSides('soft_shrink', 'Softshrink'),
  {
    key: 'elu_docstring',
    what: 'function',
    functions: ['elu'],
    sides: [
      { id: 'elu', parameters: { alpha: 2 }, who: 'keras.activations.elu' },
      {
        at: 0,
        below: { id: 'exponential', factor: 2, shift: -1 },
        above: { id: 'identity' },
        who: 'alpha * exp(x) - 1',
        how: 'docstring',
      },
    ],
  },
]

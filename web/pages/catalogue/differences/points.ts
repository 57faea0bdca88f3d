// One point at which conventions may take different slopes or values. Sources: the frameworks' own code, and PyTorch
// 1.13 as measured.

import type { Kink } from '../../../elements/activation-kink.js'
import { measured } from '../../../elements/measured.js'
import type { Engine } from '../../../engine/types.js'
import type { PointDifference, PointSide } from './types.js'

const relu6At = (key: 'relu6_at_0' | 'relu6_at_6', x: number): PointDifference => ({
  key,
  what: 'point',
  of: 'slope',
  functions: ['relu6'],
  parameters: {},
  x,
  sides: [
    { take: 'at', who: 'torch.nn.ReLU6' },
    { take: 'at', who: 'jax.nn.relu6' },
  ],
})

export const POINT_DIFFERENCES: readonly PointDifference[] = [
  {
    key: 'relu_at_0',
    what: 'point',
    of: 'slope',
    functions: ['relu'],
    parameters: {},
    x: 0,
    sides: [
      { take: 'at', who: 'torch.relu, jax.nn.relu' },
      { take: 'mean', who: 'torch.maximum(x, 0)' },
      { take: 'right', who: 'torch.clamp(x, min=0)' },
    ],
  },
  relu6At('relu6_at_0', 0),
  relu6At('relu6_at_6', 6),
  {
    key: 'leaky_at_0',
    what: 'point',
    of: 'slope',
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
    of: 'slope',
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
    of: 'slope',
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
    of: 'slope',
    functions: ['hard_swish'],
    parameters: {},
    x: -3,
    sides: [
      { take: 'at', who: 'PyTorch 2.7, JAX' },
      { take: 'right', who: 'PyTorch 1.13' },
    ],
  },
  {
    key: 'hard_swish_at_3',
    what: 'point',
    of: 'slope',
    functions: ['hard_swish'],
    parameters: {},
    x: 3,
    sides: [
      { take: 'at', who: 'PyTorch 2.7, JAX' },
      { take: 'left', who: 'PyTorch 1.13', how: 'oneElement' },
      { take: 'right', who: 'PyTorch 1.13', how: 'lanes' },
    ],
  },
  {
    key: 'threshold_at_theta',
    what: 'point',
    of: 'value',
    functions: ['thresholded_relu'],
    parameters: { theta: 1 },
    x: 1,
    sides: [
      { take: 'at', who: 'ONNX ThresholdedRelu', how: 'default1' },
      { take: 'at', who: 'keras.layers.ThresholdedReLU (Keras 2)', how: 'default1' },
      { take: 'at', who: 'torch.nn.Threshold(1, 0)', how: 'noDefault' },
    ],
  },
]

const reach = 2.5

/** What two conventions take at the point, by the limits that the engine measures. */
export function kinkOf(
  engine: Engine,
  { functions: [id], parameters, of, x, sides }: PointDifference,
  versus: number,
  nameOf: (side: PointSide) => string,
): { kink: Kink; limits: { left: number; right: number } } {
  const { slopeJumps, valueJumps } = measured(engine, id, parameters)
  const jump = (of === 'slope' ? slopeJumps : valueJumps).find((entry) => Math.abs(entry.x - x) < 1e-6)
  const at = engine.evaluate(id, Float32Array.of(x), parameters)[of][0]
  const { left = at, right = at } = jump ?? {}
  const values = { at, left, right, mean: (left + right) / 2 }
  const taken = [sides[0], sides[versus]].map((side) => ({ name: nameOf(side), value: values[side.take], x }))
  return {
    kink: { id, parameters, x, reach, of, at: String(x).replace('-', '−'), taken },
    limits: { left, right },
  }
}

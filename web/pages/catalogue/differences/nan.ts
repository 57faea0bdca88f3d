// What comes of NaN. Here NaN gives NaN, and its slope is NaN. Where PyTorch compares, NaN is not less, not greater and
// not equal, so one branch or the other is taken; elements that fill SIMD lanes may be compared the other way round from
// those that do not. Measured with PyTorch 1.13, float32, x86-64: one element, and all of 16.

import type { Kink } from '../../../elements/activation-kink.js'
import type { Engine } from '../../../engine/types.js'
import type { NanDifference, NanSide } from './types.js'

const alone: Readonly<Record<string, number>> = {
  relu: 1,
  leaky_relu: -1,
  prelu: -1,
  rrelu: -1,
  relu6: 1,
  hard_tanh: 0,
  hard_sigmoid: 4,
  hard_swish: 4,
  hard_shrink: 2,
  soft_shrink: 2,
  threshold: 2,
  thresholded_relu: 2,
  elu: 1,
  selu: 1,
  celu: 1,
  signum: 0,
  absolute: 0,
}

const inLanes: Readonly<Record<string, number>> = {
  ...alone,
  relu6: -1,
  hard_tanh: 2,
  hard_swish: NaN,
  hard_shrink: 0,
  soft_shrink: 0,
  elu: NaN,
  selu: NaN,
  celu: NaN,
}

/** NaN becomes a value there: that of the branch at this x. */
const valueLost: Readonly<Record<string, number>> = { signum: 0, soft_shrink: 0 }

export const NAN_DIFFERENCES: readonly NanDifference[] = [
  {
    key: 'nan',
    what: 'nan',
    functions: Object.keys(alone),
    sides: [
      { who: '', how: 'here', branch: null },
      { who: 'PyTorch 1.13', how: 'oneElement', branch: alone },
      { who: 'PyTorch 1.13', how: 'lanes', branch: inLanes },
    ],
  },
]

const reach = 5

/** By the kernel: at NaN, and on the branch that is taken elsewhere. */
export function nanOf(
  engine: Engine,
  id: string,
  [first, second]: readonly [NanSide, NanSide],
  nameOf: (side: NanSide) => string,
): { kink: Kink; values: [number, number] } {
  const at = ({ branch }: NanSide) => branch?.[id] ?? NaN
  const { slope } = engine.evaluate(id, Float32Array.of(at(first), at(second)))
  const taken = [first, second].map((side, k) => ({ name: nameOf(side), value: slope[k], x: at(side) }))
  const lost = second.branch ? (valueLost[id] ?? NaN) : NaN
  const { value } = engine.evaluate(id, Float32Array.of(NaN, lost))
  return {
    kink: { id, parameters: {}, x: 0, reach, of: 'slope', at: 'NaN', taken },
    values: [value[0], value[1]],
  }
}

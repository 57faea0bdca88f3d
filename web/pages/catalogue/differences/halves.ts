// Which half of a row gates the other. Sources: the frameworks' code, Shazeer 2020 (GLU variants), the code of LLaMA.

import type { FunctionSide, HalvesDifference, HalvesSide } from './types.js'

export const HALVES_DIFFERENCES: readonly HalvesDifference[] = [
  {
    key: 'halves',
    what: 'halves',
    kind: 'gated',
    other: 1,
    sides: [
      { who: 'torch.nn.GLU, keras.activations.glu, jax.nn.glu', how: 'gateSecond', gate: 'second' },
      { who: 'ONNX SwiGLU, LLaMA, Shazeer 2020', how: 'gateFirst', gate: 'first' },
    ],
  },
]

/** As a function of the first half, the second held. */
export const halvesSide = (
  id: string,
  { who, how, gate }: HalvesSide,
  { other }: HalvesDifference,
): FunctionSide => ({ id, row: { other, gate }, who, ...(how && { how }) })

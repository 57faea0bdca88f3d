// Softsign's slope as automatic differentiation puts it together: x / (1 + |x|) is a quotient, so its slope is the
// difference of two nearly equal terms, 1 / (1 + |x|) − |x| / (1 + |x|)². The kernel has 1 / (1 + |x|)² at once.

import type { ErrorGrowth } from '../../../elements/activation-error-growth.js'
import type { Engine } from '../../../engine/types.js'
import type { ArithmeticDifference, ArithmeticSide } from './types.js'

export const ARITHMETIC_DIFFERENCES: readonly ArithmeticDifference[] = [
  {
    key: 'softsign_slope',
    what: 'arithmetic',
    functions: ['softsign'],
    sides: [
      { who: '', how: 'here', arithmetic: null },
      { who: 'torch.nn.Softsign', how: 'float64', arithmetic: 'float64' },
      { who: 'torch.nn.Softsign', how: 'float32', arithmetic: 'float32' },
    ],
  },
]

type Arithmetic = NonNullable<ArithmeticSide['arithmetic']>

const ROUND: Readonly<Record<Arithmetic, (value: number) => number>> = {
  float32: Math.fround,
  float64: Number,
}
/** Half a step at 1. */
export const ROUNDING: Readonly<Record<Arithmetic, number>> = { float32: 2 ** -24, float64: 2 ** -53 }

/** In the order and with the roundings of PyTorch's backward pass, for x ≥ 0. */
function autogradSlope(x: number, arithmetic: Arithmetic): number {
  const round = ROUND[arithmetic]
  const below = round(1 + x)
  const throughAbove = round(1 / below)
  const throughBelow = round(round(x / below) / below)
  return round(throughAbove - throughBelow)
}

const exactSlope = (x: number): number => (1 + x) ** -2

const perDecade = 8
const decades = 16
/** Errors are noise: each point is the largest of this many about it. */
const samples = 16

export function growthOf(
  engine: Engine,
  id: string,
  sides: readonly [ArithmeticSide, ArithmeticSide],
  nameOf: (side: ArithmeticSide) => string,
): ErrorGrowth {
  const centres = Array.from({ length: perDecade * decades + 1 }, (_, i) => 10 ** (i / perDecade))
  const x = Float32Array.from(
    centres.flatMap((at) =>
      Array.from({ length: samples }, (_, k) => at * 10 ** ((k - samples / 2) / (samples * perDecade))),
    ),
  )
  const kernel = engine.evaluate(id, x).slope
  const lines = sides.map((side) => {
    const slopeAt = (at: number, i: number) =>
      side.arithmetic ? autogradSlope(at, side.arithmetic) : kernel[i]
    const errors = Array.from(x, (at, i) => Math.abs(slopeAt(at, i) / exactSlope(at) - 1))
    const error = centres.map((_, i) => Math.max(...errors.slice(i * samples, (i + 1) * samples)))
    return { name: nameOf(side), error }
  })
  return { x: centres, lines }
}

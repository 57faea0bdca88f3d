// What a widely read guide prints of a function and the kernels measure otherwise: “Visualising Activation Functions in
// Neural Networks” (dashee87.github.io, 2017; read as of November 2018). Copied here as printed.

import { SELU } from './functions.js'
import type { FunctionDifference, Printed, PrintedDifference } from './types.js'

const guide = 'dashee87.github.io'

const range = (text: string, low: number, high: number, of: 'value' | 'slope' = 'value'): Printed => ({
  property: 'range',
  of,
  low,
  high,
  text,
})

const misprinted = (id: string, ...all: readonly Printed[]): PrintedDifference => ({
  key: `guide_${id}`,
  what: 'printed',
  functions: [id],
  sides: [{ who: '', how: 'measured', printed: null }, ...all.map((printed) => ({ who: guide, printed }))],
})

export const PRINTED_DIFFERENCES: readonly PrintedDifference[] = [
  misprinted('arctan', { property: 'not monotone' }, { property: 'even' }),
  misprinted('symmetric_sigmoid', range('(-1, -1)', -1, -1), { property: 'even' }),
  misprinted('tanh', range('(-1, -1)', -1, -1)),
  misprinted('softsign', range('(0, ∞)', 0, Infinity)),
  misprinted('sinusoid', range('[-1, -1]', -1, -1), range('[-1, -1]', -1, -1, 'slope')),
  misprinted('cosine', range('[-1, -1]', -1, -1), range('[-1, -1]', -1, -1, 'slope')),
  misprinted('gaussian', range('(-∞, ∞)', -Infinity, Infinity, 'slope')),
  misprinted('prelu', range('[0, ∞) α ≥ 0', 0, Infinity)),
  misprinted('rrelu', range('[0, ∞) α ≥ 0', 0, Infinity)),
  misprinted('elu', range('[0, ∞) α ≥ 0', 0, Infinity), {
    property: 'smooth',
    text: 'C⁰ (iff α ≠ 1)',
    at: 0,
    parameter: 'alpha',
    values: [1, 2],
  }),
]

/** Misprinted formulas are functions of their own. */
export const MISPRINTED_FUNCTIONS: readonly FunctionDifference[] = [
  {
    key: 'lecun_tanh_factor',
    what: 'function',
    functions: ['lecun_tanh'],
    sides: [
      { id: 'lecun_tanh', who: 'LeCun et al. 1998: 1.7159 tanh(2x/3)' },
      { id: 'tanh', scale: 2 / 3, factor: 1.7519, who: `${guide}: 1.7519 tanh(2x/3)` },
    ],
  },
  {
    key: 'selu_slope',
    what: 'function',
    functions: ['selu'],
    sides: [
      { id: 'selu', of: 'slope', who: 'f′ = f + λα' },
      {
        at: 0,
        below: { id: 'selu', factor: SELU.lambda, shift: SELU.lambda * SELU.alpha },
        above: { id: 'selu', of: 'slope' },
        who: `${guide}: f′ = λ(f + α)`,
      },
    ],
  },
]

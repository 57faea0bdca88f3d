// What the conventions that disagree come to, worked out again: from closed forms, from what PyTorch 1.13 answered, and
// from the package's kernels by another road than the page's. By difference, for each choice of its switch.

import type { Engine } from '../../web/engine/types'

/** Texts that the statement has to hold; a kind of disagreement for each function that it concerns. */
export type Expected = (engine: Engine, id: string) => readonly (readonly string[])[]

export interface Convention {
  functions: readonly string[]
  expected: Expected
}

const superscript = (exponent: number): string =>
  String(exponent).replace(/./g, (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]))

/** As the page writes a number: three figures without idle zeros. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  const size = Math.abs(value)
  if (size > 0 && (size < 1e-3 || size >= 1e5)) {
    const [digits, exponent] = value.toExponential(1).split('e')
    return `${Number(digits)} × 10${superscript(Number(exponent))}`.replace('-', '−')
  }
  const decimals = size === 0 ? 0 : Math.max(0, Math.min(4, 2 - Math.floor(Math.log10(size))))
  return String(Number(value.toFixed(decimals))).replace('-', '−')
}

const same = (...texts: string[]): string[] => texts
const apart = (difference: number, x: number | string): string =>
  `${shown(Math.abs(difference))} at x = ${String(x).replace('-', '−')}.`
const agree = '8,001 points'

const at = (engine: Engine, id: string, x: number, parameters = {}): number =>
  engine.evaluate(id, Float32Array.of(x), parameters).value[0]

/** The first place of [−5, 5] where two functions of one number are, but for rounding, farthest apart. */
function farthest(first: (x: number) => number, second: (x: number) => number): string {
  const grid = Array.from({ length: 8001 }, (_, i) => -5 + i / 800)
  const differences = grid.map((x) => Math.abs(first(x) - second(x)))
  const most = Math.max(...differences)
  const where = grid[differences.findIndex((difference) => difference >= most * (1 - 1e-6))]
  return apart(most, Number(where.toFixed(2)))
}

const point = (name: string, taken: readonly (readonly [number, number])[]): string[][] =>
  taken.map(([a, b]) => [
    a === b
      ? `They agree: ${name} is ${shown(a)}.`
      : `${name} is ${shown(a)} or ${shown(b)}, ${shown(Math.abs(a - b))} apart`,
  ])

const one = (id: string, ...expected: string[][]): Convention => ({
  functions: [id],
  expected: () => expected,
})

const [alpha, lambda] = [1.6732632423543772, 1.0507009873554805]

/** Slopes at NaN of PyTorch 1.13: of one element, and of 16. */
const torchNan: Readonly<Record<string, readonly [number, number]>> = {
  relu: [1, 1],
  leaky_relu: [0.01, 0.01],
  prelu: [0.25, 0.25],
  rrelu: [0.229, 0.229],
  relu6: [1, 0],
  hard_tanh: [1, 0],
  hard_sigmoid: [0, 0],
  hard_swish: [1, NaN],
  hard_shrink: [1, 0],
  soft_shrink: [1, 0],
  threshold: [1, 1],
  thresholded_relu: [1, 1],
  elu: [1, NaN],
  selu: [1.05, NaN],
  celu: [1, NaN],
  signum: [0, 0],
  absolute: [0, 0],
}

const gated = ['glu', 'gtu', 'bilinear_glu', 'reglu', 'geglu', 'geglu_tanh', 'swiglu']

function halves(engine: Engine, id: string): string[][] {
  const gateSecond = (x: number) =>
    engine.rows(id, { x: Float32Array.of(x, 1), rows: 1, columns: 2 }).value[0]
  const gateFirst = (x: number) => engine.rows(id, { x: Float32Array.of(1, x), rows: 1, columns: 2 }).value[0]
  // A product of two halves does not care which is which.
  return [id === 'bilinear_glu' ? same(agree) : same(farthest(gateSecond, gateFirst), 'The row is (x, 1).')]
}

/** The largest relative error about 10⁴ of 1 / (1 + x) − x / (1 + x)², rounded at every step. */
export function autogradError(round: (value: number) => number): number {
  let worst = 0
  for (let k = -8; k < 8; k++) {
    const x = Math.fround(10 ** (4 + k / 128))
    const below = round(1 + x)
    const slope = round(round(1 / below) - round(round(x / below) / below))
    worst = Math.max(worst, Math.abs(slope * (1 + x) ** 2 - 1))
  }
  return worst
}

const outside = (share: number, measured: string): string[] =>
  same(`Measured: ${measured}.`, `${share} % of [−5, 5]`)

export const CONVENTIONS: Readonly<Record<string, Convention>> = {
  gelu: {
    functions: ['gelu', 'gelu_tanh'],
    expected: (engine) => [
      [
        farthest(
          (x) => at(engine, 'gelu', x),
          (x) => at(engine, 'gelu_tanh', x),
        ),
      ],
    ],
  },
  leaky_slope: one('leaky_relu', same(apart(5 * 0.19, -5)), same(apart(5 * 0.29, -5))),
  prelu_first: one('prelu', same(apart(5 * 0.25, -5))),
  hard_sigmoid: {
    functions: ['hard_sigmoid', 'hard_sigmoid_linear'],
    expected: () => [same(apart(1 / 12, -2.5)), same(apart(1 / 6, -2))],
  },
  sinc: {
    functions: ['sinc'],
    expected: () => [
      [
        farthest(
          (x) => (x ? Math.sin(x) / x : 1),
          (x) => (x ? Math.sin(Math.PI * x) / (Math.PI * x) : 1),
        ),
      ],
    ],
  },
  silu_beta: {
    functions: ['silu', 'swish'],
    expected: (engine) => [
      same('2 steps, which is rounding'),
      [
        farthest(
          (x) => at(engine, 'silu', x),
          (x) => at(engine, 'silu', 2 * x) / 2,
        ),
      ],
    ],
  },
  softplus_tail: one(
    'softplus',
    ...[1, 2, 0.5].map((beta) =>
      same(apart(Math.log1p(Math.exp(-20)) / beta, 20 / beta), 'Rounded to float32, values are equal.'),
    ),
  ),
  selu_constants: one(
    'selu',
    same(apart(5 * (Math.fround(lambda) - lambda), 5), 'α, λ are the same numbers'),
  ),
  hard_shrink_bias: {
    functions: ['hard_shrink', 'shrink'],
    expected: () => [same(agree), same(apart(0.5, -5))],
  },
  soft_shrink_bias: {
    functions: ['soft_shrink', 'shrink'],
    expected: () => [same(apart(0.5, -5)), same(agree)],
  },
  hard_shrink_sides: one('hard_shrink', same(agree), same(apart(1, -1))),
  soft_shrink_sides: one('soft_shrink', same(agree), same(apart(0.5, -5))),
  elu_docstring: one('elu', same(apart(2 - 1, -5), 'Slopes are equal.')),
  halves: { functions: gated, expected: halves },
  relu_at_0: one(
    'relu',
    ...point('f′(0)', [
      [0, 0.5],
      [0, 1],
    ]),
  ),
  leaky_at_0: one('leaky_relu', ...point('f′(0)', [[0.01, 1]])),
  elu_at_0: one('elu', ...point('f′(0)', [[2, 1]])),
  relu6_at_0: one('relu6', ...point('f′(0)', [[0, 0]])),
  relu6_at_6: one('relu6', ...point('f′(6)', [[0, 0]])),
  hard_tanh_at_1: one('hard_tanh', ...point('f′(1)', [[0, 1]])),
  hard_swish_at_minus_3: one('hard_swish', ...point('f′(−3)', [[0, -0.5]])),
  hard_swish_at_3: one(
    'hard_swish',
    ...point('f′(3)', [
      [1, 1.5],
      [1, 1],
    ]),
  ),
  threshold_at_theta: one(
    'thresholded_relu',
    ...point('f(1)', [
      [0, 0],
      [0, 0],
    ]),
  ),
  softsign_slope: one('softsign', same('About x = 10,000'), same('About x = 10,000')),
  nan: {
    functions: Object.keys(torchNan),
    expected: (_, id) =>
      torchNan[id].map((slope) => [
        Number.isNaN(slope) ? 'f′(NaN) is NaN with both.' : `f′(NaN) is NaN here and ${shown(slope)} there.`,
        ['signum', 'soft_shrink'].includes(id) ? 'f(NaN) is 0 there' : 'f(NaN) is NaN with both.',
      ]),
  },
  lecun_tanh_factor: one('lecun_tanh', same(apart((1.7519 - 1.7159) * Math.tanh(10 / 3), -5))),
  selu_slope: one('selu', same(apart((lambda - 1) * lambda * alpha * Math.expm1(-5), -5))),
  guide_arctan: one(
    'arctan',
    same('increasing', `f′ on [−5, 5] is ${shown(1 / 26)}, not below 0`),
    same('Measured: odd.', `${shown(2 * Math.atan(5))} apart at x = −5.`),
  ),
  guide_symmetric_sigmoid: one(
    'symmetric_sigmoid',
    outside(100, 'f: (−1, 1)'),
    same('Measured: odd.', `${shown(2 * Math.tanh(2.5))} apart at x = −5.`),
  ),
  guide_tanh: one('tanh', outside(100, 'f: (−1, 1)')),
  guide_softsign: one('softsign', outside(50, 'f: (−1, 1)')),
  guide_sinusoid: one('sinusoid', same('f: [−1, 1]', '>99 %'), same('|f′| ≤ 1', '100 %')),
  guide_cosine: one('cosine', same('f: [−1, 1]', '100 %'), same('|f′| ≤ 1', '>99 %')),
  guide_gaussian: one(
    'gaussian',
    same(`|f′| ≤ ${Math.sqrt(2 / Math.E).toFixed(4)}`, 'What is printed is wider.'),
  ),
  guide_prelu: one('prelu', outside(50, 'f: (−∞, ∞)')),
  guide_rrelu: one('rrelu', outside(50, 'f: (−∞, ∞)')),
  guide_elu: one('elu', outside(50, 'f: (−1, ∞)'), same('alpha = 1: C¹; alpha = 2: C⁰')),
}

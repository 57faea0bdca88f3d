// The words of conventions that disagree, in English.

// Without a break over two lines.
const at = (x: string): string => `x\u00a0=\u00a0${x}`
const whole = '[−5,\u00a05]'

export const differenceWords = {
  differences: {
    gelu: 'Exact, or by tanh',
    leaky_slope: 'Slope left of 0, by default',
    prelu_first: 'Slope left of 0 before training',
    hard_sigmoid: 'Slope of the middle piece',
    sinc: 'With or without π',
    silu_beta: 'With a parameter β, or without',
    softplus_tail: 'Far to the right: the function, or x itself',
    selu_constants: 'The two constants',
    hard_shrink_bias: 'Shrink against Hardshrink',
    soft_shrink_bias: 'Shrink against Softshrink',
    hard_shrink_sides: 'One threshold, or one for each side',
    soft_shrink_sides: 'One threshold, or one for each side',
    elu_docstring: 'A docstring without its brackets',
    halves: 'Which half is the gate',
    relu_at_0: 'Slope at 0',
    leaky_at_0: 'Slope at 0',
    elu_at_0: 'Slope at 0, for α = 2',
    relu6_at_0: 'Slope at 0',
    relu6_at_6: 'Slope at 6',
    hard_tanh_at_1: 'Slope at 1',
    hard_swish_at_minus_3: 'Slope at −3',
    hard_swish_at_3: 'Slope at 3',
    threshold_at_theta: 'At the threshold itself, and its default',
    softsign_slope: 'The slope far out, by automatic differentiation',
    nan: 'What comes of NaN',
    lecun_tanh_factor: 'The factor, and two digits changed round',
    selu_slope: 'f′ written with f',
    guide: 'Printed in a widely read guide',
  },
  how: {
    here: 'this catalogue',
    measured: 'as measured',
    exact: 'the function',
    threshold: 'x where βx > 20',
    inFull: 'constants in full',
    rounded: 'constants rounded to float32',
    docstring: 'as its docstring prints it',
    oneElement: 'elements that fill no SIMD vector',
    lanes: 'elements in SIMD vectors',
    default1: '1 by default',
    noDefault: 'no default',
    gateSecond: 'the gate comes second',
    gateFirst: 'the gate comes first',
    float64: 'autograd in float64',
    float32: 'autograd in float32',
  },
  stated: {
    named: (who: string, what: string) => `${who}: ${what}`,
    compared: (name: string) => `${name}, compared with`,
    onRow: (other: string) => `The row is (x, ${other}).`,
    farthest: (difference: string, x: string, range: string) =>
      `Farthest apart on ${range}: ${difference} at ${at(x)}.`,
    farthestSlopes: (difference: string, x: string, range: string) =>
      `Slopes farthest apart on ${range}: ${difference} at ${at(x)}.`,
    slopesFarthest: (difference: string, x: string) => `Slopes: ${difference} at ${at(x)}.`,
    slopesEqual: 'Slopes are equal.',
    agree: (range: string, points: string) =>
      `No difference on ${range}: values and slopes are equal at ${points} points.`,
    steps: (most: number) =>
      most === 0
        ? 'Rounded to float32, values are equal.'
        : `In float32 that is at most ${most === 1 ? '1 step' : `${most} steps`}, which is rounding.`,
    constants: (names: string) =>
      `As float32, ${names} are the same numbers: in float32 there is no difference at all.`,
    kink: (name: string, first: string, second: string, difference: string) =>
      `${name} is ${first} or ${second}, ${difference} apart. Everywhere else they agree.`,
    kinkAgrees: (name: string, value: string, left: string, right: string) =>
      `They agree: ${name} is ${value}. Its limits are ${left} from the left and ${right} from the right.`,
    nan: (here: string, there: string) => `f′(NaN) is ${here} here and ${there} there.`,
    nanAgrees: 'f′(NaN) is NaN with both.',
    nanLost: (there: string) => `f(NaN) is ${there} there: the NaN is lost.`,
    nanKept: 'f(NaN) is NaN with both.',
    arithmetic: (x: string, error: string, roundings: string) =>
      `About ${at(x)}, f′ is off by ${error} of itself: ${roundings} roundings.`,
    arithmeticHere: (worst: string) => `Here, in float32, by at most ${worst} at any x shown.`,
    outside: (measured: string, share: string) =>
      `Measured: ${measured}. Outside what is printed on ${share} of ${whole}.`,
    tooWide: (measured: string) => `Measured: ${measured}. What is printed is wider.`,
    monotone: (measured: string, least: string) =>
      `Measured: ${measured}. The smallest f′ on ${whole} is ${least}, not below 0.`,
    even: (measured: string, difference: string, x: string) =>
      `Measured: ${measured}. f(x) and f(−x) are ${difference} apart at ${at(x)}.`,
    smooth: (each: string) => `Measured: ${each}.`,
  },
  printed: {
    range: (sign: string, text: string) => `${sign} in ${text}`,
    notMonotone: 'not monotone',
    even: 'symmetrical',
    smooth: (text: string) => `continuity ${text}`,
  },
}

// Every word of the catalogue in English. The Chinese file has the same keys, by type.

import { list } from '../numbers.js'
import { differenceWords } from './differences-en.js'

export const en = {
  search: (count: number) => `Search ${count} functions`,
  searchHint: 'name, id, alias or framework name',
  filters: 'Filters',
  clear: 'Clear all',
  clearSearch: 'Clear the search',
  show: (count: number) => (count === 1 ? 'Show 1 function' : `Show ${count} functions`),
  found: (count: number, all: number) => (count === all ? `${all} functions` : `${count} of ${all}`),
  axes: 'every plot [−4, 4] × [−1.5, 2.5]',
  measuringAll: (done: number, all: number) => `measuring ${done} of ${all}`,
  none: (query: string, filtered: boolean) =>
    query === ''
      ? 'No function has all of this.'
      : filtered
        ? `No function called “${query}” has all of this.`
        : `No function is called “${query}”.`,
  remove: (what: string) => `Remove the filter ${what}`,
  query: (text: string) => `“${text}”`,
  counted: (option: string, count: string) => `${option}: ${count}`,
  sort: 'Sort',
  ascending: 'Ascending: smallest first. Turn round',
  descending: 'Descending: largest first. Turn round',
  noCurve: 'no curve of one number',
  openNoCurve: 'open for its formula',
  functions: 'Functions',
  curveOf: (name: string) => `${name}: f solid, f′ dashed, over the density of N(0, 1)`,

  facets: {
    kind: 'Kind',
    left: 'Left saturation',
    right: 'Right saturation',
    smooth: 'Smoothness',
    shape: 'Shape',
    in: 'Framework',
    survey: 'Survey',
  },
  options: {
    kind: {
      elementwise: 'element-wise',
      'parametric-learned': 'learned',
      gated: 'gated',
      'row-wise': 'row-wise',
      stochastic: 'stochastic',
      pooled: 'pooled',
    },
    left: { soft: 'soft', hard: 'hard', none: 'none' },
    right: { soft: 'soft', hard: 'hard', none: 'none' },
    smooth: { 'C-inf': 'C∞', C2: 'C²', C1: 'C¹', C0: 'C⁰', discontinuous: 'jump' },
    shape: {
      monotone: 'monotone',
      bounded: 'bounded',
      odd: 'odd',
      even: 'even',
      zero: 'zero at 0',
      centred: 'zero-centred',
    },
    in: { pytorch: 'PyTorch', keras: 'Keras', jax: 'JAX', tensorflow: 'TensorFlow', onnx: 'ONNX' },
    survey: { named: 'in the survey', other: 'not in it' },
  },
  /** Outside their facet, options say which side they mean. */
  chips: {
    left: (option: string) => `left ${option}`,
    right: (option: string) => `right ${option}`,
  },
  sorts: {
    name: 'name',
    left: 'left saturation',
    right: 'right saturation',
    bounded: 'width of the range',
    monotonic: 'monotone',
    symmetry: 'symmetry',
    centred: '|E f(Z)|: zero-centred',
    variance: 'Var f(Z)',
    backward: 'E f′(Z)²',
    sparsity: 'P(f(Z) = 0)',
    smooth: 'smoothness',
    slope: 'largest slope',
    cost: 'cost, measured here',
    accuracy: 'accuracy',
    survey: 'in the survey',
    frameworks: 'number of frameworks',
  },
  monotonic: {
    none: 'no',
    'weakly increasing': 'weakly increasing',
    'strictly increasing': 'increasing',
    'weakly decreasing': 'weakly decreasing',
    'strictly decreasing': 'decreasing',
  },
  symmetry: { none: 'none', odd: 'odd', even: 'even' },
  yesNo: (yes: boolean): string => (yes ? 'yes' : 'no'),
  nanoseconds: (value: string) => `${value} ns`,
  measuring: 'measuring',
  bounds: (value: string, slope: string) => `f: ${value}, f′: ${slope} steps`,
  inFrameworks: (count: number) => (count === 1 ? 'in 1 framework' : `in ${count} frameworks`),

  sheet: {
    label: 'Function',
    close: 'Close',
    back: 'All functions',
    also: (names: string) => `also ${names}`,
    formula: 'Value and derivative',
    train: 'Train with it',
    parameters: 'Parameters',
    reset: 'Defaults',
    learned: 'learned in training',
    drawn: 'drawn anew for every element in training; here it stands still',
    properties: 'Measured properties',
    propertiesNote: 'Z ~ N(0, 1)',
    atDefaults: 'at the default parameters',
    atParameters: (list: string) => `at ${list}`,
    accuracy: 'Error in float32',
    accuracyNote: 'from the correctly rounded result',
    correct: 'correctly rounded',
    /** Of float32, as one counts from a number to the next. */
    steps: (value: string) => (value === '1' ? '≤ 1 step' : `≤ ${value} steps`),
    exact: 'exact wherever measured',
    worst: (value: string, x: string, mean: string) => `worst ${value} ULP at x = ${x}, mean ${mean}`,
    measured: (inputs: string) =>
      `Steps: from one float32 to the next; held to by every build. Worst and mean: over ${inputs} inputs, in units of the last place of the exact value.`,
    value: 'value f',
    slope: 'slope f′',
    products: 'products with the Jacobian',
    cost: 'Cost of one element',
    costNote: 'measured here and now, 16 Ki floats',
    costOf: 'this function',
    costCopy: 'a copy (identity)',
    costRatio: (rounds: string, ratio: string) =>
      `f and f′ together, with the copies in and out; median of ${rounds}. ${ratio} times a copy.`,
    costWaits: 'measuring',
    measureAgain: 'Measure again',
    differences: 'Conventions compared',
    frameworks: 'In the frameworks',
    noFramework: 'None of the five frameworks has it.',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser refused. Select the lines and copy them.',
    code: 'Code',
    learnedKind: 'parameters learned in training',
    noCurve: {
      'row-wise': 'Each output depends on the whole row, so there is no curve of one number.',
      gated: 'One half of the inputs gates the other, so there is no curve of one number.',
      pooled: 'The largest of several learned lines: its shape is that of its weights, not of one number.',
      stochastic: 'A random function of a whole row: there is no curve of one number.',
    } as Readonly<Record<string, string>>,
  },
  rows: {
    range: 'Range',
    slope: 'Largest |f′|',
    monotonic: 'Monotone',
    symmetry: 'Symmetry',
    left: 'Left saturation',
    right: 'Right saturation',
    mean: 'E f(Z)',
    variance: 'Var f(Z)',
    smooth: 'Smoothness',
    forward: 'Forward gain',
    backward: 'Backward gain',
    zero: 'Zero at origin',
    sparsity: 'P(f(Z) = 0)',
    meanSquareSlope: 'E f′(Z)²',
    corners: 'Corners, jumps at',
    meanSquare: 'E f(Z)²',
  },
  gains:
    'Gains: of the weights, 1/√E f(Z)² forward and 1/√E f′(Z)² backward; they keep the size of signal and gradient.',
  ...differenceWords,

  wrong: {
    key: (asked: string, valid: readonly string[]) =>
      `The link holds “${asked}”, which the catalogue does not know; known: ${list(valid, ', ')}.`,
    option: (key: string, asked: string, valid: readonly string[]) =>
      `The link asked for ${key} “${asked}”; there is ${list(valid, ', ')}. Left out.`,
    function: (asked: string) =>
      `The link asked for the function “${asked}”, which the catalogue does not have.`,
  },
}

export type CatalogueWords = typeof en

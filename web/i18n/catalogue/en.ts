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
  functions: 'Functions',
  function: 'Function',
  viewsLabel: 'Show as',
  views: { cards: 'Cards', properties: 'Table', accuracy: 'Accuracy' },
  /** Of a family: its name, and what is measured of all in it. */
  families: {
    sigmoid: ['S-shaped', 'bounded, monotone'],
    rectifier: ['Rectifiers', 'bounded on one side, monotone'],
    dipping: ['Rectifiers that dip', 'flat on one side, not monotone'],
    line: ['Along a line', 'unbounded both ways, monotone'],
    bowl: ['Bowls', 'even, bounded below or above'],
    bump: ['Bumps', 'bounded, flat on both sides, not monotone'],
    wave: ['Waves', 'bounded, flat on neither side'],
    other: ['Other shapes', 'not monotone'],
    gated: ['Gated', 'one half of a row gates the other'],
    'row-wise': ['Row-wise', 'each output depends on the whole row'],
    stochastic: ['Stochastic', 'random functions of a whole row'],
    pooled: ['Pooled', 'several inputs become one'],
  },
  errors: {
    inputs: 'inputs',
    bound: 'steps',
    worst: 'worst ULP',
    at: 'at x',
    mean: 'mean ULP',
    specials: 'wrong NaN, ∞',
  },
  sweep: (all: number, some: number, every: string) =>
    `Every kernel at its default parameters against the function in float64: ${all} over all 2³² float32 inputs` +
    (some > 0 ? `, ${some} over every ${every}th of them.` : '.') +
    ' Where f or f′ crosses zero at an x that is no float32, errors below the stated floor do not count as the worst.',
  sweepOfRows: (count: number, numbers: string) =>
    `${count} functions of rows: ${numbers} numbers or more of random rows each, f′ being both products with the Jacobian.`,
  sweepSource: 'Recorded by build-scripts/accuracy.sh.',
  /** Between two sentences. */
  gap: ' ',
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
    family: 'family',
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
    accuracy: 'accuracy, bound',
    inputs: 'inputs swept',
    error: 'worst error of f',
    errorMean: 'mean error of f',
    slopeError: 'worst error of f′',
    slopeErrorMean: 'mean error of f′',
    wrong: 'NaN, ∞ wrong',
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
  boundsOfRows: (value: string, products: string) => `y: ${value}, Jᵀv: ${products} steps`,
  inFrameworks: (count: number) => (count === 1 ? 'in 1 framework' : `in ${count} frameworks`),

  sheet: {
    label: 'Function',
    own: 'Your own function',
    ownAccuracy: 'Its errors are those of its steps, gathered up: no bound is promised.',
    close: 'Close',
    back: 'All functions',
    also: (names: string) => `also ${names}`,
    formula: 'Value and derivative',
    train: 'Train with it',
    compare: 'Compare',
    compareWith: 'with',
    compareEnd: 'End',
    nowhereApart: 'Nowhere apart on [−5, 5].',
    sameProperties: 'No measured property differs.',
    trainBoth: 'Train both in the playground',
    embed: 'Embed',
    embeds: { element: 'Element', frame: 'Frame' },
    embedNotes: {
      element:
        'The figure alone. The folder activation-playground is the package, build/package; copy it beside your page.',
      frame: 'The playground with this function as its lane, from where this page stands now.',
    },
    specials: 'Special inputs',
    parameters: 'Parameters',
    reset: 'Defaults',
    learned: 'learned in training',
    drawn: 'drawn anew for every element in training; here it stands still',
    properties: 'Measured properties',
    propertiesNote: 'Z ~ N(0, 1)',
    atDefaults: 'at the default parameters',
    atParameters: (list: string) => `at ${list}`,
    accuracy: 'Error in float32',
    accuracyTable: 'Accuracy of all functions',
    accuracyFailed: 'the float64 reference did not load',
    worstHere: (value: string, x: string) => `worst ${value} ULP, x = ${x}`,
    exactHere: 'exact wherever measured',
    wrongHere: (count: string) => `NaN or ∞ wrong at ${count} inputs`,
    errorsOf: (what: string) => `Error of ${what} in ULP over x`,
    errorsNote: (inputs: string) =>
      `Measured here, at the parameters above: ${inputs} inputs, each a dot or under the line of the largest. Half a ULP is a correct rounding.`,
    accuracyNote: 'from the correctly rounded result',
    correct: 'correctly rounded',
    /** Of float32, as one counts from a number to the next. */
    steps: (value: string) => (value === '1' ? '≤ 1 step' : `≤ ${value} steps`),
    exact: 'exact wherever measured',
    worst: (value: string, x: string | null, mean: string) =>
      `worst ${value} ULP${x === null ? '' : ` at x = ${x}`}, mean ${mean}`,
    measured: (inputs: string, ofRows: boolean) =>
      `Published, at the default parameters. Steps: from one float32 to the next; held to by every build. Worst and mean: over ${inputs} ${ofRows ? 'numbers of random rows' : 'inputs'}, in units of the last place of the exact value${ofRows ? ', of a product of the magnitudes summed' : ''}.`,
    value: 'value f',
    slope: 'slope f′',
    products: 'products with the Jacobian',
    cost: 'Cost of one element',
    costNote: 'here and now, 16 Ki floats',
    costNoteRows: (rows: string, columns: string) => `here and now, ${rows} rows of ${columns}`,
    costOf: 'this function',
    costOwn: 'SIMD C++, f, f′',
    costScalar: 'scalar C++, f',
    costJavascript: 'JavaScript, f',
    costCopy: 'a copy (identity)',
    costRatio: (rounds: string, ratio: string, plain: boolean) =>
      `Through the engine f and f′ together, with the copies in and out${plain ? '; scalar C++ and JavaScript f alone, in float64' : ''}. The fastest of ${rounds} turns each, taken in turn. SIMD C++ takes ${ratio} times a copy.`,
    costRatioRows: (rounds: string, ratio: string) =>
      `y and its product with the Jacobian together, with the copies in and out; the fastest of ${rounds} turns, taken with the others in turn. ${ratio} times a copy.`,
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
    held: 'Held still',
    drawAgain: 'Draw again',
    /** Under the pictures of functions of rows. */
    rows: {
      rowWise:
        'A row of three numbers: all outputs over the first, the others held still. Dashed: the first column of the Jacobian.',
      several: 'Each number becomes several, here over one: values solid, derivatives dashed.',
      gated:
        'The output over the gate b, at a few values a. Dashed, at the first of them: what passes back to the gate, ∂y/∂b, and to the value, ∂y/∂a.',
      pooled:
        'The largest of k lines, here tangents of x²/4: the more there are, the nearer their maximum comes to the parabola. Dashed: its slope.',
      noisy:
        'A row of three numbers: all outputs over the first, without noise as in evaluation. Dashed: the first column of the Jacobian. Dots: y₁ with noise as in training, drawn anew for each dot.',
    },
  },
  rows: {
    range: 'Range',
    slope: 'Largest |f′|',
    reached: 'reached at',
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
  noSinglePlace: 'no single x',
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

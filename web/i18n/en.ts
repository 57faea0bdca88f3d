// Every word of the page in English. The Chinese file has the same keys, by type.

import { fixed, loss, number, percent, short, significant, whole } from './numbers.js'

const joint = {
  layer: 'layer',
  preActivations: 'pre-activations on the same x, layer by layer',
  curve: 'Function and slope',
  below: 'below the axis',
  above: 'above the axis',
  median: 'median',
}

export const en = {
  code: 'en',
  title: 'Activation Playground',
  otherLanguage: '中文',
  otherLanguageCode: 'zh-CN',
  copyLink: 'Copy link',
  copied: 'Link copied',
  theme: 'Light or dark',
  close: 'Close',

  views: { label: 'Views', playground: 'Playground', catalogue: 'Catalogue', sweep: 'Sweep' },
  viewFailed: 'This view did not load. Reload the page to try again.',

  number,
  whole,
  percent,
  fixed,
  loss,
  short,
  significant,

  transport: {
    label: 'Transport',
    play: 'Play',
    pause: 'Pause',
    step: 'One step',
    rewind: 'Rewind to the same first weights',
    newSeed: 'New seed',
    stepCount: 'step',
    epoch: (epoch: string) => `epoch ${epoch}`,
    settings: 'Settings',
  },

  groups: {
    speed: 'Speed',
    seed: 'Seed',
    data: 'Data',
    network: 'Network',
    weights: 'Initial weights',
    optimiser: 'Optimiser',
    batch: 'Batch',
  },
  options: {
    speed: {
      '1': '1 step a frame',
      '10': '10 steps a frame',
      '100': '100 steps a frame',
      full: 'Full speed',
    },
    data: { spiral: 'Spiral' },
    init: { xavier_normal: 'Xavier' },
    optimiser: { sgd: 'SGD' },
  },
  speedShort: { '1': '1×', '10': '10×', '100': '100×', full: 'Full' },
  dataValue: (name: string, points: string) => `${name}, ${points} points`,

  columns: {
    function: 'The function, and where its inputs fall',
    thicker: 'thicker: more inputs',
    soft: 'soft',
    hard: 'hard saturation',
    flow: 'What flows back',
    flowNote: 'tick: before training; rows as at left',
    learned: 'What the network learned',
    classA: 'class A',
    classB: 'class B',
    curveFit: 'line: what the network answers',
    digitsNote: 'test pictures; framed: misread',
    loss: 'Loss',
    lossNote: 'same data, first weights and batch order',
    gradient: 'Gradient at layer 1',
    gradientNote: 'log scale: what layer 1 learns from',
  },

  lane: {
    label: (name: string) => `Lane ${name}`,
    choose: (name: string) => `${name}: choose another function`,
    remove: (name: string) => `Remove ${name}`,
    add: 'Add a lane',
    removed: (name: string) => `${name} removed.`,
    undo: 'Undo',
    chips: 'Lanes',
    formula: 'Formula',
    training: 'training',
    test: 'test',
    lossWord: 'loss',
    catchingUp: (step: string, of: string) => `Catching up: step ${step} of ${of}`,
    building: 'Building the network',
    failed: (message: string) => `This lane cannot be trained: ${message}`,
  },

  verdict: {
    flat: 'Not learning',
    early: 'Starting',
    learning: 'Learning',
    worse: 'Not learning',
    stalled: 'Not learning',
    learned: 'Learned',
    diverged: 'Diverged',
  },
  verdictNote: {
    flat: 'loss stays at guessing',
    worse: 'loss above guessing',
    early: 'too early to tell',
    learning: 'loss is falling',
    stalled: 'loss no longer falls',
    learned: 'training data separated',
    learnedCurve: 'the curve is followed',
    diverged: '',
  },
  verdictSaid: (name: string, verdict: string) => `${name}: ${verdict}.`,

  flow: {
    part: (last: number) => `of layer ${last}’s gradient reaches layer 1.`,
    gain: (last: number) => `layer ${last}’s gradient reaches layer 1.`,
    times: (value: string) => `${value} ×`,
    same: '≈ 1 ×',
    nothing: 'No gradient reaches any layer.',
    onlyLayer: 'is the gradient at the only layer.',
    noSlope: 'f′ is 0 wherever it exists: nothing passes back.',
    dead: (share: string) => `${share} of the units are dead: f′ is 0 at every training point.`,
    saturated: (share: string) => `${share} of the inputs fall where f′ < 0.05: saturated.`,
    bounded: (bound: string, layers: number) =>
      `f′ never exceeds ${bound}. Multiplied through ${layers} layers, little is left for the first ones.`,
    boundedOnly: (bound: string) => `f′ never exceeds ${bound}.`,
    gated: (slope: string) => `f′ averages ${slope}: what passes, passes whole; the rest is cut to zero.`,
    whole: 'f′ is 1 everywhere: only the weights scale the gradient.',
    steep: (slope: string) => `f′ averages ${slope}: most inputs fall where the curve is steep.`,
    shallow: (slope: string, bound: string) =>
      `f′ averages ${slope} of at most ${bound}: many inputs fall where the curve is flat.`,
    average: (slope: string) => `f′ averages ${slope}, with what training made of its parameter.`,
  },

  readout: {
    caption: 'Values of every lane at one x',
    at: (x: string) => `At x = ${x}`,
    inputs: 'inputs here',
    none: '–',
  },

  try: {
    heading: 'Try',
    scenes: {
      start: 'Sigmoid, tanh and ReLU in six layers',
      saturation: '8 × larger first weights: saturation',
      dead: 'ReLU units die, Leaky ReLU’s do not',
      gelu: 'GELU in place of sigmoid',
      shallow: 'Two layers instead of six',
      deep: '30 layers: ELU beside ReLU',
    },
  },

  loading: {
    engine: 'Loading the engine',
    note: 'Axes first: nothing jumps when the curve arrives.',
    digits: 'Loading the digits',
  },
  engineFailed: {
    title: 'The engine did not load.',
    text: (message: string) => `${message} Reload the page to try again.`,
  },
  functionsFailed: (message: string) =>
    `The other functions or settings did not load: ${message}. Open their list to try again.`,
  digitsFailed: (used: string) =>
    `The digits did not load. The page goes on with: ${used}. Choose them again to try again.`,

  notices: {
    label: 'Notices',
    rewound: (what: string) => `${what} changed: all lanes start again from the first weights.`,
  },

  guessing: {
    binary_cross_entropy: 'guessing, ln 2',
    softmax_cross_entropy: 'guessing, ln 10',
    mean_squared_error: 'guessing, variance of y',
  },
  figures: {
    label: 'Figures',
    chart: { step: 'step', training: 'training', test: 'test' },
    joint,
    /** Under the first of four lanes. */
    jointBare: { ...joint, preActivations: '' },
    flow: {
      gradient: 'gradient',
      meanSlope: 'mean f′',
      saturated: 'sat.',
      dead: 'dead',
      mean: 'mean',
      variance: 'var.',
      layer: 'layer',
    },
    boundary: {
      class: 'class',
      classA: 'class A',
      classB: 'class B',
      area: 'share of the plane',
      predicted: 'read as',
      digit: 'digit',
      x: 'x',
      y: 'fitted',
    },
  },
}

export type Strings = typeof en

// The controls that the first view does without: every part of training that the engine has beside those of the first
// table. Loaded by a popover, or by an address that names one of them. An address reads the same with them and without;
// what stands at its default leaves the spec as it was.

import type { LaneData } from '../../engine/lane-types.js'
import type { InitializationScheme, NetworkSpec, PretrainingSpec, ScheduleSpec } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { CONTROLS, takeFurther, type ChoiceControl, type Control, type Group, type Key } from './controls.js'
import type { NumberControl, Settings } from './controls.js'
import { furtherGuessing } from './further-guessing.js'
import { refine } from './further-spec.js'
import { controlLabel, furtherOption, furtherWord } from './further-words.js'

type Switch = 'on' | 'off'

export interface FurtherSettings {
  loss: 'mse' | 'huber'
  delta: number
  bias: Switch
  norm: 'none' | 'before' | 'after'
  dropout: number
  learned: 'layer' | 'unit'
  scale: number
  gain: number
  gain_from: 'given' | 'measured'
  init_bias: number
  pretrain: 'none' | PretrainingSpec['method']
  epochs: number
  autoencoder_lr: number
  rbm_lr: number
  momentum: number
  nesterov: Switch
  alpha: number
  centered: Switch
  beta1: number
  beta2: number
  weight_decay: number
  adamw_decay: number
  l1: number
  clip: number
  schedule: ScheduleSpec['type']
  every: number
  factor: number
  anneal: number
  lr_min: number
}

/** What the first view asks of this module once it is loaded. */
export interface Further {
  controls: Partial<Record<Key, Control>>
  refine: (spec: NetworkSpec, settings: Settings) => NetworkSpec
  /** Undefined where the first table says it. */
  guessing: (settings: Settings, data: LaneData | null) => number | undefined
  label: (key: Key, strings: Strings) => string
  option: (key: Key, value: string, strings: Strings) => string | undefined
  /** What follows the word of a group in the transport bar. */
  word: (group: Group, settings: Settings, strings: Strings) => string
}

/** He's uniform law is the page's own name for torch's: its √2 is in it, as it is in the first table's normal one. */
const SCHEMES: readonly InitializationScheme[] = [
  'normal',
  'uniform',
  'xavier_normal',
  'xavier_uniform',
  'he_fan_in',
  'he_uniform_fan_in',
  'he_fan_out',
  'he_uniform_fan_out',
  'lecun_normal',
  'lecun_uniform',
  'torch_linear_default',
  'orthogonal',
]

type Applies = (settings: Settings) => boolean

const choice = (group: Group, options: readonly string[], applies?: Applies): ChoiceControl => ({
  group,
  kind: 'choice',
  default: options[0],
  options,
  inline: true,
  effect: 'rewind',
  ...(applies && { applies }),
})

const number = (
  group: Group,
  [usual, min, max, step]: readonly [number, number, number, number],
  applies?: Applies,
): NumberControl => ({
  group,
  kind: 'number',
  default: usual,
  min,
  max,
  step,
  effect: 'rewind',
  ...(applies && { applies }),
})

/** On a logarithmic slider, with two significant digits. */
const scaled = (group: Group, usual: number, min: number, max: number, applies?: Applies): NumberControl => ({
  ...number(group, [usual, min, max, min], applies),
  logarithmic: true,
  digits: 2,
})

const uses =
  (...types: Settings['optimiser'][]): Applies =>
  ({ optimiser }) =>
    types.includes(optimiser)

const further: Further['controls'] = {
  data: {
    ...CONTROLS.data,
    options: ['circle', 'xor', 'gaussians', 'spiral', 'moons', 'curve', 'digits'],
  } as ChoiceControl,
  init: { ...CONTROLS.init, options: SCHEMES } as ChoiceControl,
  optimiser: {
    ...CONTROLS.optimiser,
    options: ['sgd', 'adam', 'adamw', 'rmsprop', 'adagrad'],
  } as ChoiceControl,

  loss: choice('data', ['mse', 'huber'], ({ data }) => data === 'curve'),
  delta: scaled('data', 1, 0.01, 10, ({ data, loss }) => data === 'curve' && loss === 'huber'),

  bias: choice('network', ['on', 'off']),
  norm: choice('network', ['none', 'before', 'after']),
  dropout: number('network', [0, 0, 0.9, 0.05]),
  learned: choice('network', ['layer', 'unit']),

  scale: scaled('weights', 0.1, 0.001, 5, ({ init }) => init === 'normal' || init === 'uniform'),
  gain_from: choice('weights', ['given', 'measured']),
  gain: number('weights', [1, 0.1, 10, 0.1], ({ gain_from }) => gain_from !== 'measured'),
  init_bias: number('weights', [0, -10, 10, 0.1], ({ bias }) => bias !== 'off'),
  pretrain: choice('weights', ['none', 'autoencoder', 'rbm']),
  epochs: number('weights', [10, 1, 50, 1], ({ pretrain }) => pretrain !== undefined && pretrain !== 'none'),
  autoencoder_lr: scaled('weights', 0.01, 0.0001, 1, ({ pretrain }) => pretrain === 'autoencoder'),
  rbm_lr: scaled('weights', 0.1, 0.0001, 1, ({ pretrain }) => pretrain === 'rbm'),

  momentum: number('optimiser', [0, 0, 0.99, 0.01], uses('sgd', 'rmsprop')),
  nesterov: choice(
    'optimiser',
    ['off', 'on'],
    ({ optimiser, momentum = 0 }) => optimiser === 'sgd' && momentum > 0,
  ),
  alpha: number('optimiser', [0.99, 0, 0.999, 0.001], uses('rmsprop')),
  centered: choice('optimiser', ['off', 'on'], uses('rmsprop')),
  beta1: number('optimiser', [0.9, 0, 0.99, 0.01], uses('adam', 'adamw')),
  beta2: number('optimiser', [0.999, 0, 0.9999, 0.0001], uses('adam', 'adamw')),
  weight_decay: number('optimiser', [0, 0, 0.1, 0.0001], (s) => s.optimiser !== 'adamw'),
  adamw_decay: number('optimiser', [0.01, 0, 1, 0.001], uses('adamw')),
  l1: number('optimiser', [0, 0, 0.01, 0.00001]),
  clip: number('optimiser', [0, 0, 10, 0.1]),
  schedule: choice('optimiser', ['constant', 'step', 'cosine']),
  every: scaled('optimiser', 1000, 10, 100_000, ({ schedule }) => schedule === 'step'),
  factor: number('optimiser', [0.1, 0.05, 1, 0.05], ({ schedule }) => schedule === 'step'),
  anneal: scaled('optimiser', 2000, 10, 100_000, ({ schedule }) => schedule === 'cosine'),
  lr_min: number('optimiser', [0, 0, 0.1, 0.0001], ({ schedule }) => schedule === 'cosine'),
}

takeFurther({
  controls: further,
  refine,
  guessing: furtherGuessing,
  label: controlLabel,
  option: furtherOption,
  word: furtherWord,
})

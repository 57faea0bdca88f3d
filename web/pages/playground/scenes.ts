// What stands behind "Try": each is a state, that is an address.

import type { Strings } from '../../i18n/index.js'

export type SceneKey = keyof Strings['try']['scenes']

export const SCENES: readonly { key: SceneKey; address: string }[] = [
  { key: 'start', address: '' },
  { key: 'saturation', address: '#lanes=sigmoid,tanh&gain=8' },
  { key: 'dead', address: '#lanes=,,relu,leaky_relu:negative_slope=0.1&seed=2&optimiser=adam' },
  { key: 'gelu', address: '#lanes=gelu,tanh,relu' },
  { key: 'shallow', address: '#depth=2' },
  { key: 'deep', address: '#lanes=elu,,relu&seed=2&depth=30&init=he_fan_in&lr=0.01' },
]

// What the further controls change in a network's spec. Only what differs from a default is written: a spec without it
// stays as it was, and the starter engine can train it.

import type { InitializationSpec, LayerSpec, NetworkSpec, OptimizerSpec } from '../../engine/types.js'
import { DEFAULTS, type Key, type Settings } from './controls.js'

type Complete = Required<Settings>

export function refine(spec: NetworkSpec, given: Settings): NetworkSpec {
  const settings = { ...DEFAULTS, ...given } as Complete
  return {
    ...spec,
    layers: refinedLayers(spec.layers, settings),
    ...lossOf(settings),
    optimizer: optimizerOf(settings),
    ...differing(settings, { l1: 'l1', clip_norm: 'clip' }),
    ...scheduleOf(settings),
    initialization: initializationOf(spec.initialization as InitializationSpec, settings),
    ...pretrainingOf(settings),
  }
}

/** The fields whose settings are not at the table's defaults, which are the engine's. */
function differing(
  settings: Complete,
  fields: Readonly<Record<string, Key>>,
): Record<string, number | boolean> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, key]) => settings[key] !== DEFAULTS[key])
      .map(([field, key]) => [
        field,
        typeof settings[key] === 'number' ? settings[key] : settings[key] === 'on',
      ]),
  )
}

/* Layers: hidden ones are all but the last. */

function refinedLayers(layers: readonly LayerSpec[], settings: Complete): LayerSpec[] {
  const hidden = layers.slice(0, -1)
  return [...hidden.flatMap((layer) => refinedLayer(layer, settings)), ...layers.slice(-1)]
}

function refinedLayer(layer: LayerSpec, settings: Complete): LayerSpec[] {
  const { norm, dropout, learned } = settings
  const unbiased = settings.bias === 'off' && { bias: false }
  if (layer.type === 'dense') return [{ ...layer, ...unbiased }, ...normIf(norm === 'before')]
  const after: LayerSpec[] = dropout > 0 ? [{ type: 'dropout', rate: dropout }] : []
  // Its pieces stand inside the layer: there is no before.
  if (layer.type === 'maxout') return [{ ...layer, ...unbiased }, ...normIf(norm !== 'none'), ...after]
  return [perUnit(layer, learned, settings.width), ...normIf(norm === 'after'), ...after]
}

const normIf = (wanted: boolean): LayerSpec[] => (wanted ? [{ type: 'batch_norm' }] : [])

function perUnit(layer: LayerSpec, learned: Complete['learned'], width: number): LayerSpec {
  if (layer.type !== 'activation' || !layer.learned || learned === 'layer') return layer
  return { ...layer, channels: width }
}

/* Training */

function lossOf({ data, loss, delta }: Complete): Partial<NetworkSpec> {
  return data === 'curve' && loss === 'huber' ? { loss: 'huber', loss_parameters: { delta } } : {}
}

function optimizerOf(settings: Complete): OptimizerSpec {
  const { optimiser: type, lr: learning_rate, momentum } = settings
  const more = (fields: Readonly<Record<string, Key>>) => differing(settings, fields)
  switch (type) {
    case 'sgd':
      return {
        type,
        learning_rate,
        momentum,
        ...more({ ...(momentum > 0 && { nesterov: 'nesterov' }), weight_decay: 'weight_decay' }),
      }
    case 'adam':
      return {
        type,
        learning_rate,
        ...more({ beta1: 'beta1', beta2: 'beta2', weight_decay: 'weight_decay' }),
      }
    case 'adamw':
      return { type, learning_rate, ...more({ beta1: 'beta1', beta2: 'beta2', weight_decay: 'adamw_decay' }) }
    case 'rmsprop': {
      const fields = {
        alpha: 'alpha',
        centered: 'centered',
        momentum: 'momentum',
        weight_decay: 'weight_decay',
      } as const
      return { type, learning_rate, ...more(fields) }
    }
    case 'adagrad':
      return { type, learning_rate, ...more({ weight_decay: 'weight_decay' }) }
  }
}

function scheduleOf({ schedule: type, every, factor, anneal, lr_min }: Complete): Partial<NetworkSpec> {
  if (type === 'step') return { schedule: { type, every, factor } }
  if (type === 'cosine') return { schedule: { type, steps: anneal, minimum: lr_min } }
  return {}
}

/* Initial weights */

function initializationOf(plain: InitializationSpec, settings: Complete): InitializationSpec {
  const { init: scheme, gain, gain_from, scale } = settings
  // The page's gain multiplies what the scheme has of its own.
  const own = scheme.startsWith('he_uniform') ? Math.SQRT2 : 1
  return {
    ...plain,
    gain: gain_from === 'measured' ? 'measured' : own * gain,
    ...((scheme === 'normal' || scheme === 'uniform') && { scale }),
    ...(settings.bias === 'on' && differing(settings, { bias: 'init_bias' })),
  }
}

function pretrainingOf({ pretrain: method, epochs, autoencoder_lr, rbm_lr }: Complete): Partial<NetworkSpec> {
  if (method === 'none') return {}
  return { pretraining: { method, epochs, learning_rate: method === 'rbm' ? rbm_lr : autoencoder_lr } }
}

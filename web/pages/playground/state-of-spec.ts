// From a network's spec back to the page's settings and a lane's function: what network-spec.ts does, the other way.

import type { ActivationInfo, LayerSpec, NetworkSpec } from '../../engine/types.js'
import { CONTROLS, DEFAULTS, KEYS, nearest, type Key, type Settings } from './controls.js'
import './further-controls.js'
import { networkSpec } from './network-spec.js'
import { assign, choiceOf, type LaneChoice } from './state.js'

/** Null where the page makes no such network. */
export function stateOfSpec(
  spec: NetworkSpec,
  catalogue: readonly ActivationInfo[],
): { choice: LaneChoice; settings: Settings } | null {
  const wanted = canonical(spec)
  const hidden = spec.layers.slice(0, -1)
  const units = hidden.find((layer) => 'units' in layer)?.units ?? 0
  const layers = { ...activations(hidden).map(({ id }) => id) }
  for (const common of commonest(hidden)) {
    const info = functionOf(common, catalogue)
    if (!info) continue
    const choice = choiceOf(info.id, parametersOf(common, info), layers)
    // A gated function halves what its layer has.
    for (const width of [units, units / 2]) {
      const settings = settingsOf(spec, width)
      if (canonical(networkSpec(choice, catalogue, settings)) === wanted) return { choice, settings }
    }
  }
  return null
}

type ActivationLayer = LayerSpec & { type: 'activation' }

const activations = (hidden: readonly LayerSpec[]) =>
  hidden.filter((layer): layer is ActivationLayer => layer.type === 'activation')

/** A layer of each function, the commonest first: only the lane's has parameters of its own. */
function commonest(hidden: readonly LayerSpec[]): LayerSpec[] {
  const times = new Map<string, ActivationLayer[]>()
  for (const layer of activations(hidden)) times.set(layer.id, [...(times.get(layer.id) ?? []), layer])
  const all = [...times.values()].sort((a, b) => b.length - a.length).flatMap(([first]) => first ?? [])
  return all.length > 0 ? all : hidden.filter(({ type }) => type === 'maxout').slice(0, 1)
}

const functionOf = (layer: LayerSpec, catalogue: readonly ActivationInfo[]): ActivationInfo | undefined =>
  catalogue.find(({ id, kind }) => (layer.type === 'activation' ? id === layer.id : kind === 'pooled'))

/** Those that differ from the function's own; a stochastic one is only there where the reader fixed it. */
function parametersOf(layer: LayerSpec, info: ActivationInfo): Record<string, number> {
  const given: Readonly<Record<string, number | undefined>> =
    layer.type === 'activation'
      ? { ...layer.parameters }
      : Object.fromEntries(
          info.parameters.map(({ name }) => [name, layer.type === 'maxout' ? layer.pieces : undefined]),
        )
  const found: Record<string, number> = {}
  for (const { name, default: usual, noise } of info.parameters) {
    const value = given[name]
    if (value !== undefined && (noise || value !== usual)) found[name] = value
  }
  return found
}

/** What the spec does not say stands at the table's default; a number is the nearest that its control can take. */
function settingsOf(spec: NetworkSpec, width: number): Settings {
  const said: Partial<Record<Key, unknown>> = {
    width,
    seed: spec.seed,
    batch: spec.batch_size,
    l1: spec.l1,
    clip: spec.clip_norm,
    ...dataOf(spec),
    ...layersOf(spec.layers.slice(0, -1)),
    ...optimiserOf(spec),
    ...weightsOf(spec),
  }
  const settings: Settings = { ...DEFAULTS }
  for (const key of KEYS) {
    const control = CONTROLS[key]
    const value = said[key]
    if (control.kind === 'number' && typeof value === 'number') assign(settings, key, nearest(control, value))
    else if (control.kind === 'choice' && typeof value === 'string') assign(settings, key, value)
  }
  return settings
}

const dataOf = ({ dataset, loss, loss_parameters }: NetworkSpec) => ({
  data: dataset?.name,
  points: dataset?.size,
  noise: dataset?.noise,
  train: dataset?.split,
  loss: loss === 'huber' ? loss : undefined,
  delta: loss_parameters?.delta,
})

function layersOf(hidden: readonly LayerSpec[]) {
  const at = (type: LayerSpec['type']) => hidden.findIndex((layer) => layer.type === type)
  const weighted = hidden.filter((layer) => 'units' in layer)
  const channels = activations(hidden).map((layer) => layer.channels ?? 1)
  const norm = at('batch_norm')
  return {
    depth: weighted.length,
    bias: weighted[0]?.bias === false ? 'off' : 'on',
    norm: norm < 0 ? 'none' : norm < at('activation') ? 'before' : 'after',
    dropout: hidden.find((layer) => layer.type === 'dropout')?.rate,
    learned: channels.some((count) => count > 1) ? 'unit' : 'layer',
  }
}

function optimiserOf({ optimizer, schedule }: NetworkSpec) {
  const { type, learning_rate, weight_decay, nesterov, centered, ...numbers } = optimizer as {
    type: Settings['optimiser']
    learning_rate: number
    weight_decay?: number
    nesterov?: boolean
    centered?: boolean
  }
  return {
    ...numbers,
    optimiser: type,
    lr: learning_rate,
    [type === 'adamw' ? 'adamw_decay' : 'weight_decay']: weight_decay,
    nesterov: nesterov ? 'on' : 'off',
    centered: centered ? 'on' : 'off',
    schedule: schedule?.type,
    ...(schedule?.type === 'step' && { every: schedule.every, factor: schedule.factor }),
    ...(schedule?.type === 'cosine' && { anneal: schedule.steps, lr_min: schedule.minimum }),
  }
}

function weightsOf({ initialization, pretraining }: NetworkSpec) {
  const { scheme, scale, gain, bias } = initialization ?? {}
  const own = scheme?.startsWith('he_uniform') ? Math.SQRT2 : 1
  return {
    init: scheme,
    scale,
    gain: typeof gain === 'number' ? gain / own : undefined,
    gain_from: gain === 'measured' ? gain : 'given',
    init_bias: bias,
    pretrain: pretraining?.method,
    epochs: pretraining?.epochs,
    [pretraining?.method === 'rbm' ? 'rbm_lr' : 'autoencoder_lr']: pretraining?.learning_rate,
  }
}

/** The same text for the same plain data, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

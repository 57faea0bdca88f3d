// From the page's settings and a lane's function to the network that the engine builds.

import type { ActivationInfo, LayerSpec, Loss, NetworkSpec } from '../../engine/types.js'
import { further, type Settings } from './controls.js'
import { ownFunctions } from './layer-function.js'
import type { LaneChoice } from './state.js'

interface Problem {
  inputs: number
  outputs: number
  loss: Exclude<Loss, 'huber'>
}

export function problemOf(data: Settings['data']): Problem {
  if (data === 'digits') return { inputs: 64, outputs: 10, loss: 'softmax_cross_entropy' }
  if (data === 'curve') return { inputs: 1, outputs: 1, loss: 'mean_squared_error' }
  return { inputs: 2, outputs: 1, loss: 'binary_cross_entropy' }
}

/** @param catalogue has every function of the choice */
export function networkSpec(
  choice: LaneChoice,
  catalogue: readonly ActivationInfo[],
  settings: Settings,
): NetworkSpec {
  const { inputs, outputs, loss } = problemOf(settings.data)
  const layers: LayerSpec[] = []
  const info = catalogue.find(({ id }) => id === choice.id) as ActivationInfo
  const own = ownFunctions(choice, catalogue)
  for (let i = 0; i < settings.depth; i++)
    layers.push(
      ...(own[i]
        ? hiddenLayer({ parameters: {} }, own[i], settings.width)
        : hiddenLayer(choice, info, settings.width)),
    )
  layers.push({ type: 'dense', units: outputs })
  const spec: NetworkSpec = {
    inputs,
    layers,
    loss,
    optimizer: { type: 'sgd', learning_rate: settings.lr, momentum: 0 },
    batch_size: settings.batch,
    shuffle: true,
    seed: settings.seed,
    initialization: { scheme: settings.init, gain: 1 },
    dataset: {
      name: settings.data,
      split: settings.train,
      ...(settings.data !== 'digits' && { size: settings.points, noise: settings.noise }),
    },
  }
  return further ? further.refine(spec, settings) : spec
}

/** What the figures draw: every fixed value that the lane's function has. */
export function drawnParameters(choice: LaneChoice, info: ActivationInfo): Record<string, number> {
  return Object.fromEntries(info.parameters.map((p) => [p.name, choice.parameters[p.name] ?? p.default]))
}

function hiddenLayer(
  choice: Pick<LaneChoice, 'parameters'>,
  info: ActivationInfo,
  units: number,
): LayerSpec[] {
  if (info.kind === 'pooled') {
    const pieces = info.parameters.find((p) => p.integer)
    return [
      { type: 'maxout', units, pieces: (pieces && choice.parameters[pieces.name]) ?? pieces?.default ?? 2 },
    ]
  }
  const learned = info.parameters.filter((p) => p.learned).map((p) => p.name)
  const parameters: Record<string, number> = {}
  for (const { name, default: usual, noise } of info.parameters) {
    if (learned.includes(name)) continue
    // A stochastic function draws its parameter unless the reader fixes it.
    const value = choice.parameters[name] ?? (noise ? undefined : usual)
    if (value !== undefined) parameters[name] = value
  }
  return [
    // Values and gates.
    { type: 'dense', units: info.kind === 'gated' ? 2 * units : units },
    {
      type: 'activation',
      id: info.id,
      ...(Object.keys(parameters).length > 0 && { parameters }),
      ...(learned.length > 0 && { learned, channels: 1 }),
    },
  ]
}

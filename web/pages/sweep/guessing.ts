// The loss of the best constant answer to a row's data: of classifiers it follows from the number of classes, of a curve
// from the data, which the seed draws.

import type { Engine, NetworkSpec } from '../../engine/types.js'
import type { Settings } from '../playground/controls.js'
import { furtherGuessing } from '../playground/further-guessing.js'
import { problemOf } from '../playground/network-spec.js'
import { guessingLoss } from '../playground/verdict.js'

const known = new Map<string, number>()

export function guessingOf(engine: Engine, spec: NetworkSpec, settings: Settings): number {
  const { loss } = problemOf(settings.data)
  if (loss !== 'mean_squared_error') return guessingLoss(loss, null)
  const key = JSON.stringify([spec.dataset, spec.seed, settings.loss, settings.delta])
  const before = known.get(key)
  if (before !== undefined) return before
  const network = engine.network({ ...spec, layers: [{ type: 'dense', units: 1 }] })
  const data = network.dataset()
  network.dispose()
  const value = furtherGuessing(settings, data) ?? guessingLoss(loss, data)
  known.set(key, value)
  return value
}

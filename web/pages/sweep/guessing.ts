// The loss of the best constant answer to what a row is scored on: of classifiers it follows from the number of classes, of
// a curve from the data, which the seed draws.

import type { Engine, NetworkSpec } from '../../engine/types.js'
import type { Settings } from '../playground/controls.js'
import { furtherGuessing } from '../playground/further-guessing.js'
import { problemOf } from '../playground/network-spec.js'
import { guessingLoss } from '../playground/verdict.js'

const known = new Map<string, number>()

/** @param specOf Of any network on these data; asked for only where it matters. */
export function guessingOf(engine: Engine, settings: Settings, specOf: () => NetworkSpec): number {
  const { data, points, noise, train, seed, delta, loss } = settings
  const problem = problemOf(data).loss
  if (problem !== 'mean_squared_error') return guessingLoss(problem, null)
  const key = [points, noise, train, seed, loss, delta].join()
  const before = known.get(key)
  if (before !== undefined) return before
  const network = engine.network({ ...specOf(), layers: [{ type: 'dense', units: 1 }] })
  const view = network.dataset()
  network.dispose()
  // Scores are those of the test part, where there is one.
  const from = view.trainRows < view.rows ? view.trainRows : 0
  const scored = { ...view, y: view.y?.subarray(from) ?? null, trainRows: view.rows - from }
  const value = furtherGuessing(settings, scored) ?? guessingLoss(problem, scored)
  known.set(key, value)
  return value
}

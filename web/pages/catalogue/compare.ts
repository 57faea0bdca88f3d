// What a function can be compared with, and which of them is nearest: by the kernels, never by name.

import { gridOver } from '../../elements/difference.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import { writeLane, type LaneChoice } from '../playground/state.js'

/** Of x for the distance: under N(0, 1) next to nothing lies outside. */
const REACH = { low: -4, high: 4 } as const
const POINTS = 161
/** Closer than this, root mean square, is the same function by another name. */
const SAME = 1e-6

/** Those with a curve; the function itself where it is not at its defaults. */
export const comparable = (
  info: ActivationInfo,
  parameters: Parameters,
  catalogue: readonly ActivationInfo[],
): ActivationInfo[] =>
  catalogue.filter(
    (other) => other.elementWise && (other.id !== info.id || Object.keys(parameters).length > 0),
  )

const nearestOf = new Map<string, string>()

/** The function, at its defaults, whose values are nearest for inputs of N(0, 1), but not the same. */
export function nearestTo(engine: Engine, choice: LaneChoice, among: readonly ActivationInfo[]): string {
  const key = writeLane(choice)
  const known = nearestOf.get(key)
  if (known !== undefined) return known
  const x = gridOver(REACH, POINTS)
  const own = engine.evaluate(choice.id, x, choice.parameters).value
  let [nearest, least] = [among[0].id, Infinity]
  for (const { id } of among) {
    if (id === choice.id) continue
    const distance = rootMeanSquare(x, own, engine.evaluate(id, x).value)
    if (distance > SAME && distance < least) [nearest, least] = [id, distance]
  }
  nearestOf.set(key, nearest)
  return nearest
}

/** √E (f(Z) − g(Z))², Z ~ N(0, 1). */
function rootMeanSquare(x: Float32Array, f: Float32Array, g: Float32Array): number {
  let [sum, weights] = [0, 0]
  for (let i = 0; i < x.length; i++) {
    const weight = Math.exp(-(x[i] ** 2) / 2)
    sum += weight * (f[i] - g[i]) ** 2
    weights += weight
  }
  return Math.sqrt(sum / weights)
}

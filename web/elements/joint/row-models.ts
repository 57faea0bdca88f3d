// What the joint figure draws of a function of rows, loaded with the first lane that has one: Maxout's pieces, a gated
// unit at a = 1 over its gate, one unit of a row over its own input with the others at 0.

import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { Range } from '../plot-frame.js'
import { closedGates, closedZones } from '../rows/closed-gates.js'
import { conceptName } from '../rows/concepts.js'
import { gatedAt } from '../rows/gated.js'
import { sampleLines, type RowFunction } from '../rows/row-function.js'
import { overFirst } from '../rows/row-wise.js'
import { samplesPerCurve } from '../sampling.js'
import { type Zone } from '../saturation.js'
import type { Activation, CurveModel } from './curve-model.js'

/** The function of one unit as the lane shows it. */
export function unitFunction(engine: Engine, { info, parameters, units = 1 }: Activation): RowFunction {
  const one = info as ActivationInfo
  const concept = conceptName(engine, one)
  if (concept === 'gated') return gatedAt(engine, one, parameters, 1, [])
  const others = concept === 'several' ? 0 : Math.max(0, units - 1)
  return overFirst(engine, one, parameters, new Array<number>(others).fill(0))
}

export function rowModel(engine: Engine, activation: Activation, range: Readonly<Range>): CurveModel {
  const rows = unitFunction(engine, activation)
  const info = activation.info as ActivationInfo
  const concept = conceptName(engine, info)
  const lines = concept === 'several' ? rows.lines : rows.lines.slice(0, 1)
  const [{ curve: bold }, ...thin] = sampleLines({ ...rows, lines }, range, samplesPerCurve)
  const at = (x: number) => {
    const [{ value, slope }] = rows.evaluate(Float32Array.of(x))
    return { value: value[0], slope: slope[0] }
  }
  const zones =
    concept === 'gated' ? closedZones(closedGates(engine, info, activation.parameters), range) : []
  // How much passes back of a row depends on all of it; that nothing does is seen of one unit already.
  const passes = Math.max(
    ...bold.branches.map(({ slope }) => slope.reduce((a, b) => Math.max(a, Math.abs(b)), 0)),
  )
  return {
    bold,
    thin: thin.map(({ curve }) => curve),
    band: null,
    zones,
    bound: null,
    at,
    slopeOf: (_, x) => (within(zones, x) ? 0 : passes),
  }
}

const within = (zones: readonly Zone[], x: number): boolean =>
  zones.some(({ low, high }) => x >= low && x <= high)

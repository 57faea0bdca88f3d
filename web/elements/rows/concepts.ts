// Which picture a function of rows gets: that of its kind. How many numbers become how many is asked of the engine.

import type { ActivationInfo, Engine, Kind } from '../../engine/types.js'
import { gated } from './gated.js'
import { noisy } from './noisy.js'
import { pooled } from './pooled.js'
import type { Concept } from './row-function.js'
import { rowWise } from './row-wise.js'
import { several } from './several.js'

export type ConceptName = 'rowWise' | 'several' | 'gated' | 'pooled' | 'noisy'

export const CONCEPTS: Readonly<Record<ConceptName, Concept>> = { rowWise, several, gated, pooled, noisy }

/** Numbers that become one or more outputs together. */
export function groupOf({ kind, parameters }: ActivationInfo): number {
  if (kind === 'gated') return 2
  return kind === 'pooled' ? parameters.find(({ integer }) => integer)!.default : 1
}

export function widths(engine: Engine, info: ActivationInfo): { inputs: number; outputs: number } {
  const inputs = groupOf(info)
  const { columns: outputs } = engine.rows(info.id, { x: new Float32Array(inputs), rows: 1, columns: inputs })
  return { inputs, outputs }
}

const BY_KIND: Partial<Record<Kind, ConceptName>> = { gated: 'gated', pooled: 'pooled', stochastic: 'noisy' }

export function conceptName(engine: Engine, info: ActivationInfo): ConceptName {
  return BY_KIND[info.kind] ?? (widths(engine, info).outputs > 1 ? 'several' : 'rowWise')
}

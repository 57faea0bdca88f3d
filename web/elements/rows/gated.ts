// Gated functions of value a and gate b: over the gate, at a few values.

import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import { short } from '../format.js'
import type { Concept, RowFunction } from './row-function.js'

/** Beside the one that is held: what a negative and a larger value become. */
const beside = [-1, 2]

/** y, ∂y/∂a and ∂y/∂b at every gate b. */
export function overGate(
  engine: Engine,
  { id }: ActivationInfo,
  parameters: Parameters,
  a: number,
  b: Float32Array,
): { value: Float32Array; byValue: Float32Array; byGate: Float32Array } {
  const rows = b.length
  const x = new Float32Array(2 * rows)
  b.forEach((gate, row) => {
    x.set([a, gate], 2 * row)
  })
  const cotangent = new Float32Array(rows).fill(1)
  const { value, vectorJacobian } = engine.rows(id, { x, rows, columns: 2, parameters, cotangent })
  const part = (k: number) => vectorJacobian!.filter((_, i) => i % 2 === k)
  return { value, byValue: part(0), byGate: part(1) }
}

export function gatedAt(
  engine: Engine,
  info: ActivationInfo,
  parameters: Parameters,
  a: number,
  others: readonly number[],
): RowFunction {
  const shown = others.filter((other) => other !== a)
  const line = (value: number) => `a = ${short(value)}`
  return {
    axis: 'b',
    lines: [
      { name: line(a), slopeName: '∂y/∂b', main: true },
      { name: '', slopeName: '∂y/∂a', main: false },
      ...shown.map((other) => ({ name: line(other), slopeName: '', main: false })),
    ],
    evaluate: (b) => {
      const { value, byValue, byGate } = overGate(engine, info, parameters, a, b)
      return [
        { value, slope: byGate },
        { value, slope: byValue },
        ...shown.map((other) => {
          const { value, byGate: slope } = overGate(engine, info, parameters, other, b)
          return { value, slope }
        }),
      ]
    },
  }
}

export const gated: Concept = {
  held: [{ name: 'a', default: 1, min: -3, max: 3 }],
  of: (engine, info, parameters, held) => gatedAt(engine, info, parameters, held['a'] ?? 1, beside),
}

// Row-wise functions (softmax and its kin): a row of three numbers, of which the first varies. All outputs answer to it.

import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import { column, rowsOver, subscript, type Concept, type RowFunction } from './row-function.js'

/** All outputs of a row (x, ...others), and the first column of the Jacobian. */
export function overFirst(
  engine: Engine,
  { id }: ActivationInfo,
  parameters: Parameters,
  others: readonly number[],
): RowFunction {
  const columns = 1 + others.length
  const outputs = engine.rows(id, { x: new Float32Array(columns), rows: 1, columns, parameters }).columns
  // Of a single number each output has a line of its own name; x needs no index then.
  const axis = columns === 1 ? 'x' : 'x₁'
  return {
    axis,
    lines: Array.from({ length: outputs }, (_, k) => ({
      name: `y${subscript(k + 1)}`,
      slopeName: `∂y${subscript(k + 1)}/∂${axis}`,
      main: k === 0,
    })),
    evaluate: (x) => {
      const tangent = rowsOver(new Float32Array(x.length).fill(1), new Array<number>(columns - 1).fill(0))
      const request = { x: rowsOver(x, others), rows: x.length, columns, parameters, tangent }
      const { value, jacobianVector } = engine.rows(id, request)
      return Array.from({ length: outputs }, (_, k) => ({
        value: column(value, outputs, k),
        slope: column(jacobianVector!, outputs, k),
      }))
    },
  }
}

export const rowWise: Concept = {
  held: [
    { name: 'x₂', default: 1, min: -4, max: 4 },
    { name: 'x₃', default: 0, min: -4, max: 4 },
  ],
  of: (engine, info, parameters, held) =>
    overFirst(
      engine,
      info,
      parameters,
      rowWise.held.map(({ name, default: initial }) => held[name] ?? initial),
    ),
}

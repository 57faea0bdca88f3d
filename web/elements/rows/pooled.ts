// Pooled functions (Maxout): k lines and their maximum. The lines are the tangents of x²/4 at k evenly spaced places, so
// that their maximum comes the nearer to the parabola the more there are.

import { subscript, type Concept } from './row-function.js'

const reach = 4

function tangents(pieces: number): { weights: Float32Array; bias: Float32Array } {
  const places = Float32Array.from({ length: pieces }, (_, j) => reach * ((2 * j + 1) / pieces - 1))
  return { weights: places.map((t) => t / 2), bias: places.map((t) => (-t * t) / 4) }
}

export const pooled: Concept = {
  held: [],
  of: (engine, info, parameters) => {
    const count = info.parameters.find(({ integer }) => integer)!
    const pieces = parameters[count.name] ?? count.default
    const { weights, bias } = tangents(pieces)
    return {
      axis: 'x',
      lines: [
        { name: 'h', slopeName: '∂h/∂x', main: true },
        ...Array.from(weights, (_, j) => ({ name: `z${subscript(j + 1)}`, slopeName: '', main: false })),
      ],
      evaluate: (x) => {
        const rows = x.length
        const tangent = new Float32Array(rows).fill(1)
        const request = { x, rows, columns: 1, parameters, weights, bias, tangent }
        const { value, jacobianVector } = engine.rows(info.id, request)
        return [
          { value, slope: jacobianVector! },
          ...Array.from(weights, (slope, j) => ({
            value: x.map((t) => slope * t + bias[j]),
            slope: new Float32Array(rows).fill(slope),
          })),
        ]
      },
    }
  },
}

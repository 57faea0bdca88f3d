// engine.rows: arguments checked, arrays carried over and back (cpp/bindings/rows.cpp says their order).

import { fail, floats, knownKeys, wholeNumber } from './check.js'
import { inputFloats, outputFloats, type RawModule } from './module.js'
import { throwLastError } from './network.js'
import type { ActivationInfo, Rows, RowsRequest } from './types.js'

const mostNumbers = 16_777_216

const fields = ['x', 'rows', 'columns', 'parameters', 'pieces', 'weights', 'bias', 'noise', 'seed'] as const

/** Bits of the binding's `parts`. */
const partBits = { noise: 1, cotangent: 2, tangent: 4, weights: 8, bias: 16, drawn: 32 }

function arrayOf(path: string, value: unknown, length: number, meaning: string): Float32Array {
  const array = floats(path, value)
  if (array.length !== length)
    fail('shape', path, `${path} has ${array.length} values; ${meaning} are ${length}`)
  return array
}

/** Affine pieces of Maxout, [pieces][columns] and [pieces]. */
function affineOf(info: ActivationInfo, { weights, bias }: RowsRequest, columns: number) {
  if (!weights && !bias) return { pieces: 0, arrays: [], parts: 0 }
  if (info.kind !== 'pooled')
    fail('unknown_field', 'weights', `weights and bias are for maxout; ${info.id} has none`)
  const pieces = floats('weights', weights).length / columns
  if (!Number.isInteger(pieces) || pieces === 0)
    fail('shape', 'weights', `weights has ${weights!.length} values, not a multiple of ${columns} columns`)
  const arrays = [weights!]
  if (bias) arrays.push(arrayOf('bias', bias, pieces, 'one for each piece'))
  return { pieces, arrays, parts: partBits.weights | (bias ? partBits.bias : 0) }
}

/** Noise or a seed for it, for functions that have noise. */
function noiseOf(info: ActivationInfo, { noise, seed }: RowsRequest, size: number) {
  if (noise === undefined && seed === undefined) return { arrays: [], parts: 0, seed: 0 }
  const path = noise === undefined ? 'seed' : 'noise'
  if (info.kind !== 'stochastic') fail('unknown_field', path, `${info.id} has no noise: leave ${path} out`)
  if (noise === undefined)
    return { arrays: [], parts: partBits.drawn, seed: wholeNumber('seed', seed, 0, 4_294_967_295) }
  return { arrays: [arrayOf('noise', noise, size, 'rows × columns')], parts: partBits.noise, seed: 0 }
}

/** `parameters`: all values of the function, in its own order. */
export function evaluateRows(
  module: RawModule,
  entry: number,
  info: ActivationInfo,
  parameters: readonly number[],
  request: RowsRequest,
): Rows {
  knownKeys('rows', request, [...fields, 'cotangent', 'tangent'])
  const rows = wholeNumber('rows', request.rows, 0, mostNumbers)
  const columns = wholeNumber('columns', request.columns, 1, Math.floor(mostNumbers / Math.max(rows, 1)))
  const size = rows * columns
  const x = arrayOf('x', request.x, size, 'rows × columns')
  const noise = noiseOf(info, request, size)
  const affine = affineOf(info, request, columns)
  const { tangent, cotangent } = request
  const arrays: ArrayLike<number>[] = [parameters, x, ...noise.arrays]
  if (tangent) arrays.push(arrayOf('tangent', tangent, size, 'rows × columns'))
  if (cotangent) arrays.push(floats('cotangent', cotangent))
  arrays.push(...affine.arrays)
  const input = inputFloats(
    module,
    arrays.reduce((sum, { length }) => sum + length, 0),
  )
  let at = 0
  for (const array of arrays) {
    input.set(array, at)
    at += array.length
  }
  const products = (tangent ? partBits.tangent : 0) | (cotangent ? partBits.cotangent : 0)
  const outputs = module.rows(
    entry,
    rows,
    columns,
    affine.pieces,
    noise.parts | affine.parts | products,
    cotangent?.length ?? 0,
    noise.seed | 0,
  )
  if (outputs < 0) throwLastError(module)
  const output = outputFloats(module)
  const values = rows * outputs
  const up = values + (cotangent ? size : 0)
  return {
    value: output.slice(0, values),
    columns: outputs,
    ...(cotangent && { vectorJacobian: output.slice(values, up) }),
    ...(tangent && { jacobianVector: output.slice(up, up + values) }),
  }
}

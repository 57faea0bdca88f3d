// engine.rows: arguments checked, arrays carried over and back (cpp/bindings/rows.cpp says their order).

import { fail, floats, knownKeys, wholeNumber } from './check.js'
import { copyParts, inputFloats, outputFloats, throwLastError, type RawModule } from './module.js'
import type { ActivationInfo, Parameters, Rows, RowsRequest } from './types.js'

const mostNumbers = 16_777_216

const fields = [
  ...['x', 'rows', 'columns', 'parameters', 'pieces', 'weights', 'bias'],
  ...['noise', 'seed', 'cotangent', 'tangent', 'into'],
]

/** Bits of the binding's `parts`. */
const partBits = { noise: 1, cotangent: 2, tangent: 4, weights: 8, bias: 16, drawn: 32 }

function arrayOf(path: string, value: unknown, length: number, meaning: string): Float32Array {
  const array = floats(path, value)
  if (array.length !== length)
    fail('shape', path, `${path} has ${array.length} values; ${meaning} are ${length}`)
  return array
}

/** Affine maps of Maxout, units × pieces of them: weights [maps][columns] and bias [maps]. */
function affineOf(info: ActivationInfo, { weights, bias }: RowsRequest, columns: number) {
  if (!weights && !bias) return { affine: 0, arrays: [], parts: 0 }
  if (info.kind !== 'pooled')
    fail('unknown_field', 'weights', `weights and bias are for maxout; ${info.id} has none`)
  const affine = floats('weights', weights).length / columns
  if (!Number.isInteger(affine) || affine === 0)
    fail('shape', 'weights', `weights has ${weights!.length} values, not a multiple of ${columns} columns`)
  const arrays = [weights!]
  if (bias) arrays.push(arrayOf('bias', bias, affine, 'one for each row of weights'))
  return { affine, arrays, parts: partBits.weights | (bias ? partBits.bias : 0) }
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

/** `pieces` is the name of Maxout's parameter k in a request. */
function givenParameters(info: ActivationInfo, { parameters, pieces }: RowsRequest): Parameters | undefined {
  if (pieces === undefined) return parameters
  if (info.kind !== 'pooled') fail('unknown_field', 'pieces', `pieces are for maxout; ${info.id} has none`)
  return { ...parameters, k: pieces }
}

/** `valuesOf`: all values of the function's parameters in its own order, defaults filled in. */
export function evaluateRows(
  module: RawModule,
  entry: number,
  info: ActivationInfo,
  valuesOf: (parameters: Parameters | undefined) => readonly number[],
  request: RowsRequest,
): Rows {
  if (typeof request !== 'object' || request === null)
    fail('wrong_type', '', `rows needs an object with x, rows and columns, not ${String(request)}`)
  knownKeys('rows', request, fields)
  const parameters = valuesOf(givenParameters(info, request))
  const rows = wholeNumber('rows', request.rows, 0, mostNumbers)
  const columns = wholeNumber('columns', request.columns, 1, Math.floor(mostNumbers / Math.max(rows, 1)))
  const size = rows * columns
  const x = arrayOf('x', request.x, size, 'rows × columns')
  const noise = noiseOf(info, request, size)
  const maps = affineOf(info, request, columns)
  const { tangent, cotangent, into } = request
  const arrays: ArrayLike<number>[] = [parameters, x, ...noise.arrays]
  if (tangent) arrays.push(arrayOf('tangent', tangent, size, 'rows × columns'))
  if (cotangent) arrays.push(floats('cotangent', cotangent))
  arrays.push(...maps.arrays)
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
    maps.affine,
    noise.parts | maps.parts | products,
    cotangent?.length ?? 0,
    noise.seed | 0,
  )
  if (outputs < 0) throwLastError(module)
  const output = outputFloats(module)
  const values = rows * outputs
  const up = values + (cotangent ? size : 0)
  const parts = {
    value: output.subarray(0, values),
    ...(cotangent && { vectorJacobian: output.subarray(values, up) }),
    ...(tangent && { jacobianVector: output.subarray(up, up + values) }),
  }
  return { ...copyParts(parts, into), columns: outputs }
}

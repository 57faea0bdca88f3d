// Functions of rows through the package: every golden case within its bound, shapes, noise, errors.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'

const { ActivationPlaygroundError, loadEngine } = await import(
  new URL('../../build/package/index.js', import.meta.url).href
)
const engine = await loadEngine()
const ofRows = engine.catalogue().filter(({ elementWise }) => !elementWise)

const golden = async (id) =>
  JSON.parse(await readFile(new URL(`../reference/golden/${id}.json`, import.meta.url), 'utf8')).cases

const number = (text) => Number(String(text).replace('inf', 'Infinity'))
const numbers = (nested) => Float32Array.from([nested].flat(Infinity).map(number))

/** [height][width], row-major, along the other axis. */
const transposed = (matrix, width) =>
  matrix.map(
    (_, k) => matrix[(k % (matrix.length / width)) * width + Math.floor(k / (matrix.length / width))],
  )

function joined(first, second) {
  const both = new Float32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** The request that a golden case stands for, and what must come of it. */
function requestOf(golden) {
  const arrays = golden.gate
    ? {
        x: joined(numbers(golden.value), numbers(golden.gate)),
        tangent: joined(numbers(golden.tangent_value), numbers(golden.tangent_gate)),
        vjp: joined(numbers(golden.vjp_value), numbers(golden.vjp_gate)),
      }
    : { x: numbers(golden.x), tangent: numbers(golden.tangent), vjp: numbers(golden.vjp) }
  Object.assign(arrays, {
    cotangent: numbers(golden.cotangent),
    y: numbers(golden.y),
    jvp: numbers(golden.jvp),
  })
  if (golden.gumbel_noise) arrays.noise = numbers(golden.gumbel_noise)
  const [first, second] = golden.shape
  let [rows, columns] = second ? [first, second] : [1, arrays.x.length]
  if (golden.axis === 0 && second) {
    for (const key of Object.keys(arrays)) arrays[key] = transposed(arrays[key], columns)
    ;[rows, columns] = [columns, rows]
  }
  const { y, vjp, jvp, ...request } = arrays
  return {
    request: {
      ...request,
      rows,
      columns,
      ...(golden.tau && { parameters: { tau: golden.tau } }),
      ...(golden.k && { pieces: golden.k }),
    },
    expected: { value: y, vectorJacobian: vjp, jacobianVector: jvp },
  }
}

/** Loose: the native tests hold the bounds, this one the way through the package. */
function assertClose(found, expected, scale, what) {
  assert.equal(found.length, expected.length, what)
  expected.forEach((value, k) => {
    const same =
      Object.is(found[k], value) || Math.abs(found[k] - value) <= 4e-7 * Math.max(Math.abs(value), scale)
    assert.ok(same, `${what}[${k}] is ${found[k]}, not ${value}`)
  })
}

test('fifteen functions are of rows', () => {
  assert.equal(ofRows.length, 15)
  for (const { kind } of ofRows) assert.match(kind, /row-wise|gated|stochastic|pooled/)
})

for (const { id } of ofRows) {
  test(`golden cases: ${id}`, async () => {
    const cases = (await golden(id)).filter(({ points }) => !points)
    assert.ok(cases.length >= 3)
    for (const each of cases) {
      const { request, expected } = requestOf(each)
      const found = engine.rows(id, request)
      assert.equal(found.columns * request.rows, expected.value.length)
      for (const key of Object.keys(expected))
        assertClose(found[key], expected[key], key === 'value' ? 1e-38 : 1, `${each.name} ${key}`)
    }
  })
}

test('Maxout over affine pieces: a tangent fit of the parabola', async () => {
  for (const { W, b, points } of (await golden('maxout')).filter(({ points }) => points)) {
    const { value, columns, vectorJacobian } = engine.rows('maxout', {
      x: numbers(points.map(({ x }) => x)),
      rows: points.length,
      columns: 1,
      pieces: W.length,
      weights: Float32Array.from(W),
      bias: Float32Array.from(b),
      cotangent: new Float32Array(points.length).fill(1),
    })
    assert.equal(columns, 1)
    assertClose(value, numbers(points.map(({ y }) => y)), 1e-38, 'y')
    assert.deepEqual(vectorJacobian, numbers(points.map(({ dy_dx }) => dy_dx)))
  }
})

test('Gumbel noise: a seed decides it, none is the softmax', () => {
  const x = Float32Array.of(0.5, -1, 2, 0, 0, 0)
  const ask = (more) => engine.rows('gumbel_softmax', { x, rows: 2, columns: 3, ...more }).value
  assert.deepEqual(ask({}), engine.rows('softmax', { x, rows: 2, columns: 3 }).value)
  assert.deepEqual(ask({ seed: 4294967295 }), ask({ seed: 4294967295 }))
  assert.notDeepEqual(ask({ seed: 1 }), ask({ seed: 2 }))
  assert.notDeepEqual(ask({ seed: 1 }), ask({}))
})

test('results are written to arrays that are given', () => {
  const request = { x: Float32Array.of(1, 2, 3, 0, 0, 1), rows: 2, columns: 3 }
  const products = {
    cotangent: Float32Array.of(1, 0, 0, 0, 1, 0),
    tangent: Float32Array.of(0, 1, 0, 2, 0, 0),
  }
  const keys = ['value', 'vectorJacobian', 'jacobianVector']
  const into = Object.fromEntries(keys.map((key) => [key, new Float32Array(6)]))
  const found = engine.rows('softmax', { ...request, ...products, into })
  const fresh = engine.rows('softmax', { ...request, ...products })
  assert.deepEqual(found, fresh)
  for (const key of keys) assert.equal(found[key], into[key])
  for (const key of keys) {
    const kept = found.value.slice()
    assert.throws(
      () =>
        engine.rows('softmax', {
          ...request,
          ...products,
          x: request.x.toReversed(),
          into: { ...into, [key]: new Float32Array(5) },
        }),
      (error) => error.code === 'shape' && error.path === `into.${key}` && error.message.includes('5'),
    )
    assert.deepEqual(found.value, kept, 'nothing is written where something is wrong')
  }
  assert.throws(
    () => engine.rows('softmax', { ...request, into }),
    (error) => error.code === 'unknown_field' && error.path === 'into.vectorJacobian',
  )
})

test('no rows at all', () => {
  const none = new Float32Array(0)
  const { value, columns, vectorJacobian } = engine.rows('crelu', {
    x: none,
    rows: 0,
    columns: 3,
    cotangent: none,
  })
  assert.deepEqual([value.length, columns, vectorJacobian.length], [0, 6, 0])
})

const six = Float32Array.of(1, 2, 3, 4, 5, 6)
const request = { x: six, rows: 2, columns: 3 }
for (const [what, ask, code, path, named] of [
  [
    'an element-wise function',
    () => engine.rows('relu', request),
    'wrong_kind',
    'id',
    ['relu', 'evaluate', 'softmax'],
  ],
  [
    'an unknown function',
    () => engine.rows('sofmax', request),
    'unknown_activation',
    'id',
    ['sofmax', 'softmax'],
  ],
  ['evaluate', () => engine.evaluate('softmax', six), 'wrong_kind', 'id', ['softmax', 'engine.rows', 'relu']],
  ['properties', () => engine.properties('glu'), 'wrong_kind', 'id', ['glu', 'engine.rows']],
  ['too few values', () => engine.rows('softmax', { ...request, rows: 3 }), 'shape', 'x', ['6', '9']],
  [
    'an odd width',
    () => engine.rows('swiglu', request),
    'shape',
    'columns',
    ['swiglu', 'multiple of 2', '3'],
  ],
  ['no request', () => engine.rows('softmax'), 'wrong_type', '', ['x, rows and columns']],
  [
    'pieces for a function without them',
    () => engine.rows('softmax', { ...request, pieces: 2 }),
    'unknown_field',
    'pieces',
    ['softmax'],
  ],
  [
    'pieces that do not fit',
    () => engine.rows('maxout', { ...request, pieces: 2 }),
    'shape',
    'columns',
    ['2', '3'],
  ],
  [
    'half a piece',
    () => engine.rows('maxout', { ...request, pieces: 2.5 }),
    'out_of_range',
    'parameters.k',
    ['whole'],
  ],
  [
    'a cotangent like x',
    () => engine.rows('crelu', { ...request, cotangent: six }),
    'shape',
    'cotangent',
    ['6', '12'],
  ],
  [
    'a tangent too long',
    () => engine.rows('softmax', { ...request, tangent: new Float32Array(7) }),
    'shape',
    'tangent',
    ['7', '6'],
  ],
  [
    'noise where there is none',
    () => engine.rows('softmax', { ...request, noise: six }),
    'unknown_field',
    'noise',
    ['softmax'],
  ],
  [
    'a seed below zero',
    () => engine.rows('gumbel_softmax', { ...request, seed: -1 }),
    'out_of_range',
    'seed',
    ['-1', '4294967295'],
  ],
  [
    'a temperature of zero',
    () => engine.rows('gumbel_softmax', { ...request, parameters: { tau: 0 } }),
    'out_of_range',
    'parameters.tau',
    ['0.0'],
  ],
  [
    'a plain array',
    () => engine.rows('softmax', { ...request, x: [1, 2, 3, 4, 5, 6] }),
    'wrong_type',
    'x',
    ['Float32Array'],
  ],
  [
    'weights for softmax',
    () => engine.rows('softmax', { ...request, weights: six }),
    'unknown_field',
    'weights',
    ['maxout'],
  ],
  [
    'a wrong field',
    () => engine.rows('softmax', { ...request, axis: 0 }),
    'unknown_field',
    'rows.axis',
    ['axis', 'columns'],
  ],
]) {
  test(`refused, and the engine goes on: ${what}`, () => {
    assert.throws(ask, (error) => {
      assert.ok(error instanceof ActivationPlaygroundError, String(error))
      assert.deepEqual([error.code, error.path], [code, path], error.message)
      for (const word of named) assert.ok(error.message.includes(word), error.message)
      return true
    })
    assert.deepEqual([...engine.rows('hardmax', request).value], [0, 0, 1, 0, 0, 1])
  })
}

test('a network with functions of rows trains, and its probe claims no slope', () => {
  const network = engine.network({
    inputs: 2,
    layers: [
      { type: 'dense', units: 6 },
      { type: 'activation', id: 'crelu' },
      { type: 'dense', units: 8 },
      { type: 'activation', id: 'glu' },
      { type: 'dense', units: 1 },
    ],
    loss: 'binary_cross_entropy',
    optimizer: { type: 'sgd', learning_rate: 0.3 },
    batch_size: 20,
    seed: 2,
    dataset: { name: 'circle', size: 200, noise: 0 },
  })
  const losses = network.train(300)
  assert.ok(losses[299] < losses[0] / 2, `${losses[0]} to ${losses[299]}`)
  const [crelu, glu] = network.probe().layers
  for (const { meanSlope, saturatedLeft, saturatedRight, dead, gradientNorm, variance } of [crelu, glu]) {
    for (const none of [meanSlope, saturatedLeft, saturatedRight, dead]) assert.ok(Number.isNaN(none))
    assert.ok(gradientNorm > 0 && variance > 0)
  }
  network.dispose()
})

// The npm package as a program in Node uses it.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { trainingDigest } from './digest.mjs'

const packageFolder = new URL('../../build/package/', import.meta.url)
const { ActivationPlaygroundError, loadEngine } = await import(new URL('index.js', packageFolder).href)
const engine = await loadEngine()

const spec = {
  inputs: 2,
  layers: [
    { type: 'dense', units: 8 },
    { type: 'activation', id: 'tanh' },
    { type: 'dense', units: 1 },
  ],
  loss: 'binary_cross_entropy',
  optimizer: { type: 'sgd', learning_rate: 0.1 },
  batch_size: 10,
  seed: 3,
  dataset: { name: 'circle', size: 200, noise: 0, split: 0.5 },
}

test('the manifest names files that exist', async () => {
  const manifest = JSON.parse(await readFile(new URL('package.json', packageFolder), 'utf8'))
  assert.equal(manifest.type, 'module')
  const files = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )
  for (const file of files) assert.ok((await readFile(new URL(file, packageFolder))).length > 0, file)
})

test('the catalogue describes its functions', () => {
  const catalogue = engine.catalogue()
  const ids = catalogue.map(({ id }) => id)
  for (const id of ['relu', 'sigmoid', 'tanh', 'prelu', 'gelu', 'maxout']) assert.ok(ids.includes(id), id)
  assert.equal(new Set(ids).size, ids.length)
  for (const { id, name, formula, derivative } of catalogue)
    for (const text of [name.en, name.zh, formula, derivative]) assert.ok(text.length > 0, id)
})

test('ReLU: value and slope', () => {
  const { value, slope } = engine.evaluate('relu', Float32Array.of(-2, -0.5, 0.25, 3, 100))
  assert.deepEqual([...value], [0, 0, 0.25, 3, 100])
  assert.deepEqual([...slope], [0, 0, 1, 1, 1])
})

test('value and slope are written to arrays that are given', () => {
  const x = Float32Array.of(-2, 0.5)
  const into = { value: new Float32Array(2), slope: new Float32Array(2) }
  const { value, slope } = engine.evaluate('tanh', x, {}, into)
  assert.equal(value, into.value)
  assert.equal(slope, into.slope)
  const fresh = engine.evaluate('tanh', x)
  assert.deepEqual({ value, slope }, { value: fresh.value, slope: fresh.slope })
})

test('parameters change the function and have slopes of their own', () => {
  const { value, parameterSlopes } = engine.evaluate('leaky_relu', Float32Array.of(-2, 2), {
    negative_slope: 0.5,
  })
  assert.deepEqual([...value], [-1, 2])
  assert.ok(Object.values(parameterSlopes).every((slopes) => slopes.length === 2))
})

test('a binary given by hand works too', async () => {
  const wasm = await readFile(new URL('engine.wasm', packageFolder))
  const second = await loadEngine({ wasm })
  assert.deepEqual([...second.evaluate('relu', Float32Array.of(-1, 1)).value], [0, 1])
})

test('an unknown id is refused, valid ones are named, and the engine goes on', () => {
  assert.throws(
    () => engine.evaluate('rleu', Float32Array.of(1)),
    (error) =>
      error instanceof ActivationPlaygroundError &&
      typeof error.code === 'string' &&
      error.message.includes('rleu') &&
      error.message.includes('relu'),
  )
  assert.throws(
    () => engine.network({ ...spec, batch_size: -1 }),
    (error) => error instanceof ActivationPlaygroundError && error.message.includes('batch_size'),
  )
  assert.deepEqual([...engine.evaluate('relu', Float32Array.of(1)).value], [1])
})

const trainings = JSON.parse(await readFile(new URL('../digests/training.json', import.meta.url), 'utf8'))
for (const { name, spec, digest } of trainings) {
  test(`1,000 steps give the same bits as the native build: ${name}`, () => {
    assert.equal(trainingDigest(engine, spec), digest)
  })
}

test('slopes by parameters are those of the learned ones, for no input too', () => {
  for (const { id, elementWise, parameters } of engine.catalogue()) {
    if (!elementWise) continue
    const learned = parameters.filter((parameter) => parameter.learned).map(({ name }) => name)
    for (const x of [Float32Array.of(), Float32Array.of(0.5)])
      assert.deepEqual(Object.keys(engine.evaluate(id, x).parameterSlopes), learned, id)
  }
})

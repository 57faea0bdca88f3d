// The package of a project with one more header knows, measures and trains with its function.

import assert from 'node:assert/strict'
import test from 'node:test'

const folder = new URL('../../build/addition/build/package/', import.meta.url)
const { loadEngine } = await import(new URL('index.js', folder).href)
const engine = await loadEngine()

test('the catalogue describes it', () => {
  const info = engine.catalogue().find(({ id }) => id === 'twice_tanh')
  assert.equal(info?.name.en, 'Twice tanh')
  assert.equal(info.formula, String.raw`2\tanh x`)
})

test('it is evaluated and measured', () => {
  const { value, slope } = engine.evaluate('twice_tanh', Float32Array.of(0, 1))
  assert.deepEqual([value[0], slope[0]], [0, 2])
  assert.ok(Math.abs(value[1] - 2 * Math.tanh(1)) < 1e-6)
  const { range, leftSaturation, symmetry } = engine.properties('twice_tanh')
  assert.deepEqual([range.low, range.high, leftSaturation, symmetry], [-2, 2, 'soft', 'odd'])
})

test('a network trains with it', () => {
  const network = engine.network({
    inputs: 2,
    layers: [
      { type: 'dense', units: 8 },
      { type: 'activation', id: 'twice_tanh' },
      { type: 'dense', units: 1 },
    ],
    loss: 'binary_cross_entropy',
    optimizer: { type: 'adam', learning_rate: 0.02 },
    batch_size: 20,
    dataset: { name: 'circle' },
  })
  const losses = network.train(500)
  assert.ok(losses[499] < 0.5 * losses[0], `${losses[0]} ${losses[499]}`)
})

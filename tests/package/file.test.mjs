// Saving and loading through the package: training goes on to the bit, with data that the spec names and with data of
// one's own, in another engine.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'

const { loadEngine } = await import(new URL('../../build/package/index.js', import.meta.url).href)
const [engine, other] = [await loadEngine(), await loadEngine()]

const steps = 100
const trainings = JSON.parse(await readFile(new URL('../digests/training.json', import.meta.url), 'utf8'))

function goesOn(network, load) {
  network.train(steps)
  const file = network.save()
  const copy = load(file)
  assert.deepEqual(copy.spec, network.spec)
  assert.equal(copy.step, steps)
  assert.deepEqual(copy.weights(), network.weights())
  assert.deepEqual(copy.gradients(), network.gradients())
  assert.deepEqual(copy.train(steps), network.train(steps))
  assert.deepEqual(copy.weights(), network.weights())
  assert.deepEqual(copy.save(), network.save())
  for (const each of [network, copy]) each.dispose()
}

for (const { name, spec } of trainings)
  test(`${name} goes on from its file`, () => goesOn(engine.network(spec), (file) => other.load(file)))

test('with data of its own, which is given again', () => {
  const data = {
    x: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)),
    rows: 20,
    labels: Int32Array.from({ length: 20 }, (_, i) => i % 4),
  }
  const spec = {
    inputs: 3,
    layers: [
      { type: 'dense', units: 9 },
      { type: 'activation', id: 'rrelu' },
      { type: 'dropout', rate: 0.3 },
      { type: 'dense', units: 4 },
    ],
    loss: 'softmax_cross_entropy',
    optimizer: { type: 'rmsprop', learning_rate: 0.01, centered: true, momentum: 0.3 },
    batch_size: 7,
    shuffle: true,
    seed: 11,
  }
  goesOn(engine.network(spec, data), (file) => other.load(file, data))
})

test('any damaged byte is noticed', () => {
  const file = engine.network(trainings[0].spec).save()
  for (let at = 0; at < file.length; at += 1 + (at >> 5)) {
    const code = at < 8 ? 'foreign_file' : 'damaged_file'
    assert.throws(() => engine.load(file.with(at, file[at] ^ (1 << (at % 8)))), { code }, `byte ${at}`)
  }
})

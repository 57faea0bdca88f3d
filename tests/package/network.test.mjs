// Networks through the public API: data of one's own, weights out and in, probes, and everything that is refused.

import assert from 'node:assert/strict'
import test from 'node:test'

const packageFolder = new URL('../../build/package/', import.meta.url)
const { ActivationPlaygroundError, loadEngine } = await import(new URL('index.js', packageFolder).href)
const engine = await loadEngine()

const spec = {
  inputs: 2,
  layers: [
    { type: 'dense', units: 3 },
    { type: 'activation', id: 'prelu', learned: ['a'], channels: 3 },
    { type: 'maxout', units: 2, pieces: 2 },
    { type: 'dense', units: 1 },
  ],
  loss: 'mean_squared_error',
  optimizer: { type: 'sgd', learning_rate: 0.1 },
  batch_size: 2,
}
const data = { x: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), rows: 4, y: Float32Array.of(0, 1, 1, 0) }

/** What is thrown names all of these. */
function refused(action, code, ...named) {
  assert.throws(action, (error) => {
    assert.ok(error instanceof ActivationPlaygroundError, String(error))
    assert.equal(error.code, code, error.message)
    for (const word of named) assert.ok(error.message.includes(word), `"${error.message}" lacks "${word}"`)
    return true
  })
}

test('weights, gradients and predictions have the shapes of the spec', () => {
  const network = engine.network(spec, data)
  const losses = network.train(5)
  assert.equal(losses.length, 5)
  assert.equal(network.step, 5)
  const lengths = Object.fromEntries(
    Object.entries(network.weights()).map(([key, values]) => [key, values.length]),
  )
  assert.deepEqual(lengths, {
    '0.weight': 6,
    '0.bias': 3,
    '1.a': 3,
    '2.weight': 12,
    '2.bias': 4,
    '3.weight': 2,
    '3.bias': 1,
  })
  assert.deepEqual(Object.keys(network.gradients()), Object.keys(lengths))
  assert.equal(network.predict(data.x).length, 4)
  const into = new Float32Array(4)
  assert.equal(network.predict(data.x, into), into)
  assert.deepEqual(into, network.predict(data.x))
  assert.equal(network.gradientNorms().length, 3)
  const probe = network.probe({ low: -2, high: 2, bins: 8 })
  assert.deepEqual(
    probe.layers.map(({ layer }) => layer),
    [1, 2],
  )
  assert.equal(probe.layers[0].parameters.a.length, 3)
  assert.equal(probe.layers[1].pieces.slope.length, 2)
  const { layers, ...rest } = network.probe({ weightGradients: false, low: -2, high: 2, bins: 8 })
  for (const [k, layer] of layers.entries()) {
    assert.ok(probe.layers[k].weightGradientNorm > 0)
    assert.deepEqual({ ...probe.layers[k], weightGradientNorm: NaN }, layer)
  }
  assert.deepEqual({ ...rest, layers: probe.layers }, probe)
  for (const { histogram, below, above } of probe.layers) {
    const total = histogram.reduce((sum, share) => sum + share, below + above)
    assert.ok(Math.abs(total - 1) < 1e-5)
  }
  network.dispose()
})

test('training is observed on the way, and what it trains stays the same', () => {
  const [observed, plain] = [engine.network(spec, data), engine.network(spec, data)]
  assert.equal(observed.observed(), null)
  observed.observe({ every: 2, low: -2, high: 2, activationLow: 0, bins: 8 })
  assert.equal(observed.observed(), null)
  assert.deepEqual(observed.train(10), plain.train(10))
  assert.deepEqual(observed.weights(), plain.weights())
  const { layers, ...rest } = observed.observed()
  const options = { every: 2, low: -2, high: 2, activationLow: 0, activationHigh: 2, bins: 8 }
  assert.deepEqual(rest, { step: 10, batches: 5, samples: 10, ...options })
  const [prelu, maxout] = layers
  assert.deepEqual([prelu.layer, maxout.layer], [1, 2])
  assert.deepEqual(prelu.parameters.a, observed.weights()['1.a'])
  for (const { activationHistogram, activationBelow, activationAbove } of layers) {
    const total = activationHistogram.reduce((sum, share) => sum + share, activationBelow + activationAbove)
    assert.ok(Math.abs(total - 1) < 1e-5)
  }
  for (const { gradientNorm, weightGradientNorm, variance, skew, mean } of layers) {
    assert.ok(gradientNorm > 0 && weightGradientNorm > 0 && variance > 0)
    assert.ok(Math.abs(skew - mean / Math.sqrt(variance)) < 1e-4)
  }
  assert.ok(Number.isNaN(maxout.meanSlope) && Number.isNaN(maxout.histogram[0]) && !maxout.pieces)
  assert.equal(observed.observed(), null)
  refused(() => observed.observe({ every: 0 }), 'out_of_range', 'observe.every', '0')
  refused(() => observed.observe({ low: 1, high: 1 }), 'out_of_range', 'observe.high', '1')
  refused(() => observed.observe({ units: 1 }), 'unknown_field', 'observe.units', 'every')
  observed.train(2)
  assert.equal(observed.observed().batches, 1)
  observed.observe(null)
  observed.train(2)
  assert.equal(observed.observed(), null)
  observed.dispose()
  plain.dispose()
})

test('weights that are set are the weights', () => {
  const [first, second] = [engine.network(spec, data), engine.network({ ...spec, seed: 9 }, data)]
  first.train(3)
  second.setWeights(first.weights())
  assert.deepEqual(second.predict(data.x), first.predict(data.x))
  first.dispose()
  second.dispose()
})

test('a learned parameter may leave the range of its slider', () => {
  const network = engine.network(spec, data)
  network.setWeights({ '1.a': Float32Array.of(68, -40, 0) })
  assert.equal(engine.evaluate('prelu', Float32Array.of(-1), { a: 68 }).value[0], -68)
  assert.equal(engine.properties('prelu', { a: 68 }).slopeBound, 68)
  network.dispose()
})

test('data that does not fit or is not finite is refused by name, and nothing is lost', () => {
  const network = engine.network(spec, data)
  const before = network.weights()
  refused(() => engine.network(spec), 'missing_field', 'dataset', 'data')
  refused(
    () => engine.network(spec, { ...data, x: data.x.with(3, Number.NaN) }),
    'not_finite',
    'data.x[3]',
    'NaN',
  )
  refused(() => engine.network(spec, { ...data, x: data.x.slice(1) }), 'shape', 'data.x', '7', '8')
  refused(() => engine.network(spec, { ...data, y: new Float32Array(8) }), 'shape', '2', '1')
  refused(() => engine.network(spec, { ...data, Y: data.y }), 'unknown_field', 'data.Y', 'labels')
  refused(() => engine.network({ ...spec, inputs: 0 }, data), 'out_of_range', 'inputs', '0')
  refused(
    () => engine.network({ ...spec, optimizer: { type: 'sgd', learning_rate: Infinity } }),
    'out_of_range',
    'optimizer.learning_rate',
    'Infinity',
  )
  const classes = { ...spec, loss: 'softmax_cross_entropy', layers: [{ type: 'dense', units: 3 }] }
  const labels = Int32Array.of(0, 1, 2, 3)
  refused(() => engine.network(classes, { x: data.x, rows: 4, labels }), 'data', 'data.labels[3]', '0 to 2')
  refused(() => network.setWeights({ '0.weight': new Float32Array(5) }), 'shape', '0.weight', '6', '5')
  refused(
    () => network.setWeights({ '9.weight': new Float32Array(5) }),
    'unknown_field',
    '9.weight',
    '0.weight',
  )
  refused(
    () => network.setWeights({ '0.bias': new Float32Array(3), '1.a': Float32Array.of(1, Infinity, 1) }),
    'not_finite',
    '1.a[1]',
  )
  refused(() => network.train(-1), 'out_of_range', 'steps', '-1')
  refused(() => network.train(1.5), 'out_of_range', 'steps', '1.5')
  refused(() => network.predict(new Float32Array(3)), 'shape', '3', '2')
  refused(() => network.probe({ low: 1, high: 1 }), 'out_of_range', 'probe.high')
  refused(() => network.setLearningRate(-1), 'out_of_range', 'learning_rate', '-1')
  refused(() => network.setBatchSize(0), 'out_of_range', 'batch_size', '0')
  refused(() => engine.evaluate('elu', Float32Array.of(1), { alpha: -3 }), 'out_of_range', 'alpha', '-3')
  refused(() => engine.evaluate('elu', Float32Array.of(1), { beta: 1 }), 'unknown_field', 'beta', 'alpha')
  refused(() => engine.evaluate('elu', [1]), 'wrong_type', 'Float32Array')
  assert.deepEqual(network.weights(), before)
  network.dispose()
  refused(() => network.train(1), 'disposed')
})

test('divergence is a state with its step, not a crash', () => {
  const network = engine.network({ ...spec, optimizer: { type: 'sgd', learning_rate: 1e5 } }, data)
  const losses = network.train(50)
  const at = network.divergedAt
  assert.ok(at !== null && at > 0 && at < 50)
  assert.ok(Number.isFinite(losses[0]))
  assert.ok(!Number.isFinite(losses[49]))
  assert.equal(network.train(3).length, 3)
  network.dispose()
})

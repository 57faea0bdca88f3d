// Bad input, one row each: the error has a code, the path of the field, and names what was found or what is valid; the
// engine goes on after it.

import assert from 'node:assert/strict'
import test from 'node:test'

const packageFolder = new URL('../../build/package/', import.meta.url)
const { ActivationPlaygroundError, loadEngine } = await import(new URL('index.js', packageFolder).href)
const engine = await loadEngine()

const spec = {
  inputs: 2,
  layers: [
    { type: 'dense', units: 4, bias: false },
    { type: 'batch_norm' },
    { type: 'activation', id: 'leaky_relu', parameters: { negative_slope: 0.1 } },
    { type: 'dropout', rate: 0.2 },
    { type: 'maxout', units: 3, pieces: 2 },
    { type: 'dense', units: 1 },
  ],
  loss: 'huber',
  loss_parameters: { delta: 0.5 },
  optimizer: { type: 'adam', learning_rate: 0.01 },
  schedule: { type: 'cosine', steps: 100 },
  clip_norm: 1,
  batch_size: 2,
  initialization: { scheme: 'lecun_normal', gain: 'measured', bias: 0.1 },
}
const data = { x: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), rows: 4, y: Float32Array.of(0, 1, 1, 0) }

/** A copy of the spec with one field set, by a path such as 'layers.0.units'. */
function put(path, value) {
  const copy = structuredClone(spec)
  const keys = path.split('.')
  const last = keys.pop()
  let object = copy
  for (const key of keys) object = object[key] ??= {}
  if (value === undefined) delete object[last]
  else object[last] = value
  return copy
}

const sgd = (more) => ({ type: 'sgd', learning_rate: 0.1, ...more })

// [field, value, code, path, words of the message]
const fields = [
  ['inputs', undefined, 'out_of_range', 'inputs', 'undefined'],
  ['inputs', 0, 'out_of_range', 'inputs', '4096'],
  ['inputs', -2, 'out_of_range', 'inputs', '-2'],
  ['inputs', 2.5, 'out_of_range', 'inputs', '2.5'],
  ['inputs', '2', 'out_of_range', 'inputs', '"2"'],
  ['inputs', NaN, 'out_of_range', 'inputs', 'NaN'],
  ['layers', undefined, 'missing_field', 'layers', 'array'],
  ['layers', {}, 'wrong_type', 'layers', 'an object'],
  ['layers', [], 'out_of_range', 'layers.length', '256'],
  ['layers.0', null, 'wrong_type', 'layers[0]', 'null'],
  ['layers.0.type', 'conv', 'unknown_value', 'layers[0].type', 'batch_norm, dropout'],
  ['layers.0.type', undefined, 'missing_field', 'layers[0].type', 'text'],
  ['layers.0.units', 0, 'out_of_range', 'layers[0].units', '4096'],
  ['layers.0.units', -8, 'out_of_range', 'layers[0].units', '-8'],
  ['layers.0.units', 1.5, 'out_of_range', 'layers[0].units', 'whole'],
  ['layers.0.units', Infinity, 'out_of_range', 'layers[0].units', 'Infinity'],
  ['layers.0.units', null, 'wrong_type', 'layers[0].units', 'null'],
  ['layers.0.bias', 1, 'wrong_type', 'layers[0].bias', 'true or false'],
  ['layers.0.pieces', 2, 'unknown_field', 'layers[0].pieces', 'type, units, bias'],
  ['layers.0.activation', 'relu', 'unknown_field', 'layers[0].activation', 'units'],
  ['layers.1.momentum', 1.5, 'out_of_range', 'layers[1].momentum', '1.5'],
  ['layers.1.epsilon', 0, 'out_of_range', 'layers[1].epsilon', '0'],
  ['layers.1.eps', 1e-5, 'unknown_field', 'layers[1].eps', 'epsilon'],
  ['layers.2.id', 'rleu', 'unknown_activation', 'layers[2].id', 'relu'],
  ['layers.2.id', 5, 'wrong_type', 'layers[2].id', 'a number'],
  ['layers.2.parameters.slope', 1, 'unknown_field', 'layers[2].parameters.slope', 'negative_slope'],
  ['layers.2.parameters.negative_slope', NaN, 'out_of_range', 'layers[2].parameters.negative_slope', 'NaN'],
  ['layers.2.learned', ['a'], 'unknown_parameter', 'layers[2].learned', 'none'],
  ['layers.2.learned', 'a', 'wrong_type', 'layers[2].learned', 'array'],
  ['layers.3.rate', 1, 'out_of_range', 'layers[3].rate', '1'],
  ['layers.3.rate', -0.1, 'out_of_range', 'layers[3].rate', '-0.1'],
  ['layers.3.rate', undefined, 'missing_field', 'layers[3].rate', 'missing'],
  ['layers.3.p', 0.5, 'unknown_field', 'layers[3].p', 'rate'],
  ['layers.4.pieces', 0, 'out_of_range', 'layers[4].pieces', '8'],
  ['layers.4.pieces', 9, 'out_of_range', 'layers[4].pieces', '9'],
  ['layers.4.least_squares', {}, 'missing_field', 'layers[4].least_squares.target', 'missing'],
  [
    'layers.4.least_squares',
    { target: 'x2' },
    'unknown_activation',
    'layers[4].least_squares.target',
    '"data"',
  ],
  ['layers.4.least_squares', { target: 'data' }, 'conflict', 'layers[4].least_squares.target', 'first layer'],
  ['layers.5.units', 2, 'shape', 'layers', '2 outputs'],
  ['layers.5.units', 4096, 'shape', 'layers', '4096'],
  ['loss', 'mse', 'unknown_value', 'loss', 'huber'],
  ['loss', undefined, 'missing_field', 'loss', 'missing'],
  ['loss', 'softmax_cross_entropy', 'unknown_field', 'loss_parameters.delta', 'none'],
  ['loss_parameters.delta', 0, 'out_of_range', 'loss_parameters.delta', '0'],
  ['loss_parameters.delta', Infinity, 'out_of_range', 'loss_parameters.delta', 'Infinity'],
  ['loss_parameters.gamma', 1, 'unknown_field', 'loss_parameters.gamma', 'delta'],
  ['optimizer', undefined, 'missing_field', 'optimizer', 'object'],
  ['optimizer', 'adam', 'wrong_type', 'optimizer', 'a text'],
  ['optimizer.type', 'adamax', 'unknown_value', 'optimizer.type', 'sgd, adam, adamw, rmsprop, adagrad'],
  ['optimizer.learning_rate', Infinity, 'out_of_range', 'optimizer.learning_rate', 'Infinity'],
  ['optimizer.learning_rate', NaN, 'out_of_range', 'optimizer.learning_rate', 'NaN'],
  ['optimizer.learning_rate', -0.1, 'out_of_range', 'optimizer.learning_rate', '-0.1'],
  ['optimizer.learning_rate', undefined, 'missing_field', 'optimizer.learning_rate', 'missing'],
  ['optimizer.learning_rate', true, 'wrong_type', 'optimizer.learning_rate', 'a boolean'],
  ['optimizer.lr', 0.1, 'unknown_field', 'optimizer.lr', 'learning_rate'],
  ['optimizer.momentum', 0.9, 'unknown_field', 'optimizer.momentum', 'beta1'],
  ['optimizer.beta1', 1, 'out_of_range', 'optimizer.beta1', '0.999999'],
  ['optimizer.epsilon', 0, 'out_of_range', 'optimizer.epsilon', '0'],
  ['optimizer', sgd({ momentum: -0.5 }), 'out_of_range', 'optimizer.momentum', '-0.5'],
  ['optimizer', sgd({ beta1: 0.9 }), 'unknown_field', 'optimizer.beta1', 'nesterov'],
  ['optimizer', sgd({ nesterov: 'yes' }), 'wrong_type', 'optimizer.nesterov', 'true or false'],
  ['optimizer', sgd({ weight_decay: -1 }), 'out_of_range', 'optimizer.weight_decay', '-1'],
  ['optimizer', { type: 'rmsprop', learning_rate: 0.1, alpha: 1 }, 'out_of_range', 'optimizer.alpha', '1'],
  [
    'optimizer',
    { type: 'adagrad', learning_rate: 0.1, initial_accumulator: -1 },
    'out_of_range',
    'optimizer.initial_accumulator',
    '-1',
  ],
  ['schedule.type', 'linear', 'unknown_value', 'schedule.type', 'constant, step, cosine'],
  ['schedule.steps', 0, 'out_of_range', 'schedule.steps', '0'],
  ['schedule.steps', undefined, 'missing_field', 'schedule.steps', 'missing'],
  ['schedule.every', 5, 'unknown_field', 'schedule.every', 'steps, minimum'],
  ['schedule.minimum', -1, 'out_of_range', 'schedule.minimum', '-1'],
  ['l1', -1, 'out_of_range', 'l1', '-1'],
  ['clip_norm', -1, 'out_of_range', 'clip_norm', '-1'],
  ['clip_norm', NaN, 'out_of_range', 'clip_norm', 'NaN'],
  ['batch_size', 0, 'out_of_range', 'batch_size', '65536'],
  ['batch_size', 1, 'out_of_range', 'batch_size', 'batch_norm'],
  ['batch_size', 1e9, 'out_of_range', 'batch_size', '65536'],
  ['shuffle', 1, 'wrong_type', 'shuffle', 'true or false'],
  ['seed', -1, 'out_of_range', 'seed', '-1'],
  ['seed', 2 ** 32, 'out_of_range', 'seed', '4294967295'],
  ['seed', 1.5, 'out_of_range', 'seed', 'whole'],
  ['initialization.scheme', 'glorot', 'unknown_value', 'initialization.scheme', 'orthogonal'],
  ['initialization.gain', 'relu', 'out_of_range', 'initialization.gain', 'relu'],
  ['initialization.gain', -1, 'out_of_range', 'initialization.gain', '-1'],
  ['initialization.scale', Infinity, 'out_of_range', 'initialization.scale', 'Infinity'],
  ['initialization.bias', NaN, 'out_of_range', 'initialization.bias', 'NaN'],
  ['pretraining', { method: 'dbn', epochs: 1 }, 'unknown_value', 'pretraining.method', 'autoencoder, rbm'],
  ['pretraining', { method: 'rbm', epochs: 1 }, 'conflict', 'pretraining.method', 'sigmoid'],
  ['pretraining', { method: 'autoencoder', epochs: 0 }, 'out_of_range', 'pretraining.epochs', '0'],
  ['dataset', { name: 'circle' }, 'conflict', 'data', 'circle'],
  ['dataset', { name: 'mnist' }, 'unknown_value', 'dataset.name', 'spiral'],
  ['dataset', { name: 'circle', noise: NaN }, 'out_of_range', 'dataset.noise', 'NaN'],
  ['dataset', { name: 'circle', size: 10.5 }, 'out_of_range', 'dataset.size', 'whole'],
  ['dataset', { name: 'circle', split: 2 }, 'out_of_range', 'dataset.split', '2'],
  ['epochs', 5, 'unknown_field', 'epochs', 'pretraining, dataset'],
]

const labels = { ...spec, loss: 'softmax_cross_entropy', loss_parameters: undefined }
const with3 = { ...labels, layers: [{ type: 'dense', units: 3 }] }
const classes = (...values) => ({ x: data.x, rows: 4, labels: Int32Array.from(values) })
const big = {
  ...put('batch_size', 65536),
  layers: [
    { type: 'dense', units: 4096 },
    { type: 'dense', units: 1 },
  ],
}
const network = engine.network(spec, data)
const file = network.save()

// [what is done, code, path, words of the message]
const calls = [
  [() => engine.network(), 'wrong_type', '', 'null'],
  [() => engine.network(null), 'wrong_type', '', 'null'],
  [() => engine.network('xor'), 'wrong_type', '', 'a text'],
  [() => engine.network([spec]), 'wrong_type', '', 'an array'],
  [() => engine.network({ ...spec, seed: 1n }), 'wrong_type', '', 'BigInt'],
  [() => engine.network(spec), 'missing_field', 'dataset', 'data'],
  [() => engine.network(big, data), 'too_large', 'layers', 'MB'],
  [() => engine.network(spec, { ...data, rows: 0 }), 'out_of_range', 'data.rows', '0'],
  [() => engine.network(spec, { ...data, rows: -4 }), 'out_of_range', 'data.rows', '-4'],
  [() => engine.network(spec, { ...data, rows: 3 }), 'shape', 'data.x', '8', '6'],
  [() => engine.network(spec, { ...data, x: [...data.x] }), 'wrong_type', 'data.x', 'Float32Array'],
  [
    () => engine.network(spec, { ...data, x: data.x.with(5, -Infinity) }),
    'not_finite',
    'data.x[5]',
    '-Infinity',
  ],
  [() => engine.network(spec, { ...data, y: data.y.with(2, NaN) }), 'not_finite', 'data.y[2]', 'NaN'],
  [() => engine.network(spec, { ...data, y: new Float32Array(5) }), 'shape', 'data.y', '5', '4'],
  [() => engine.network(spec, { ...data, y: new Float64Array(4) }), 'wrong_type', 'data.y', 'Float64Array'],
  [() => engine.network(spec, { x: data.x, rows: 4 }), 'shape', 'layers', '0 target columns'],
  [() => engine.network(spec, { ...data, weights: data.y }), 'unknown_field', 'data.weights', 'labels'],
  [
    () => engine.network(spec, { ...data, labels: Int32Array.of(0, 1, 1, 0) }),
    'conflict',
    'data.labels',
    'data.y',
  ],
  [() => engine.network(with3, classes(0, 1, 3, 0)), 'data', 'data.labels[2]', '0 to 2'],
  [() => engine.network(with3, classes(0, -1, 2, 0)), 'data', 'data.labels[1]', '-1'],
  [() => engine.network(with3, classes(0, 1)), 'shape', 'data.labels', '2', '4'],
  [
    () => engine.network(with3, { ...classes(), labels: [0, 1, 2, 0] }),
    'wrong_type',
    'data.labels',
    'Int32Array',
  ],
  [() => engine.network(with3, data), 'data', 'data.labels', 'missing'],
  [() => network.train(-1), 'out_of_range', 'steps', '-1'],
  [() => network.train(0.5), 'out_of_range', 'steps', '0.5'],
  [() => network.train(Infinity), 'out_of_range', 'steps', 'Infinity'],
  [() => network.train('5'), 'out_of_range', 'steps', '"5"'],
  [() => network.predict([0, 1]), 'wrong_type', 'x', 'Float32Array'],
  [() => network.predict(new Float32Array(3)), 'shape', 'x', '3', '2'],
  [() => network.predict(Float32Array.of(NaN, 0)), 'not_finite', 'x[0]', 'NaN'],
  [() => network.predict(data.x, new Float32Array(3)), 'shape', 'into', '3', '4'],
  [() => network.predict(data.x, [1, 2, 3, 4]), 'wrong_type', 'into', 'Float32Array'],
  [
    () => engine.evaluate('relu', data.x, {}, { value: new Float32Array(3), slope: data.x }),
    'shape',
    'into.value',
    '3',
    String(data.x.length),
  ],
  [
    () => engine.evaluate('relu', data.x, {}, { valeu: data.x }),
    'unknown_field',
    'into.valeu',
    'value, slope',
  ],
  [() => engine.evaluate('relu', data.x, {}, { slope: [0] }), 'wrong_type', 'into.slope', 'Float32Array'],
  [() => engine.evaluate('relu', data.x, {}, 5), 'wrong_type', 'into', 'object', '5'],
  [() => network.setWeights({ '0.weight': new Float32Array(7) }), 'shape', '0.weight', '8', '7'],
  [() => network.setWeights({ '0.bias': new Float32Array(4) }), 'unknown_field', 'weights.0.bias', '1.gamma'],
  [() => network.setWeights({ '1.beta': Float32Array.of(0, NaN, 0, 0) }), 'not_finite', '1.beta[1]', 'NaN'],
  [
    () =>
      network.setWeights({ '1.gamma': new Float32Array(4), '1.running_var': Float32Array.of(1, 1, -1, 1) }),
    'out_of_range',
    '1.running_var',
    'negative',
  ],
  [() => network.setLearningRate(Infinity), 'out_of_range', 'optimizer.learning_rate', 'Infinity'],
  [() => network.setLearningRate(-1), 'out_of_range', 'optimizer.learning_rate', '-1'],
  [() => network.setBatchSize(1), 'out_of_range', 'batch_size', 'batch_norm'],
  [() => network.setBatchSize(1.5), 'out_of_range', 'batch_size', '1.5'],
  [() => network.probe({ bins: 0 }), 'out_of_range', 'probe.bins', '0'],
  [() => network.probe({ low: NaN }), 'out_of_range', 'probe.low', 'NaN'],
  [
    () => network.boundary({ columns: 0, rows: 1, xMin: 0, xMax: 1, yMin: 0, yMax: 1 }),
    'out_of_range',
    'grid.columns',
    '0',
  ],
  [() => engine.load('file'), 'wrong_type', 'file', 'Uint8Array'],
  [() => engine.load(new Uint8Array(0)), 'foreign_file', 'file', 'APLAYNET'],
  [
    () => engine.load(new TextEncoder().encode(JSON.stringify(spec))),
    'foreign_file',
    'file',
    'saved network',
  ],
  [() => engine.load(file.slice(0, -1), data), 'damaged_file', 'file', String(file.length)],
  [() => engine.load(file.with(200, file[200] ^ 1), data), 'damaged_file', 'file', 'checksum'],
  [() => engine.load(file), 'missing_field', 'dataset', 'data'],
  [() => engine.load(file, { ...data, x: data.x.with(0, 1) }), 'data', 'data', 'trained on'],
  [() => engine.load(file, { ...data, y: undefined }), 'shape', 'layers', 'target columns'],
]

/** The engine still gives what it gave. */
const before = network.weights()
const losses = [...engine.network(spec, data).train(20)]
function check(action, code, path, words, label = String(action)) {
  assert.throws(
    action,
    (error) => {
      assert.ok(error instanceof ActivationPlaygroundError, String(error))
      assert.equal(error.code, code, error.message)
      assert.equal(error.path, path, error.message)
      for (const word of words) assert.ok(error.message.includes(word), `"${error.message}" lacks "${word}"`)
      return true
    },
    label,
  )
  assert.deepEqual(network.weights(), before)
}

test('every field of a spec says what is wrong with it', () => {
  for (const [field, value, code, path, word] of fields) {
    const made = () => engine.network(put(field, value), data)
    check(made, code, path, [word], `${field} = ${value}`)
  }
})

test('so does every argument of a call', () => {
  for (const [action, code, path, ...words] of calls) check(action, code, path, words)
})

test('nothing of it is left behind', () => {
  const after = engine.network(spec, data)
  assert.deepEqual([...after.train(20)], losses)
})

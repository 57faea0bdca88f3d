// Functions that users write, through the package: information, values, properties, networks, errors with their place.

import assert from 'node:assert/strict'
import test from 'node:test'

const { ActivationPlaygroundError, ExpressionError, loadEngine } = await import(
  new URL('../../build/package/index.js', import.meta.url).href
)
const engine = await loadEngine()
const x = Float32Array.from({ length: 81 }, (_, i) => (i - 40) / 8)

test('a definition tells of itself as the catalogue does', () => {
  const info = engine.define('  x * tanh(softplus(a * x));  a = 0.5 ')
  assert.equal(info.id, '=x * tanh(softplus(a * x)); a = 0.5')
  assert.equal(info.name.en, 'x * tanh(softplus(a * x)); a = 0.5')
  assert.equal(info.kind, 'parametric-learned')
  assert.equal(info.elementWise, true)
  assert.equal(
    info.formula,
    'x\\,\\operatorname{tanh}\\left(\\operatorname{softplus}\\left(a\\,x\\right)\\right)',
  )
  assert.deepEqual(info.parameters, [
    { name: 'a', latex: 'a', default: 0.5, min: -10, max: 10, integer: false, learned: true },
  ])
  assert.deepEqual(info.bound, { value: Infinity, slope: Infinity })
  assert.deepEqual(Object.keys(info), Object.keys(engine.catalogue()[0]))
  assert.equal(engine.catalogue().length, 103)
})

test('values, slopes and slopes by parameters', () => {
  const { id } = engine.define('x * sigmoid(b * x)')
  const written = engine.evaluate(id, x, { b: 1.5 })
  const known = engine.evaluate('swish', x, { beta: 1.5 })
  x.forEach((at, i) => {
    const near = (a, b) => assert.ok(Math.abs(a - b) <= 2e-6 * (1 + Math.abs(b)), `${a} and ${b} at ${at}`)
    near(written.value[i], known.value[i])
    near(written.slope[i], known.slope[i])
    near(written.parameterSlopes.b[i], known.parameterSlopes.beta[i])
  })
})

test('an id that was never defined here is read', () => {
  assert.deepEqual(engine.evaluate('=tanh(x)', x).value, engine.evaluate('tanh', x).value)
})

test('properties are those of the function', () => {
  engine.define('min(max(x, -c), c)')
  const written = engine.properties('=min(max(x, -c), c)', { c: 2 })
  const known = engine.properties('hard_tanh', { min_val: -2, max_val: 2 })
  assert.equal(written.leftSaturation, 'hard')
  assert.deepEqual(written.range, known.range)
  assert.equal(written.symmetry, known.symmetry)
  assert.ok(Math.abs(written.gaussianMoments.meanSquare - known.gaussianMoments.meanSquare) < 1e-6)
})

test('an error has a place in the text as JavaScript counts it', () => {
  assert.throws(
    () => engine.define('x \u2212 softpluss(x)'),
    (error) => {
      assert.ok(error instanceof ExpressionError && error instanceof ActivationPlaygroundError)
      assert.equal(error.name, 'ExpressionError')
      assert.equal(error.code, 'expression')
      assert.equal(error.position, 4)
      assert.equal(error.message, 'unknown function "softpluss"; did you mean softplus?')
      assert.equal(error.reason, 'function_near')
      assert.deepEqual(error.details, ['"softpluss"', 'softplus'])
      return true
    },
  )
  assert.throws(() => engine.define(''), { position: 0 })
  assert.throws(() => engine.define('x + \u{1F600}'), { position: 4, message: /found "\u{1F600}"/u })
  assert.throws(() => engine.define(3), { code: 'wrong_type' })
  assert.throws(() => engine.evaluate('=x +', x), { position: 4 })
})

test('a parameter out of its range is refused', () => {
  engine.define('a * x')
  assert.throws(() => engine.evaluate('=a * x', x, { c: 1 }), {
    code: 'unknown_field',
    message: /valid here: a/,
  })
})

test('a network of a written tanh is the network of tanh', () => {
  const spec = (id) => ({
    inputs: 2,
    layers: [
      { type: 'dense', units: 8 },
      { type: 'activation', id },
      { type: 'dense', units: 1 },
    ],
    loss: 'binary_cross_entropy',
    optimizer: { type: 'sgd', learning_rate: 0.1 },
    batch_size: 16,
    dataset: { name: 'moons' },
  })
  const [written, known] = ['=tanh(x)', 'tanh'].map((id) => engine.network(spec(id)))
  assert.deepEqual(written.train(100), known.train(100))
  assert.deepEqual(written.weights(), known.weights())
  assert.throws(() => engine.network(spec('=tanh(x')), {
    code: 'expression',
    path: 'layers[1].id',
    message: /expected "\)".*at position 7/,
  })
})

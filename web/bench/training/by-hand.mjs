// What a careful author writes without a library: typed arrays, one sample after the other, weights row by row, no
// allocation. Numbers are float64: the engines of JavaScript compute in float64, and float32 arrays would convert.

import { generator } from './shapes.mjs'

/**
 * Squared error and tanh or relu only.
 * @param {import('./shapes.mjs').Shape} shape @param {import('./shapes.mjs').Data} data
 * @returns {import('./shapes.mjs').Trainer}
 */
export function byHandTrainer({ sizes, activation, batch, rate }, data) {
  const random = generator(3)
  const tanh = activation === 'tanh'
  const x = Float64Array.from(data.x)
  const y = Float64Array.from(data.y ?? [])
  const layers = sizes.slice(1).map((units, index) => {
    const inputs = sizes[index] ?? 0
    const limit = Math.sqrt(6 / (inputs + units))
    return {
      inputs,
      units,
      last: index === sizes.length - 2,
      weights: Float64Array.from({ length: units * inputs }, () => limit * random()),
      biases: new Float64Array(units),
      weightGradients: new Float64Array(units * inputs),
      biasGradients: new Float64Array(units),
      input: new Float64Array(inputs),
      delta: new Float64Array(units),
      output: new Float64Array(units),
    }
  })
  layers.forEach((layer, index) => {
    const below = layers[index - 1]
    if (below) layer.input = below.output
  })
  /** @typedef {(typeof layers)[number]} Layer */

  /** @param {Layer} layer */
  function forward({ inputs, units, last, weights, biases, input, output }) {
    for (let u = 0, w = 0; u < units; ++u) {
      let sum = /** @type {number} */ (biases[u])
      for (let i = 0; i < inputs; ++i, ++w)
        sum += /** @type {number} */ (weights[w]) * /** @type {number} */ (input[i])
      output[u] = last ? sum : tanh ? Math.tanh(sum) : sum > 0 ? sum : 0
    }
  }

  /** Gathers the layer's gradients and hands the sample's delta down. @param {Layer} layer @param {Layer | undefined} below */
  function backward({ inputs, units, weights, weightGradients, biasGradients, input, delta }, below) {
    const down = below?.delta
    down?.fill(0)
    for (let u = 0, w = 0; u < units; ++u) {
      const d = /** @type {number} */ (delta[u])
      biasGradients[u] = /** @type {number} */ (biasGradients[u]) + d
      for (let i = 0; i < inputs; ++i, ++w) {
        weightGradients[w] = /** @type {number} */ (weightGradients[w]) + d * /** @type {number} */ (input[i])
        if (down) down[i] = /** @type {number} */ (down[i]) + d * /** @type {number} */ (weights[w])
      }
    }
    if (!down) return
    for (let i = 0; i < inputs; ++i) {
      const a = /** @type {number} */ (input[i])
      down[i] = tanh
        ? /** @type {number} */ (down[i]) * (1 - a * a)
        : a > 0
          ? /** @type {number} */ (down[i])
          : 0
    }
  }

  /** @param {Float64Array} values @param {Float64Array} gradients */
  function update(values, gradients) {
    const scale = rate / batch
    for (let i = 0; i < values.length; ++i) {
      values[i] = /** @type {number} */ (values[i]) - scale * /** @type {number} */ (gradients[i])
      gradients[i] = 0
    }
  }

  const [first] = layers
  const top = layers[layers.length - 1]
  if (!first || !top) throw new Error('a network needs a layer')
  let row = 0
  return (steps) => {
    let loss = 0
    for (let step = 0; step < steps; ++step) {
      for (let sample = 0; sample < batch; ++sample) {
        for (let i = 0; i < first.inputs; ++i)
          first.input[i] = /** @type {number} */ (x[row * first.inputs + i])
        for (let l = 0; l < layers.length; ++l) forward(/** @type {Layer} */ (layers[l]))
        for (let o = 0; o < top.units; ++o) {
          const error = /** @type {number} */ (top.output[o]) - /** @type {number} */ (y[row * top.units + o])
          loss += error * error
          top.delta[o] = 2 * error
        }
        for (let l = layers.length - 1; l >= 0; --l) backward(/** @type {Layer} */ (layers[l]), layers[l - 1])
        if (++row === data.rows) row = 0
      }
      for (const { weights, weightGradients, biases, biasGradients } of layers) {
        update(weights, weightGradients)
        update(biases, biasGradients)
      }
    }
    return loss / (steps * batch)
  }
}

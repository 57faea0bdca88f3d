// The networks that everybody trains, and what they learn.

/**
 * @typedef {object} Shape
 * @property {string} name
 * @property {number[]} sizes inputs, hidden layers, outputs
 * @property {'relu' | 'tanh'} activation of the hidden layers
 * @property {'softmax_cross_entropy' | 'mean_squared_error'} loss
 * @property {number} batch
 * @property {number} rate
 *
 * @typedef {{ x: Float32Array, rows: number, y?: Float32Array, labels?: Int32Array }} Data
 *
 * Trains so many batches; the loss is the mean over a part of them, the last one at least.
 * @typedef {(steps: number) => number | Promise<number>} Trainer
 */

/** @type {Record<'wide' | 'medium' | 'small', Shape>} */
export const shapes = {
  wide: {
    name: '64-128-128-10 relu, softmax, batch 64',
    sizes: [64, 128, 128, 10],
    activation: 'relu',
    loss: 'softmax_cross_entropy',
    batch: 64,
    rate: 0.05,
  },
  medium: {
    name: '2-64-64-1 relu, squared error, batch 32',
    sizes: [2, 64, 64, 1],
    activation: 'relu',
    loss: 'mean_squared_error',
    batch: 32,
    rate: 0.03,
  },
  small: {
    name: '2-8-8-1 tanh, squared error, batch 10',
    sizes: [2, 8, 8, 1],
    activation: 'tanh',
    loss: 'mean_squared_error',
    batch: 10,
    rate: 0.03,
  },
}

/** Numbers in [-1, 1) that are the same in every run. @param {number} state */
export function generator(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/**
 * Rows that can be learned: the answer is a fixed linear map of the input.
 * @param {Pick<Shape, 'sizes' | 'loss'>} shape @param {number} rows @returns {Data}
 */
export function makeData({ sizes, loss }, rows) {
  const [inputs = 0, outputs = 0] = [sizes[0], sizes[sizes.length - 1]]
  const random = generator(7)
  const teacher = Float64Array.from({ length: inputs * outputs }, () => random() / Math.sqrt(inputs))
  const x = Float32Array.from({ length: rows * inputs }, random)
  const y = new Float32Array(rows * outputs)
  const labels = new Int32Array(rows)
  for (let row = 0; row < rows; ++row) {
    for (let output = 0; output < outputs; ++output) {
      let sum = 0
      for (let i = 0; i < inputs; ++i) sum += (teacher[output * inputs + i] ?? 0) * (x[row * inputs + i] ?? 0)
      y[row * outputs + output] = sum
    }
    const answers = y.subarray(row * outputs, (row + 1) * outputs)
    labels[row] = answers.indexOf(Math.max(...answers))
  }
  return loss === 'softmax_cross_entropy' ? { x, rows, labels } : { x, rows, y }
}

/** Epochs that every trainer is given to show that it learns, and batches in each. */
export const epochs = 12
export const batchesPerEpoch = 30

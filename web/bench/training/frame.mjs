// What TensorFlow Playground does in a frame: one epoch of 250 samples at batch 10, the losses of training and test
// data, and the network's answer on a grid of 100 x 100 points. Its smallest network, the one it opens with, and its
// largest, on all seven features.
import { spec } from './engine.mjs'
import { generator } from './shapes.mjs'

const samples = 250
const side = 100
const batch = 10

/** @param {number} x @param {number} y */
const features = (x, y) => [x, y, x * x, y * y, x * y, Math.sin(x), Math.sin(y)]

/** @param {number} inputs @param {number[]} hidden */
const shape = (inputs, hidden) => ({
  name: `${[inputs, ...hidden, 1].join('-')} tanh`,
  sizes: [inputs, ...hidden, 1],
  activation: /** @type {const} */ ('tanh'),
  loss: /** @type {const} */ ('mean_squared_error'),
  batch,
  rate: 0.03,
})

/** @type {{ name: string, sizes: number[], limit: number }[]} */
export const frames = [
  { ...shape(2, [4, 2]), limit: 0.15 },
  { ...shape(7, [8, 8, 8, 8, 8, 8]), limit: 1.2 },
]

/** Points in [-6, 6) x [-6, 6), told apart by their distance from the middle. @param {number} inputs */
function points(inputs) {
  const random = generator(11)
  const x = new Float32Array(samples * inputs)
  const y = new Float32Array(samples)
  for (let row = 0; row < samples; ++row) {
    const [a, b] = [6 * random(), 6 * random()]
    x.set(features(a, b).slice(0, inputs), row * inputs)
    y[row] = Math.hypot(a, b) < 3.5 ? 1 : -1
  }
  return { x, y, rows: samples }
}

/** Row by row from the top, as `Network.boundary` has it. @param {number} inputs */
function gridPoints(inputs) {
  const x = new Float32Array(side * side * inputs)
  for (let row = 0; row < side; ++row)
    for (let column = 0; column < side; ++column)
      x.set(
        features((12 * column) / (side - 1) - 6, 6 - (12 * row) / (side - 1)).slice(0, inputs),
        (row * side + column) * inputs,
      )
  return x
}

/**
 * So many frames; the loss at the end. `score` is of all rows: a second one stands for the test data.
 * @param {any} engine @param {{ sizes: number[] }} frame
 */
export function frameTrainer(engine, { sizes }) {
  const [inputs = 0, ...rest] = sizes
  const network = engine.network(spec(shape(inputs, rest.slice(0, -1))), points(inputs))
  const grid = gridPoints(inputs)
  const area = { columns: side, rows: side, xMin: -6, xMax: 6, yMin: -6, yMax: 6 }
  const answers = new Float32Array(side * side)
  let drawn = 0
  /** @param {number} count */
  const run = (count) => {
    for (let frame = 0; frame < count; ++frame) {
      network.train(samples / batch)
      network.score()
      network.score()
      if (inputs === 2) network.boundary(area, answers)
      else network.predict(grid, answers)
      drawn += answers[0] ?? NaN
    }
    if (!Number.isFinite(drawn)) throw new Error('the picture is not finite')
    return /** @type {number} */ (network.score().train.loss)
  }
  return run
}

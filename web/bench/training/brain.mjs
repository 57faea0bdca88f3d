// brain.js: it knows no batches and updates after every sample, and its activation is that of the output too.
import brain from 'brain.js'
import { batchesPerEpoch } from './shapes.mjs'

/**
 * @param {import('./shapes.mjs').Shape} shape @param {import('./shapes.mjs').Data} data
 * @returns {import('./shapes.mjs').Trainer}
 */
export function brainTrainer({ sizes, activation, rate }, { rows, x, y }) {
  const [inputs = 0] = sizes
  const net = new brain.NeuralNetwork({
    hiddenLayers: sizes.slice(1, -1),
    activation,
    learningRate: rate,
  })
  const { preparedData } = net.prepTraining(
    Array.from({ length: rows }, (_, row) => ({
      input: x.slice(row * inputs, (row + 1) * inputs),
      output: [y?.[row]],
    })),
    { learningRate: rate },
  )
  return (steps) => {
    const passes = Math.max(1, Math.round(steps / batchesPerEpoch))
    for (let pass = 1; pass < passes; ++pass) net.trainPatterns(preparedData)
    return net.calculateTrainingError(preparedData) // trains too
  }
}

// The engine as its users have it: the npm package's `network.train`.

/** @typedef {import('./shapes.mjs').Shape} Shape */

/** @param {Shape} shape */
export const spec = ({ sizes, activation, loss, rate, batch }) => ({
  inputs: sizes[0],
  layers: sizes
    .slice(1)
    .flatMap((units, index) => [
      { type: 'dense', units },
      ...(index < sizes.length - 2 ? [{ type: 'activation', id: activation }] : []),
    ]),
  loss,
  optimizer: { type: 'sgd', learning_rate: rate },
  batch_size: batch,
  shuffle: false, // no peer does
  seed: 1,
  initialization: { scheme: activation === 'relu' ? 'he_fan_in' : 'xavier_uniform' },
})

/** Without copies: it is part of what is timed. @param {Float32Array} values */
function mean(values) {
  let sum = 0
  for (let i = 0; i < values.length; ++i) sum += values[i] ?? NaN
  return sum / values.length
}

/**
 * @param {any} engine @param {Shape} shape @param {import('./shapes.mjs').Data} data
 * @returns {import('./shapes.mjs').Trainer}
 */
export function engineTrainer(engine, shape, data) {
  const network = engine.network(spec(shape), data)
  return (steps) => mean(network.train(steps))
}

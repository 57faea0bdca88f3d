// A training run of tests/parity on the package: what came of it, and how far that is from what must come of it.

const flat = (numbers) => [numbers].flat(3)
const largest = (numbers) => flat(numbers).reduce((most, x) => Math.max(most, Math.abs(x)), 0)

/** The first activation of a case that the catalogue does not hold, if any. */
export function missingActivation(engine, { spec }) {
  const known = new Set(engine.catalogue().map(({ id }) => id))
  return spec.layers.find(({ type, id }) => type === 'activation' && !known.has(id))?.id
}

/** In the names of a case's `expected`. */
export function outputOf(engine, { spec, data, initial, steps, probe_x }) {
  const { x, y, labels } = data
  const network = engine.network(spec, {
    x: Float32Array.from(flat(x)),
    rows: x.length,
    ...(labels ? { labels: Int32Array.from(labels) } : { y: Float32Array.from(flat(y)) }),
  })
  network.setWeights(
    Object.fromEntries(Object.entries(initial).map(([key, v]) => [key, Float32Array.from(flat(v))])),
  )
  const numbers = (tensors) => Object.fromEntries(Object.entries(tensors).map(([key, v]) => [key, [...v]]))
  const loss = [...network.train(1)]
  const gradients = numbers(network.gradients())
  const gradient_norms = [...network.gradientNorms()]
  loss.push(...network.train(steps - 1))
  const predictions = [...network.predict(Float32Array.from(flat(probe_x)))]
  const output = { loss, gradients, gradient_norms, final: numbers(network.weights()), predictions }
  network.dispose()
  return output
}

function listDeviation(found, expected, scale) {
  const [a, b] = [flat(found), flat(expected)]
  if (a.length !== b.length || !a.every(Number.isFinite)) return Infinity
  return b.reduce((worst, value, i) => Math.max(worst, Math.abs(a[i] - value) / scale(value)), 0)
}

function tensorsDeviation(found, expected) {
  const section = Math.max(...Object.values(expected).map(largest))
  return Math.max(
    ...Object.entries(expected).map(([key, values]) =>
      listDeviation(found[key] ?? [], values, () => Math.max(largest(values), 1e-4 * section)),
    ),
  )
}

/** By section, as a share of the case's tolerance. */
export function deviations(output, { expected, tolerance }) {
  const { trajectory, gradients } = tolerance
  const loss = largest(expected.loss)
  const predictions = largest(expected.predictions)
  const norms = listDeviation(output.gradient_norms, expected.gradient_norms_step0, Math.abs)
  return {
    loss: listDeviation(output.loss, expected.loss, (x) => Math.max(Math.abs(x), 1e-3 * loss)) / trajectory,
    final: tensorsDeviation(output.final, expected.final) / trajectory,
    predictions: listDeviation(output.predictions, expected.predictions, () => predictions) / trajectory,
    gradients: tensorsDeviation(output.gradients, expected.gradients_step0) / gradients,
    gradient_norms: norms / gradients,
  }
}

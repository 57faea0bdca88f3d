// The digests of tests/digests/training.json on any engine: FNV-1a over the 32-bit patterns of 1,000 losses and then of
// all weights, as tests/native/network_digest_test.cpp makes them. Imported in Node, on pages and in workers.

const steps = 1000

/** @param {Iterable<Float32Array>} arrays */
function digestOf(arrays) {
  let hash = 2166136261
  for (const array of arrays)
    for (const bits of new Uint32Array(array.buffer, array.byteOffset, array.length))
      hash = Math.imul(hash ^ bits, 16777619)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * @param {{ network: (spec: object) => any }} engine
 * @param {object} spec
 */
export function trainingDigest(engine, spec) {
  const network = engine.network(spec)
  const losses = network.train(steps)
  const digest = digestOf([losses, ...Object.values(network.weights())])
  network.dispose()
  return digest
}

// Training needs no memory, observed or not: a million steps leave the module as large as the first thousand.

import assert from 'node:assert/strict'
import test from 'node:test'

/** Every memory of an instance made from here on. @type {WebAssembly.Memory[]} */
const memories = []
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (...parameters) => {
  const result = await instantiate(...parameters)
  memories.push(
    ...Object.values((result.instance ?? result).exports).filter(
      (entry) => entry instanceof WebAssembly.Memory,
    ),
  )
  return result
}
const { loadEngine } = await import(new URL('../../build/package/index.js', import.meta.url).href)
const engine = await loadEngine()

test('memory after 1,000,000 steps equals memory after 1,000', () => {
  const network = engine.network({
    inputs: 2,
    layers: [
      { type: 'dense', units: 3 },
      { type: 'activation', id: 'prelu', learned: ['a'] },
      { type: 'dense', units: 1 },
    ],
    loss: 'binary_cross_entropy',
    optimizer: { type: 'adam', learning_rate: 1e-4 },
    batch_size: 4,
    dataset: { name: 'circle' },
  })
  const [memory] = memories
  network.observe({ every: 3 })
  network.train(1000)
  const before = memory.buffer.byteLength
  while (network.step < 1_000_000) network.train(1000)
  assert.equal(network.divergedAt, null)
  assert.equal(memory.buffer.byteLength, before)
})

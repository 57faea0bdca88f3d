// TensorFlow.js on its WebAssembly backend: an operation where it has one, else composed as its users compose it.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'

/** @type {Record<string, (x: any) => any>} */
const functions = {
  relu: (x) => tf.relu(x),
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  elu: (x) => tf.elu(x),
  gelu: (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  softplus: (x) => tf.softplus(x),
  mish: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
}
export const tensorflowHas = (/** @type {string} */ id) => id in functions

/** @param {string} folder with the backend's wasm */
export async function startTensorflow(folder) {
  setWasmPaths(folder)
  await tf.setBackend('wasm')
}

/** @param {string} id @param {Float32Array} values */
export function tensorflowRunner(id, values) {
  const x = tf.tensor1d(values)
  const apply = functions[id] ?? tf.identity
  return {
    answer: () => /** @type {Float32Array} */ (tf.tidy(() => apply(x).dataSync())),
    work: (/** @type {number} */ runs) => {
      for (let run = 0; run < runs; ++run) tf.tidy(() => void apply(x))
    },
    end: () => tf.dispose(x),
  }
}

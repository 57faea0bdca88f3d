// TensorFlow.js on its WebAssembly back end (SIMD, one thread), by its two APIs: layers (`fit`, and `trainOnBatch` with
// batches made beforehand) and core (`optimizer.minimize` over batches made beforehand).
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops'
import * as layers from '@tensorflow/tfjs-layers'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { batchesPerEpoch } from './shapes.mjs'

/** @typedef {import('./shapes.mjs').Shape} Shape @typedef {import('./shapes.mjs').Data} Data */

/** @param {string} folder of its .wasm files */
export async function startTensorflow(folder) {
  setWasmPaths(folder)
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await tf.setBackend('wasm')
  await tf.ready()
  if (tf.getBackend() !== 'wasm' || !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')))
    throw new Error('TensorFlow.js runs without WebAssembly SIMD')
}

/** @param {Shape} shape @param {Data} data */
function tensors({ sizes }, { rows, x, y, labels }) {
  const outputs = sizes[sizes.length - 1]
  return {
    x: tf.tensor2d(x, [rows, sizes[0]]),
    y: labels
      ? tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), outputs), 'float32')
      : tf.tensor2d(y, [rows, outputs]),
  }
}

/** @param {Shape} shape @param {Data} data */
function batches(shape, data) {
  const { x, y } = tensors(shape, data)
  return Array.from({ length: batchesPerEpoch }, (_, k) => ({
    x: tf.slice(x, [k * shape.batch, 0], [shape.batch, -1]),
    y: tf.slice(y, [k * shape.batch, 0], [shape.batch, -1]),
  }))
}

/** @param {Shape} shape */
function layersModel({ sizes, activation, loss, rate }) {
  const softmax = loss === 'softmax_cross_entropy'
  const model = layers.sequential()
  sizes.slice(1).forEach((units, index) => {
    const last = index === sizes.length - 2
    model.add(
      layers.layers.dense({
        units,
        ...(index === 0 && { inputShape: [sizes[0]] }),
        activation: last ? (softmax ? 'softmax' : 'linear') : activation,
      }),
    )
  })
  model.compile({
    optimizer: tf.train.sgd(rate),
    loss: softmax ? 'categoricalCrossentropy' : 'meanSquaredError',
  })
  return model
}

/** @param {Shape} shape @param {Data} data @returns {import('./shapes.mjs').Trainer} */
export function fitTrainer(shape, data) {
  const model = layersModel(shape)
  const { x, y } = tensors(shape, data)
  return async (steps) => {
    const history = await model.fit(x, y, {
      epochs: Math.max(1, Math.round(steps / batchesPerEpoch)),
      batchSize: shape.batch,
      verbose: 0,
      shuffle: false,
      yieldEvery: 'never',
    })
    return Number(history.history.loss.at(-1))
  }
}

/** @param {Shape} shape @param {Data} data @returns {import('./shapes.mjs').Trainer} */
export function trainOnBatchTrainer(shape, data) {
  const model = layersModel(shape)
  const list = batches(shape, data)
  return async (steps) => {
    let sum = 0
    for (let step = 0; step < steps; ++step) {
      const batch = list[step % list.length]
      sum += Number(await model.trainOnBatch(batch?.x, batch?.y))
    }
    return sum / steps
  }
}

/** @param {Shape} shape @param {Data} data @returns {import('./shapes.mjs').Trainer} */
export function coreTrainer(shape, data) {
  const list = batches(shape, data)
  const weights = shape.sizes.slice(1).map((units, index) => {
    const inputs = shape.sizes[index] ?? 0
    const limit = Math.sqrt(6 / (inputs + units))
    return {
      kernel: tf.variable(tf.randomUniform([inputs, units], -limit, limit, 'float32', `layer ${index}`)),
      bias: tf.variable(tf.zeros([units])),
    }
  })
  const hidden = shape.activation === 'relu' ? 'relu' : 'tanh'
  /** @param {any} x */
  const output = (x) =>
    weights.reduce(
      (a, { kernel, bias }, index) =>
        index < weights.length - 1 && hidden === 'relu'
          ? tf.fused.matMul({ a, b: kernel, bias, activation: 'relu' })
          : index < weights.length - 1
            ? tf.tanh(tf.fused.matMul({ a, b: kernel, bias }))
            : tf.fused.matMul({ a, b: kernel, bias }),
      x,
    )
  const optimizer = tf.train.sgd(shape.rate)
  const loss = data.labels ? tf.losses.softmaxCrossEntropy : tf.losses.meanSquaredError
  return (steps) => {
    let last = NaN
    for (let step = 0; step < steps; ++step) {
      const batch = list[step % list.length]
      const wanted = step === steps - 1
      const value = tf.tidy(() => optimizer.minimize(() => loss(batch?.y, output(batch?.x)), wanted))
      if (wanted) last = Number(value.dataSync()[0])
      value?.dispose()
    }
    return last
  }
}

// How fast a network trains here: samples a second, forward, backward and update.
//
// Two networks, each measured against
//   - the f32x4 multiply-add peak of this machine (cpp/tools/peak.cpp), at 6 operations a weight and sample:
//     a multiply and an add each for the output, for the gradient of the input and for that of the weight;
//   - ConvNetJS on the same shape, batch, loss and data.
// TensorFlow Playground is compared through ConvNetJS: both were measured in one Chromium on one machine.
//
// All of it runs in this process, turn by turn, so that a slower moment of the machine meets everyone; a figure is the
// median of its turns. Nothing is timed before it was seen to learn.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fromTop, packageFolder } from '../tools/layout.mjs'

const turns = 21
const turnMilliseconds = 120

/** Samples a second of 2-8-8-1 tanh, batch 10, in Chromium 156 on one 2-core machine. */
const elsewhere = { tensorflowPlayground: 618e3, convnet: 654e3 }

const convnet = createRequire(import.meta.url)('convnetjs')
const { loadEngine } = await import(pathToFileURL(join(packageFolder, 'index.js')).href)
const engine = await loadEngine()

/**
 * @typedef {object} Shape
 * @property {string} name
 * @property {number[]} sizes inputs, hidden layers, outputs
 * @property {'relu' | 'tanh'} activation
 * @property {'softmax_cross_entropy' | 'mean_squared_error'} loss
 * @property {number} batch
 * @property {number} rate
 */

/** @type {Shape[]} */
const shapes = [
  {
    name: '64-128-128-10 relu, softmax, batch 64',
    sizes: [64, 128, 128, 10],
    activation: 'relu',
    loss: 'softmax_cross_entropy',
    batch: 64,
    rate: 0.05,
  },
  {
    name: '2-8-8-1 tanh, squared error, batch 10',
    sizes: [2, 8, 8, 1],
    activation: 'tanh',
    loss: 'mean_squared_error',
    batch: 10,
    rate: 0.03,
  },
]

/** Numbers in [-1, 1) that are the same in every run. @param {number} state */
function generator(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Rows that can be learned: the answer is a fixed linear map of the input. @param {Shape} shape */
function makeData({ sizes, loss, batch }) {
  const [inputs = 0, outputs = 0] = [sizes[0], sizes[sizes.length - 1]]
  const rows = batch * 30
  const random = generator(7)
  const teacher = Float64Array.from({ length: inputs * outputs }, random)
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

/** @param {Shape} shape @param {ReturnType<typeof makeData>} data */
function ours(shape, data) {
  const layers = shape.sizes.slice(1).flatMap((units, index) => {
    const dense = { type: 'dense', units }
    return index < shape.sizes.length - 2 ? [dense, { type: 'activation', id: shape.activation }] : [dense]
  })
  const network = engine.network(
    {
      inputs: shape.sizes[0],
      layers,
      loss: shape.loss,
      optimizer: { type: 'sgd', learning_rate: shape.rate },
      batch_size: shape.batch,
      seed: 1,
      initialization: { scheme: 'xavier_uniform' },
    },
    data,
  )
  /** Mean loss over these batches. @param {number} steps */
  return (steps) => mean(network.train(steps))
}

/** @param {Shape} shape @param {ReturnType<typeof makeData>} data */
function convnets(shape, data) {
  const [inputs = 0] = shape.sizes
  const outputs = shape.sizes[shape.sizes.length - 1]
  const net = new convnet.Net()
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...shape.sizes
      .slice(1, -1)
      .map((units) => ({ type: 'fc', num_neurons: units, activation: shape.activation })),
    data.labels ? { type: 'softmax', num_classes: outputs } : { type: 'regression', num_neurons: outputs },
  ])
  const trainer = new convnet.Trainer(net, {
    method: 'sgd',
    learning_rate: shape.rate,
    momentum: 0,
    l2_decay: 0,
    batch_size: shape.batch,
  })
  const samples = Array.from({ length: data.rows }, (_, row) => {
    const volume = new convnet.Vol(1, 1, inputs, 0)
    for (let i = 0; i < inputs; ++i) volume.w[i] = data.x[row * inputs + i]
    return { volume, answer: data.labels ? data.labels[row] : [data.y[row]] }
  })
  let next = 0
  /** @param {number} steps */
  return (steps) => {
    let sum = 0
    for (let sample = 0; sample < steps * shape.batch; ++sample) {
      const { volume, answer } = samples[next++ % samples.length] ?? {}
      sum += trainer.train(volume, answer).loss
    }
    return sum / (steps * shape.batch)
  }
}

/** Without copies: it is part of what is timed. @param {Float32Array} values */
function mean(values) {
  let sum = 0
  for (let i = 0; i < values.length; ++i) sum += values[i] ?? NaN
  return sum / values.length
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/** @param {(steps: number) => number} train @param {string} name */
function proveThatItLearns(train, name) {
  const first = train(10)
  for (let epoch = 0; epoch < 10; ++epoch) train(30)
  const last = train(30)
  if (!Number.isFinite(first) || !Number.isFinite(last) || last > 0.8 * first)
    throw new Error(`${name} does not learn: loss ${first} at first, ${last} later`)
  return { first, last }
}

/** Amount that takes about one turn. @param {(amount: number) => unknown} work @param {number} guess */
function calibrate(work, guess) {
  for (let amount = guess; ;) {
    const begin = performance.now()
    work(amount)
    const taken = performance.now() - begin
    if (taken > turnMilliseconds / 2) return Math.max(1, Math.round((amount * turnMilliseconds) / taken))
    amount *= 2
  }
}

/**
 * One thing to time: `work(amount)` does `amount` units; `rates` gathers units a second.
 * @param {string} name @param {(amount: number) => unknown} work @param {number} guess
 */
function contestant(name, work, guess) {
  const amount = calibrate(work, guess)
  /** @type {number[]} */
  const rates = []
  return {
    name,
    rates,
    turn() {
      const begin = performance.now()
      work(amount)
      rates.push((amount * 1000) / (performance.now() - begin))
    },
  }
}

const peakModule = await WebAssembly.compile(await readFile(fromTop('build/wasm/cpp/tools/peak.wasm')))
const { exports: peaks } = await WebAssembly.instantiate(peakModule, {})
const peakRuns = [8, 10, 12, 14, 16].map((chains) => {
  const run = /** @type {(rounds: number) => number} */ (peaks[`peak${chains}`])
  if (Math.abs(run(10_000) / chains - 4) > 1e-3) throw new Error(`peak${chains} computes something else`)
  return contestant(`peak${chains}`, (operations) => run(Math.round(operations / (8 * chains))), 1e8)
})

const networkRuns = shapes.map((shape) => {
  const data = makeData(shape)
  const ourTrainer = ours(shape, data)
  const theirTrainer = convnets(shape, data)
  const proof = {
    ours: proveThatItLearns(ourTrainer, `the engine (${shape.name})`),
    convnet: proveThatItLearns(theirTrainer, `ConvNetJS (${shape.name})`),
  }
  return {
    shape,
    proof,
    ours: contestant('ours', ourTrainer, 16),
    convnet: contestant('convnet', theirTrainer, 1),
  }
})

for (let turn = 0; turn < turns; ++turn) {
  for (const run of peakRuns) run.turn()
  for (const run of networkRuns) {
    run.ours.turn()
    run.convnet.turn()
  }
}

const peak = Math.max(...peakRuns.map(({ rates }) => median(rates)))
const results = networkRuns.map(({ shape, proof, ours, convnet }) => {
  const weights = shape.sizes
    .slice(1)
    .reduce((sum, units, index) => sum + units * (shape.sizes[index] ?? 0), 0)
  const samples = median(ours.rates) * shape.batch
  const theirs = median(convnet.rates) * shape.batch
  const operations = samples * weights * 6
  return {
    network: shape.name,
    weights,
    samplesPerSecond: samples,
    spread: [Math.min(...ours.rates) * shape.batch, Math.max(...ours.rates) * shape.batch],
    operationsPerSecond: operations,
    partOfPeak: operations / peak,
    convnetSamplesPerSecond: theirs,
    timesConvnet: samples / theirs,
    loss: proof,
  }
})
const small = results[1]
const timesTensorflowPlayground = small
  ? (small.timesConvnet * elsewhere.convnet) / elsewhere.tensorflowPlayground
  : NaN

/** @param {number} rate */
const thousands = (rate) => `${(rate / 1e3).toFixed(rate < 1e5 ? 1 : 0)} k/s`
console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${turns} interleaved turns`,
)
console.log(`f32x4 multiply-add peak: ${(peak / 1e9).toFixed(1)} GFLOP/s`)
console.table(
  Object.fromEntries(
    results.map((result) => [
      result.network,
      {
        samples: thousands(result.samplesPerSecond),
        'min to max': result.spread.map(thousands).join(' to '),
        'GFLOP/s': (result.operationsPerSecond / 1e9).toFixed(1),
        'of peak': `${(result.partOfPeak * 100).toFixed(0)} %`,
        ConvNetJS: thousands(result.convnetSamplesPerSecond),
        ratio: result.timesConvnet.toFixed(1),
      },
    ]),
  ),
)
console.log(
  `2-8-8-1 against TensorFlow Playground: ${timesTensorflowPlayground.toFixed(1)} times, through ConvNetJS:\n` +
    `  in one Chromium on one machine ConvNetJS trained ${thousands(elsewhere.convnet)}, ` +
    `TensorFlow Playground ${thousands(elsewhere.tensorflowPlayground)}`,
)

const folder = fromTop('build/bench')
await mkdir(folder, { recursive: true })
await writeFile(
  join(folder, 'training.json'),
  `${JSON.stringify({ node: process.version, turns, peak, results, timesTensorflowPlayground }, null, 2)}\n`,
)

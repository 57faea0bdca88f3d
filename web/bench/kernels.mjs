// Nanoseconds an element of every element-wise function, 16 Ki floats, in one page of headless Chromium: the engine's
// kernel alone and with its slope, engine.evaluate, the formula in plain JavaScript, TensorFlow.js on WebAssembly and
// onnxruntime-web where they have the function, and a copy of the memory as the limit. Everyone's answers
// are compared before. A figure is the fastest of interleaved turns: other programs can only add to it; of the kernel
// alone the median stands beside it.
//
// Usage: kernels.mjs [--turns N] [ID...]   none: all

import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { fromTop } from '../tools/layout.mjs'
import { median, round } from './figures.mjs'
import { measureInPage, peerFiles } from './measured-page.mjs'

const milliseconds = 5
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { turns: { type: 'string', default: '21' } },
})

/** How many times as fast as each peer the kernel is to be, by function. @type {Record<string, { tensorflow?: number, onnx?: number }>} */
const goals = {
  tanh: { tensorflow: 10, onnx: 1.3 },
  gelu: { tensorflow: 8, onnx: 2.5 },
  mish: { tensorflow: 20 },
  softplus: { tensorflow: 4 },
  silu: { tensorflow: 1.6 },
  sigmoid: { tensorflow: 1.4 },
  elu: { tensorflow: 1.3 },
}
const javascriptGoal = 4
const slopeGoal = 1.5
/** Below this many copies a kernel is bound by memory: its slope is one more array to write. */
const memoryBound = 4
const copyGoal = 1.1

const files = {
  ...peerFiles('tensorflow', ['@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm']),
  ...peerFiles('onnx', [
    'onnxruntime-web/dist/ort-wasm-simd-threaded.mjs',
    'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  ]),
  'kernel_bench.wasm': fromTop('build/wasm/cpp/tools/kernel_bench.wasm'),
}

/** @typedef {Awaited<ReturnType<typeof import('./kernels/page.mjs').run>>} Results */

/** @returns {Promise<{ results: Results, version: string }>} */
const measure = () =>
  measureInPage({
    name: 'kernels',
    port: 8095,
    files,
    options: { turns: Number(values.turns), milliseconds, only: positionals },
  })

/** Nothing where there is nothing to compare with. @param {number | undefined} value */
const shown = (value) => (value !== undefined && Number.isFinite(value) ? round(value) : undefined)

const { results, version } = await measure()
const rows = results.map(({ id, nanoseconds }) => {
  const ns = Object.fromEntries(Object.entries(nanoseconds).map(([name, all]) => [name, Math.min(...all)]))
  const times = (/** @type {string} */ peer) => shown((ns[peer] ?? NaN) / (ns['value'] ?? NaN))
  return {
    id,
    ns: Object.fromEntries(Object.entries(ns).map(([name, value]) => [name, shown(value)])),
    median: shown(median(nanoseconds['value'] ?? [])),
    times: { javascript: times('javascript'), tensorflow: times('tensorflow'), onnx: times('onnx') },
    slopeFactor: shown((ns['valueAndSlope'] ?? NaN) / (ns['value'] ?? NaN)),
    copyFactor: shown((ns['value'] ?? NaN) / (ns['copy'] ?? NaN)),
  }
})

console.log(
  `Chromium ${version}, ${cpus()[0]?.model}; ns an element, the fastest of ${values.turns} turns of about ${milliseconds} ms`,
)
console.table(
  Object.fromEntries(
    rows.map(({ id, ns, median, times, slopeFactor }) => [
      id,
      {
        value: ns['value'],
        median,
        'and slope': ns['valueAndSlope'],
        factor: slopeFactor,
        evaluate: ns['evaluate'],
        copy: ns['copy'],
        JavaScript: ns['javascript'],
        times: times.javascript,
        'TensorFlow.js': ns['tensorflow'],
        'times ': times.tensorflow,
        onnxruntime: ns['onnx'],
        'times  ': times.onnx,
      },
    ]),
  ),
)

const missed = rows.flatMap(({ id, times, slopeFactor, copyFactor }) => {
  /** @type {[string, number | undefined, number | undefined][]} what was reached, and the goal */
  const checks = [
    ['times plain JavaScript', times.javascript, javascriptGoal],
    ['times TensorFlow.js', times.tensorflow, goals[id]?.tensorflow],
    ['times onnxruntime-web', times.onnx, goals[id]?.onnx],
  ]
  const found = checks
    .filter(([, reached, goal]) => reached !== undefined && goal !== undefined && reached < goal)
    .map(([what, reached, goal]) => `${id}: ${reached} ${what}, the goal is ${goal}`)
  if ((copyFactor ?? 0) > memoryBound && (slopeFactor ?? 0) > slopeGoal)
    found.push(`${id}: with its slope ${slopeFactor} times the value alone, the goal is ${slopeGoal}`)
  if (id === 'relu' && (copyFactor ?? 0) > copyGoal)
    found.push(`relu: ${copyFactor} times a copy, the goal is ${copyGoal}`)
  return found
})
console.log(missed.length ? `Goals missed:\n  ${missed.join('\n  ')}` : 'All goals are met.')
const without = rows.filter(({ ns }) => ns['javascript'] === undefined).map(({ id }) => id)
if (without.length)
  console.log(
    `Without a formula in web/pages/catalogue/plain-javascript.ts, so without a ratio: ${without.join(', ')}`,
  )

await writeFile(
  fromTop('build/bench/kernels.json'),
  `${JSON.stringify({ chromium: version, processor: cpus()[0]?.model, turns: Number(values.turns), rows, missed, raw: results }, null, 1)}\n`,
)

// How fast a network trains here, in one page of headless Chromium:
//   - samples a second (forward, backward, update) against ConvNetJS, brain.js, TensorFlow.js on WebAssembly and
//     JavaScript by hand, and against the f32x4 multiply-add peak measured in the same page, at 6 operations a weight
//     and sample: a multiply and an add each for the output, for the gradient of the input and for that of the weight;
//   - a frame of TensorFlow Playground's kind;
//   - what `network.probe()` costs in training steps, and what `network.observe()` adds to them;
//   - nanoseconds a sample and parameter over depths and widths.
// TensorFlow Playground itself is compared through ConvNetJS: both were measured in one Chromium on one machine.
//
// Usage: training.mjs [--turns N] [PART...]   PART: wide, medium, small, peers, frames, probes,
//   sweep; none: all

import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { fromTop } from '../tools/layout.mjs'
import { measureInPage, peerFiles } from './measured-page.mjs'
import { median, round } from './figures.mjs'
import { shapes } from './training/shapes.mjs'
import { plotSweep } from './training/sweep-plot.mjs'
import { depths, widths } from './training/sweep.mjs'

const milliseconds = 80
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { turns: { type: 'string', default: '21' } },
})

/** Samples a second of 2-8-8-1 tanh, batch 10, in Chromium 156 on one 2-core machine. */
const elsewhere = { tensorflowPlayground: 618e3, convnet: 654e3 }

/** How many times as fast as each peer the engine is to be. @type {Record<string, Record<string, number>>} */
const goals = {
  wide: { 'TensorFlow.js': 15 },
  medium: { ConvNetJS: 38, 'TensorFlow.js': 30 },
  small: { ConvNetJS: 35, 'brain.js': 20, 'JavaScript by hand': 17 },
}
const peakGoal = 0.85
const sweepGoal = 2
const observeGoal = 0.1

const files = {
  ...peerFiles('tensorflow', ['@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm']),
  'peak.wasm': fromTop('build/wasm/cpp/tools/peak.wasm'),
}

/** @typedef {Awaited<ReturnType<typeof import('./training/page.mjs').run>>} Results */

/** @returns {Promise<{ results: Results, version: string }>} */
const measure = () =>
  measureInPage({
    name: 'training',
    port: 8096,
    files,
    options: { turns: Number(values.turns), milliseconds, only: positionals },
  })

const thousands = (/** @type {number} */ rate) => `${round(rate / 1000)} k`

/** @param {Results['networks']} networks @param {number} peak */
function tableOfNetworks(networks, peak) {
  return Object.entries(shapes).map(([network, shape]) => {
    const rates = networks
      .filter((entry) => entry.network === network)
      .map(({ name, rates }) => ({ name, rate: median(rates) }))
    const ours = rates.find(({ name }) => name === 'ours')?.rate ?? NaN
    const { batch } = shape
    const weights = shape.sizes.slice(1).reduce((sum, units, k) => sum + units * (shape.sizes[k] ?? 0), 0)
    /** @type {Record<string, { times: number, goal: number }>} */
    const times = {}
    for (const [peer, goal] of Object.entries(goals[network] ?? {})) {
      const best = Math.max(...rates.filter(({ name }) => name.startsWith(peer)).map(({ rate }) => rate))
      times[peer] = { times: round(ours / best), goal }
    }
    return {
      network: shape.name,
      batch,
      samplesPerSecond: Object.fromEntries(rates.map(({ name, rate }) => [name, Math.round(rate * batch)])),
      shareOfPeak: round((ours * batch * 6 * weights) / peak),
      times,
    }
  })
}

/** @param {Results['sweep']} sweep */
function tableOfSweep(sweep) {
  const measured = sweep.filter(({ width }) => width >= 16)
  const best = Math.min(...measured.map(({ nanoseconds }) => nanoseconds))
  const spread = (/** @type {number[]} */ times) => round(Math.max(...times) / Math.min(...times))
  const rows = Object.fromEntries(
    depths.map((depth) => [
      `depth ${depth}`,
      Object.fromEntries(
        widths.map((width) => [
          width,
          round(sweep.find((entry) => entry.depth === depth && entry.width === width)?.nanoseconds ?? NaN),
        ]),
      ),
    ]),
  )
  return {
    rows,
    best,
    worst: spread(measured.map(({ nanoseconds }) => nanoseconds)),
    typical: spread(measured.map(({ typical }) => typical)),
  }
}

const began = performance.now()
const { results, version } = await measure()
const peak = Math.max(...results.peaks.map(median))
const networks = tableOfNetworks(results.networks, peak).filter(
  ({ samplesPerSecond }) => 'ours' in samplesPerSecond,
)
const frames = results.frames.map(({ name, limit, rates }) => ({
  network: name,
  milliseconds: round(1000 / median(rates)),
  limit,
}))

console.log(
  `Chromium ${version}, ${cpus()[0]?.model}; ${values.turns} turns of about ${milliseconds} ms each`,
)
console.log(`f32x4 multiply-add peak: ${(peak / 1e9).toFixed(1)} GFLOP/s`)
for (const { network, samplesPerSecond, shareOfPeak, times } of networks) {
  console.log(`\n${network}: ${(100 * shareOfPeak).toFixed(1)} % of the peak`)
  console.table(
    Object.fromEntries(
      Object.entries(samplesPerSecond).map(([name, rate]) => [
        name,
        {
          'samples a second': thousands(rate),
          'ours is faster': round((samplesPerSecond['ours'] ?? NaN) / rate),
        },
      ]),
    ),
  )
  for (const [peer, entry] of Object.entries(times).filter(([, { times }]) => times > 0))
    console.log(`  ${entry.times} times ${peer} (goal ${entry.goal})`)
}
if (frames.length > 0) {
  console.log(`\nA frame of TensorFlow Playground's kind, ms`)
  console.table(frames)
}
const { probes } = results
const looking = probes && {
  rows: probes.rows,
  stepMicroseconds: round(1e6 / median(probes.step)),
  probeMicroseconds: round(1e6 / median(probes.probe)),
  // Turn by turn: both meet the same moment of the machine.
  observed: probes.observed.map(({ every, rates }) => ({
    every,
    added: round(median(rates.map((rate, turn) => (probes.step[turn] ?? NaN) / rate - 1))),
    limit: observeGoal,
  })),
}
if (looking) {
  console.log(
    `\nnetwork.probe() of ${shapes.wide.name}, ${looking.rows} rows: ${looking.probeMicroseconds} us, ` +
      `as long as ${round(looking.probeMicroseconds / looking.stepMicroseconds)} steps`,
  )
  for (const { every, added } of looking.observed)
    console.log(`  network.observe({ every: ${every} }) adds ${round(100 * added)} % to training`)
}
const depthAndWidth = results.sweep.length > 0 ? tableOfSweep(results.sweep) : null
if (depthAndWidth) {
  console.log('\nNanoseconds a sample and parameter: depth by width, batch 64')
  console.table(depthAndWidth.rows)
  console.log(
    `  worst over widths 16 to 512: ${depthAndWidth.worst} times the best (goal ${sweepGoal}); by the medians of the turns ${depthAndWidth.typical}`,
  )
  const picture = fromTop('build/bench/depth-and-width.png')
  await plotSweep(results.sweep, sweepGoal * depthAndWidth.best, picture)
  console.log(`  drawn: ${picture}`)
}

const small = networks.find(({ network }) => network === shapes.small.name)
const convnet = small?.times['ConvNetJS']?.times
const throughConvnet =
  convnet && convnet > 0 ? convnet * (elsewhere.convnet / elsewhere.tensorflowPlayground) : null
if (throughConvnet)
  console.log(
    `2-8-8-1 against TensorFlow Playground: ${round(throughConvnet)} times, through ConvNetJS:\n` +
      `  in one Chromium on one machine ConvNetJS trained ${thousands(elsewhere.convnet)}, ` +
      `TensorFlow Playground ${thousands(elsewhere.tensorflowPlayground)} samples a second`,
  )
console.log(`${Math.round((performance.now() - began) / 1000)} s`)

const report = {
  chromium: version,
  processor: cpus()[0]?.model,
  turns: Number(values.turns),
  peak,
  peakGoal,
  networks,
  throughConvnet,
  frames,
  looking,
  depthAndWidth,
  raw: results,
}
await writeFile(fromTop('build/bench/training.json'), `${JSON.stringify(report, null, 1)}\n`)

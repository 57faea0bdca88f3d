// The benchmark inside the page: everyone proves that it learns, then all take turns.
// `options.turns`, `options.milliseconds` of a turn, `options.only`: parts to run, all where it is empty.
import { brainTrainer } from './brain.mjs'
import { byHandTrainer } from './by-hand.mjs'
import { contestant, proveThatItLearns } from '../contest.mjs'
import { convnetTrainer } from './convnet.mjs'
import { engineTrainer } from './engine.mjs'
import { frames, frameTrainer } from './frame.mjs'
import { peakContestants } from './peaks.mjs'
import { probeContestants } from './probes.mjs'
import { batchesPerEpoch, epochs, makeData, shapes } from './shapes.mjs'
import { sweep } from './sweep.mjs'
import { coreTrainer, fitTrainer, startTensorflow, trainOnBatchTrainer } from './tensorflow.mjs'

const tensorflow = {
  'TensorFlow.js fit': fitTrainer,
  'TensorFlow.js trainOnBatch': trainOnBatchTrainer,
  'TensorFlow.js core': coreTrainer,
}
/** @typedef {(shape: import('./shapes.mjs').Shape, data: import('./shapes.mjs').Data) => import('./shapes.mjs').Trainer} Maker */
/** @type {Record<keyof typeof shapes, Record<string, Maker>>} */
const peers = {
  wide: { ConvNetJS: convnetTrainer, ...tensorflow },
  medium: { ConvNetJS: convnetTrainer, ...tensorflow, 'JavaScript by hand': byHandTrainer },
  small: {
    ConvNetJS: convnetTrainer,
    'brain.js': brainTrainer,
    ...tensorflow,
    'JavaScript by hand': byHandTrainer,
  },
}

/** @typedef {{ turns: number, milliseconds: number, only: string[] }} Options */

/** @param {any} engine @param {Options} options */
export async function run(engine, { turns, milliseconds, only }) {
  const wanted = (/** @type {string} */ part) => only.length === 0 || only.includes(part)
  await startTensorflow('./tensorflow/')
  const peaks = await peakContestants('./peak.wasm', milliseconds)

  /** @type {{ network: string, name: string, proof: object, run: import('../contest.mjs').Contestant }[]} */
  const networks = []
  for (const network of /** @type {(keyof typeof shapes)[]} */ (Object.keys(shapes))) {
    if (!wanted(network)) continue
    const shape = shapes[network]
    const data = makeData(shape, shape.batch * batchesPerEpoch)
    const ours = /** @type {Maker} */ (engineTrainer.bind(null, engine))
    for (const [name, make] of Object.entries({ ours, ...(wanted('peers') && peers[network]) })) {
      const train = make(shape, data)
      const proof = await proveThatItLearns(train, `${name} (${shape.name})`, epochs, batchesPerEpoch)
      const run = await contestant((steps) => train(steps), milliseconds, batchesPerEpoch)
      networks.push({ network, name, proof, run })
    }
  }

  const drawn = []
  for (const frame of wanted('frames') ? frames : []) {
    const draw = frameTrainer(engine, frame)
    const proof = await proveThatItLearns(draw, `the frame of ${frame.name}`, 30, 10)
    drawn.push({ ...frame, proof, run: await contestant(draw, milliseconds) })
  }

  const probes = wanted('probes') ? await probeContestants(engine, milliseconds) : null

  const all = [
    ...peaks,
    ...networks.map(({ run }) => run),
    ...drawn.map(({ run }) => run),
    ...(probes ? [probes.step, probes.probe, ...probes.observed.map(({ run }) => run)] : []),
  ]
  for (let turn = 0; turn < turns; ++turn) for (const run of all) await run.turn()
  return {
    peaks: peaks.map(({ rates }) => rates),
    networks: networks.map(({ run, ...rest }) => ({ ...rest, rates: run.rates })),
    frames: drawn.map(({ run, ...rest }) => ({ ...rest, rates: run.rates })),
    probes: probes && {
      rows: probes.rows,
      step: probes.step.rates,
      probe: probes.probe.rates,
      observed: probes.observed.map(({ every, run }) => ({ every, rates: run.rates })),
    },
    sweep: wanted('sweep') ? await sweep(engine, milliseconds) : [],
  }
}

Object.assign(globalThis, { runBenchmark: run })

// Depth and width: nanoseconds a sample and parameter of `depth` layers of `width` x `width` weights, relu, then one
// output. The parameters counted are all that are trained.
import { contestant } from '../contest.mjs'
import { median } from '../figures.mjs'
import { spec } from './engine.mjs'
import { makeData } from './shapes.mjs'

export const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
export const depths = [1, 2, 5, 10, 20, 50]
const batch = 64
const turns = 5

/** @param {any} engine @param {number} depth @param {number} width @param {number} milliseconds */
async function begin(engine, depth, width, milliseconds) {
  const shape = {
    name: `${depth} x ${width}`,
    sizes: [width, ...Array.from({ length: depth }, () => width), 1],
    activation: /** @type {const} */ ('relu'),
    loss: /** @type {const} */ ('mean_squared_error'),
    batch,
    rate: 1e-3,
  }
  const network = engine.network(spec(shape), makeData(shape, 4 * batch))
  const before = network.score().train.loss
  const run = await contestant((steps) => network.train(steps), milliseconds)
  return { depth, width, name: shape.name, network, before, run }
}

/**
 * All networks take turns, and the fastest turn counts: what else runs on the machine can only add to one, and does so
 * for seconds at a time.
 * @param {any} engine @param {number} milliseconds
 */
export async function sweep(engine, milliseconds) {
  const contest = []
  for (const depth of depths)
    for (const width of widths) contest.push(await begin(engine, depth, width, milliseconds))
  for (let turn = 0; turn < turns; ++turn) for (const { run } of contest) await run.turn()
  return contest.map(({ depth, width, name, network, before, run }) => {
    const after = network.score().train.loss
    network.dispose()
    if (!(after <= before)) throw new Error(`${name}: loss ${before} at first, ${after} later`)
    const parameters = depth * width * (width + 1) + width + 1
    const nanoseconds = (/** @type {number} */ rate) => 1e9 / (rate * batch * parameters)
    const { rates } = run
    return { depth, width, nanoseconds: nanoseconds(Math.max(...rates)), typical: nanoseconds(median(rates)) }
  })
}

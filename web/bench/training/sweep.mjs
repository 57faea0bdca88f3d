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
async function measure(engine, depth, width, milliseconds) {
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
  for (let turn = 0; turn < turns; ++turn) await run.turn()
  const after = network.score().train.loss
  network.dispose()
  if (!(after <= before)) throw new Error(`${shape.name}: loss ${before} at first, ${after} later`)
  const parameters = depth * width * (width + 1) + width + 1
  return { depth, width, nanoseconds: 1e9 / (median(run.rates) * batch * parameters) }
}

/** @param {any} engine @param {number} milliseconds */
export async function sweep(engine, milliseconds) {
  const results = []
  for (const depth of depths)
    for (const width of widths) results.push(await measure(engine, depth, width, milliseconds))
  return results
}

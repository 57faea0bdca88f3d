// What looking costs on the widest network: `network.probe()`, and training that is observed at every so manieth step,
// against training that is not.
import { spec } from './engine.mjs'
import { contestant } from '../contest.mjs'
import { batchesPerEpoch, makeData, shapes } from './shapes.mjs'

/** Steps from one that is looked at to the next. */
const strides = [1, 4, 16]

/** @param {any} engine @param {number} milliseconds */
export async function probeContestants(engine, milliseconds) {
  const shape = shapes.wide
  const data = makeData(shape, shape.batch * batchesPerEpoch)
  /** @param {number | null} every */
  const training = (every) => {
    const network = engine.network(spec(shape), data)
    network.observe(every && { every })
    return contestant((/** @type {number} */ steps) => network.train(steps), milliseconds, strides.at(-1))
  }
  const network = engine.network(spec(shape), data)
  network.train(100)
  /** @param {number} count */
  const probe = (count) => {
    for (let k = 0; k < count; ++k) network.probe({ weightGradients: false }) // as the page's lanes ask
  }
  const observed = []
  for (const every of strides) observed.push({ every, run: await training(every) })
  return {
    rows: data.rows,
    step: await training(null),
    probe: await contestant(probe, milliseconds),
    observed,
  }
}

// What looking costs: `network.probe()` against training steps of the widest network.
import { engineTrainer, spec } from './engine.mjs'
import { contestant } from './contest.mjs'
import { batchesPerEpoch, makeData, shapes } from './shapes.mjs'

/** @param {any} engine @param {number} milliseconds */
export async function probeContestants(engine, milliseconds) {
  const shape = shapes.wide
  const data = makeData(shape, shape.batch * batchesPerEpoch)
  const train = engineTrainer(engine, shape, data)
  const network = engine.network(spec(shape), data)
  network.train(100)
  /** @param {number} count */
  const probe = (count) => {
    for (let k = 0; k < count; ++k) network.probe({ bins: 80 })
  }
  return {
    rows: data.rows,
    step: await contestant((steps) => train(steps), milliseconds),
    probe: await contestant(probe, milliseconds),
  }
}

// What the package gives here: the same code on a page's thread and in a worker.

import { loadEngine } from './package/index.js'
import { trainingDigest } from './digest.mjs'

export async function report() {
  const engine = await loadEngine()
  const trainings = await (await fetch(new URL('./training.json', import.meta.url))).json()
  return {
    ids: engine.catalogue().map(({ id }) => id),
    relu: [...engine.evaluate('relu', Float32Array.of(-2, 3)).value],
    digests: trainings.map(({ spec }) => trainingDigest(engine, spec)),
  }
}

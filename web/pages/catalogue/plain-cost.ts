// What one has without vectors: f in plain JavaScript, and f by a loop of scalars in C++ (cpp/bindings/oracle.cpp), both
// in float64. Both are loaded when they are asked for.

import { wrap } from 'comlink'
import { sharedOracle } from '../../engine/oracle.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import { ELEMENTS, oneSample, x } from './cost-sample.js'
import type { Sample } from './cost.js'
import type { PlainWorker } from './plain-worker.js'

const defaultsOf = ({ parameters }: ActivationInfo) => parameters.map(({ default: initial }) => initial)

/** The signal ends the worker. */
export async function javascriptSample(info: ActivationInfo, signal: AbortSignal): Promise<Sample | null> {
  if (signal.aborted) return null
  // Throws where the page's scripts come from another place than the page.
  const worker = new Worker(new URL('./plain-worker.ts', import.meta.url), { type: 'module' })
  const gone = new Promise<false>((resolve) => {
    const end = () => {
      worker.terminate()
      resolve(false)
    }
    worker.onerror = end
    signal.addEventListener('abort', end)
  })
  const plain = wrap<PlainWorker>(worker)
  if (await Promise.race([plain.begin(info.id, defaultsOf(info)), gone]))
    return async () => (await Promise.race([plain.sample(), gone])) || NaN
  worker.terminate()
  return null
}

export async function scalarSample(engine: Engine, info: ActivationInfo): Promise<Sample> {
  const oracle = await sharedOracle()
  const place = engine.catalogue().findIndex(({ id }) => id === info.id)
  const parameters = defaultsOf(info)
  const y = new Float32Array(ELEMENTS)
  return () => oneSample(() => oracle.values(place, parameters, x, y))
}

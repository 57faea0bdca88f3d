// What one has without vectors: f in plain JavaScript, and f by a loop of scalars in C++ (cpp/bindings/oracle.cpp), both
// in float64. What cannot be loaded is left out.

import { wrap } from 'comlink'
import { sharedOracle } from '../../engine/oracle.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import { ELEMENTS, oneSample, x } from './cost-sample.js'
import type { Sample } from './cost.js'
import type { PlainWorker } from './plain-worker.js'

const defaultsOf = ({ parameters }: ActivationInfo) => parameters.map(({ default: initial }) => initial)

/** The signal ends the worker. */
export async function javascriptSample(info: ActivationInfo, signal: AbortSignal): Promise<Sample | null> {
  const worker = new Worker(new URL('./plain-worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate())
  if (signal.aborted) worker.terminate()
  const failed = new Promise<false>((resolve) => {
    worker.onerror = () => resolve(false)
    signal.addEventListener('abort', () => resolve(false))
  })
  const plain = wrap<PlainWorker>(worker)
  if (!(await Promise.race([plain.begin(info.id, defaultsOf(info)), failed]))) return null
  return async () => (await Promise.race([plain.sample(), failed])) || NaN
}

export async function scalarSample(engine: Engine, info: ActivationInfo): Promise<Sample | null> {
  const oracle = await sharedOracle().catch(() => null)
  if (!oracle) return null
  const place = engine.catalogue().findIndex(({ id }) => id === info.id)
  const parameters = defaultsOf(info)
  const y = new Float32Array(ELEMENTS)
  return () => oneSample(() => oracle.values(place, parameters, x, y))
}

// Properties of a function, asked from the engine once: measuring them costs more than drawing them.

import type { Engine, Parameters, Properties } from '../engine/types.js'

const cache = new WeakMap<Engine, Map<string, Properties>>()

export function measured(engine: Engine, id: string, parameters: Parameters): Properties {
  const known = cache.get(engine) ?? new Map<string, Properties>()
  cache.set(engine, known)
  const key = `${id} ${JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))}`
  let properties = known.get(key)
  if (!properties) {
    // A slider leaves a trail of parameter values: forget it from time to time.
    if (known.size > 500) known.clear()
    known.set(key, (properties = engine.properties(id, parameters)))
  }
  return properties
}

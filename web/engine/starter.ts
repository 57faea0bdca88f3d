// The engine of the page's first view: the few functions that it draws (cpp/bindings/CMakeLists.txt), in a fraction of
// the bytes. What needs another function takes the whole engine.

import createModule from 'starter-wasm'
import { loadModule } from './module.js'
import type { Engine } from './types.js'
import { WasmEngine } from './wasm-engine.js'

let starter: Promise<Engine> | undefined
let whole: Promise<Engine> | undefined

export function starterEngine(): Promise<Engine> {
  return (starter ??= loadModule(createModule).then((module) => new WasmEngine(module)))
}

/** A failed download may be asked for again. */
export function wholeEngine(): Promise<Engine> {
  return (whole ??= import('./index.js')
    .then(({ loadEngine }) => loadEngine())
    .catch((error: unknown) => {
      whole = undefined
      throw error
    }))
}

/** The starter where it knows all of these functions; both give the same bits. */
export async function engineFor(ids: Iterable<string>): Promise<Engine> {
  const engine = await starterEngine()
  const known = new Set(engine.catalogue().map(({ id }) => id))
  return [...ids].every((id) => known.has(id)) ? engine : wholeEngine()
}

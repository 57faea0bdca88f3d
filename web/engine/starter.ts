// The engine of the page's first view: the few functions that it draws and the networks that its settings make of them
// (cpp/bindings/starter_parts.cpp), in a third of the bytes. What needs more takes the whole engine.

import createModule from 'starter-wasm'
import { ActivationPlaygroundError } from './errors.js'
import { loadModule } from './module.js'
import type { Engine } from './types.js'
import { WasmEngine } from './wasm-engine.js'

let starter: Promise<Engine> | undefined
let whole: Promise<Engine> | undefined

export function starterEngine(): Promise<Engine> {
  return (starter ??= loadModule(createModule).then((module) => new WasmEngine(module, null)))
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

/**
 * What `make` makes: with the starter, or with the whole engine where the starter refuses, which knows less but takes
 * nothing in another sense. Both give the same bits, and the whole engine's refusal is the last word.
 */
export async function withEngine<T>(make: (engine: Engine) => T): Promise<T> {
  try {
    return make(await starterEngine())
  } catch (error) {
    if (!(error instanceof ActivationPlaygroundError)) throw error
    return make(await wholeEngine())
  }
}

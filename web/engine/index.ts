// The public API: `import { loadEngine } from 'activation-playground'`. Runs on a page's thread, in a module worker
// and in Node.

import createModule from 'engine-wasm'
import { defineFunction } from './define.js'
import { loadModule } from './module.js'
import { evaluateRows } from './rows.js'
import type { Engine, EngineOptions } from './types.js'
import { WasmEngine } from './wasm-engine.js'

export { ActivationPlaygroundError, ExpressionError } from './errors.js'
export type * from './types.js'

export async function loadEngine(options: EngineOptions = {}): Promise<Engine> {
  return new WasmEngine(await loadModule(createModule, options), { evaluateRows, defineFunction })
}

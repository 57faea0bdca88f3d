// The module virtual:properties: what the engine measures of every function of one number at its defaults, asked while
// the page is built. It is the engine that the page loads, and the same bits everywhere: what a reader's machine would
// find out in seconds stands there when the catalogue opens.

import { engineBinary, engineModule } from './layout.mjs'
import { catalogueOf, outputText, wasmModule } from './wasm-module.mjs'

const moduleName = 'virtual:properties'

/** Source text of the module. */
export async function propertiesModule() {
  const engine = await wasmModule(engineModule, engineBinary)
  const measured = catalogueOf(engine).flatMap(({ id, elementWise, parameters }, number) => {
    if (!elementWise) return []
    const values = parameters.map((parameter) => parameter.default)
    engine.HEAPF32.set(values, engine.input(values.length) / Float32Array.BYTES_PER_ELEMENT)
    engine.properties(number)
    // JSON has no infinities: there they are texts, here they are numbers.
    return `${id}:${outputText(engine).replace(/"(NaN|-?Infinity)"/g, '$1')}`
  })
  return `export const properties = {${measured.join(',\n')}}\n`
}

/** For Vite. */
export function viteProperties() {
  return {
    name: 'properties',
    /** @param {string} id */
    resolveId: (id) => (id === moduleName ? `\0${id}` : null),
    /** @param {string} id */
    load: (id) => (id === `\0${moduleName}` ? propertiesModule() : null),
  }
}

// Where the build keeps its parts. Every tool asks here; the shell scripts know the same folders by name.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @param {string} path relative to the top of the repository */
export const fromTop = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const engineModule = fromTop('build/wasm/cpp/bindings/engine.mjs')
export const engineBinary = fromTop('build/wasm/cpp/bindings/engine.wasm')
export const starterModule = fromTop('build/wasm/cpp/bindings/starter.mjs')
export const starterBinary = fromTop('build/wasm/cpp/bindings/starter.wasm')
export const oracleBinary = fromTop('build/wasm/cpp/bindings/oracle.wasm')
export const siteFolder = fromTop('build/site')
export const packageFolder = fromTop('build/package')

export function requireEngine() {
  for (const file of [engineModule, engineBinary, starterModule, starterBinary, oracleBinary])
    if (!existsSync(file)) throw new Error(`${file} is missing: run build-scripts/build.sh first`)
}

// The engine's module for the build's own tools, below the API of web/engine, which is TypeScript.

import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { TextDecoder } from 'node:util'
import { requireEngine } from './layout.mjs'

/** @param {string} module @param {string} binary */
export async function wasmModule(module, binary) {
  requireEngine()
  const { default: createModule } = await import(pathToFileURL(module).href)
  return createModule({ wasmBinary: await readFile(binary) })
}

/** @param {any} engine @returns {{ id: string, elementWise: boolean, formula: string, derivative: string, parameters: { default: number }[] }[]} */
export function catalogueOf(engine) {
  engine.catalogue()
  return JSON.parse(outputText(engine))
}

/** What the last call left as JSON in the module's memory (web/engine/module.ts). @param {any} engine */
export function outputText(engine) {
  const start = engine.outputText()
  return new TextDecoder().decode(engine.HEAPU8.subarray(start, start + engine.outputTextSize()))
}

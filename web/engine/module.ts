// The raw module as Embind makes it (cpp/bindings). Nothing outside web/engine calls it: it checks nothing.

import createModule from 'engine-wasm'

import type { EngineOptions } from './types.js'

/** Networks are known by number; arrays are views of C++ memory, to be copied or filled at once. */
export interface RawModule {
  catalogue(): string
  datasets(): string
  evaluate(id: string, n: number): Float32Array
  properties(id: string): string
  input(floats: number): Float32Array
  takeError(): string
  makeNetwork(spec: string, rows: number, targets: number, labelled: boolean): number
  dispose(network: number): void
  train(network: number, n: number): Float32Array
  predict(network: number, rows: number): Float32Array
  boundary(network: number, columns: number, rows: number): Float32Array
  tensors(network: number): string
  read(network: number, gradients: boolean): Float32Array
  setValues(network: number, tensor: number): boolean
  gradientNorms(network: number): Float32Array
  score(network: number): Float32Array
  probe(network: number, bins: number, unit: number): Float32Array
  data(network: number): Float32Array
  shape(network: number): string
  step(network: number): number
  divergedAt(network: number): number
  setLearningRate(network: number, rate: number): boolean
  setBatchSize(network: number, size: number): boolean
}

// Bundlers would take a literal for a file of this folder; in the package the binary lies beside the bundle.
const binaryName = 'engine.wasm'

async function readInNode(url: URL): Promise<BufferSource> {
  const fs = 'node:fs/promises'
  const { readFile } = (await import(/* @vite-ignore */ fs)) as typeof import('node:fs/promises')
  return new Uint8Array(await readFile(url))
}

function inNode(): boolean {
  const scope = globalThis as { process?: { versions?: { node?: string } }; window?: unknown }
  return scope.process?.versions?.node !== undefined && scope.window === undefined
}

export async function loadModule(options: EngineOptions): Promise<RawModule> {
  const { wasm } = options
  if (wasm !== undefined && !(wasm instanceof URL)) return createModule({ wasmBinary: wasm })
  if (inNode()) {
    return createModule({ wasmBinary: await readInNode(wasm ?? new URL(binaryName, import.meta.url)) })
  }
  return createModule(wasm ? { locateFile: () => wasm.href } : {})
}

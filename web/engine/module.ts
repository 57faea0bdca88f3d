// The raw module as Embind makes it (cpp/bindings). Nothing outside web/engine calls it: it checks nothing.

import { fail, floats, knownKeys } from './check.js'
import { ActivationPlaygroundError } from './errors.js'
import type { EngineOptions } from './types.js'

/**
 * Only numbers cross in the calls. Networks and functions of the catalogue are known by number; floats and texts go
 * through C++ memory: see the functions below. What a call leaves there is said in cpp/bindings.
 */
export interface RawModule {
  readonly HEAPU8: Uint8Array
  readonly HEAPF32: Float32Array
  input(floats: number): number
  inputText(bytes: number): number
  output(): number
  outputSize(): number
  outputText(): number
  outputTextSize(): number

  catalogue(): void
  datasets(): void
  evaluate(entry: number, n: number): void
  rows(
    entry: number,
    rows: number,
    columns: number,
    pieces: number,
    parts: number,
    cotangentLength: number,
    seed: number,
  ): number
  properties(entry: number): void
  /** Input text: an expression. The new function's number, or -1. */
  define(): number
  makeNetwork(rows: number, targets: number, labelled: boolean): number
  savedSpec(): boolean
  loadNetwork(rows: number, targets: number, labelled: boolean): number
  save(network: number): void
  dispose(network: number): void
  train(network: number, n: number): void
  predict(network: number, rows: number): boolean
  boundary(network: number, columns: number, rows: number): boolean
  tensors(network: number): void
  read(network: number, gradients: boolean): void
  setValues(network: number, tensor: number, checkOnly: boolean): boolean
  gradientNorms(network: number): void
  score(network: number): void
  probe(network: number, bins: number, unit: number, weightGradients: boolean): void
  observe(network: number, every: number, bins: number): void
  observed(network: number): void
  data(network: number): void
  pretraining(network: number): void
  step(network: number): number
  divergedAt(network: number): number
  setLearningRate(network: number, rate: number): boolean
  setBatchSize(network: number, size: number): boolean
}

/** A module that runs out of memory cannot go on. */
const mostFloats = 2 ** 26

/** Memory for the floats that the next call takes; to be filled at once, for growth detaches it. */
export function inputFloats(module: RawModule, count: number): Float32Array {
  if (count > mostFloats)
    fail('too_large', '', `${count} numbers do not fit; give at most ${mostFloats} at a time`)
  const start = module.input(count) / Float32Array.BYTES_PER_ELEMENT
  return module.HEAPF32.subarray(start, start + count)
}

/** Sets the text that the next call takes. */
export function sendText(module: RawModule, text: string): void {
  sendBytes(module, new TextEncoder().encode(text))
}

/** Sets the bytes that the next call takes, in the place of its text. */
export function sendBytes(module: RawModule, bytes: Uint8Array): void {
  const start = module.inputText(bytes.length)
  module.HEAPU8.set(bytes, start)
}

/** The floats that the last call left: a view, to be copied at once. */
export function outputFloats(module: RawModule): Float32Array {
  const start = module.output() / Float32Array.BYTES_PER_ELEMENT
  return module.HEAPF32.subarray(start, start + module.outputSize())
}

/** A copy of the floats that the last call left, in an array of the caller's where one is given. */
export const copyOutput = (module: RawModule, into?: Float32Array): Float32Array =>
  copyOf(outputFloats(module), into)

function copyOf(output: Float32Array, into?: Float32Array): Float32Array {
  if (!into) return output.slice()
  checkTarget('into', into, output)
  into.set(output)
  return into
}

/** Copies of the named parts of an output, likewise; all arrays are looked at before one is written. */
export function copyParts<Parts extends Readonly<Record<string, Float32Array>>>(
  parts: Parts,
  given?: Readonly<Partial<Record<keyof Parts & string, Float32Array>>>,
): Parts {
  const into: Partial<Record<string, Float32Array>> = given ?? {}
  const keys = Object.keys(parts)
  knownKeys('into', into, keys)
  for (const key of keys) if (into[key] !== undefined) checkTarget(`into.${key}`, into[key], parts[key])
  return Object.fromEntries(keys.map((key) => [key, copyOf(parts[key], into[key])])) as unknown as Parts
}

function checkTarget(path: string, target: unknown, output: Float32Array): void {
  const { length } = floats(path, target)
  if (length !== output.length) fail('shape', path, `${path} has ${length} values, not ${output.length}`)
}

/** The bytes that the last call left: a view, to be copied at once. */
export function outputBytes(module: RawModule): Uint8Array {
  const start = module.outputText()
  return module.HEAPU8.subarray(start, start + module.outputTextSize())
}

/** The value whose JSON the last call left. */
export function outputJson(module: RawModule): unknown {
  const text = new TextDecoder().decode(outputBytes(module))
  // JSON has no NaN or infinity: they come as these words.
  const words: Record<string, number> = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity }
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value in words ? words[value] : value,
  )
}

/** The error that the last call left in the place of its answer. */
export function throwLastError(module: RawModule): never {
  const { code, path, message } = outputJson(module) as { code: string; path: string; message: string }
  throw new ActivationPlaygroundError(code, path, message)
}

// Bundlers would take a literal for a file of this folder; in the package the binary lies beside the bundle.
const binaryName = 'engine.wasm'

async function readInNode(url: URL): Promise<BufferSource> {
  const name = 'node:fs/promises'
  const fs = (await import(/* @vite-ignore */ name)) as { readFile(file: URL): Promise<Uint8Array> }
  return new Uint8Array(await fs.readFile(url))
}

function inNode(): boolean {
  const scope = globalThis as { process?: { versions?: { node?: string } }; window?: unknown }
  return scope.process?.versions?.node !== undefined && scope.window === undefined
}

export async function loadModule(
  createModule: (options: ModuleOptions) => Promise<unknown>,
  { wasm }: EngineOptions = {},
): Promise<RawModule> {
  const binary = async (): Promise<BufferSource | undefined> => {
    if (wasm !== undefined && !(wasm instanceof URL)) return wasm
    return inNode() ? readInNode(wasm ?? new URL(binaryName, import.meta.url)) : undefined
  }
  const wasmBinary = await binary()
  const place = wasm instanceof URL ? { locateFile: () => wasm.href } : {}
  return (await createModule(wasmBinary ? { wasmBinary } : place)) as RawModule
}

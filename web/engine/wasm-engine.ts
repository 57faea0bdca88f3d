// The public API over one WebAssembly module.

import { fail, floats, knownKeys } from './check.js'
import { copyParts, inputFloats, outputFloats, outputJson, type RawModule } from './module.js'
import { createNetwork, loadNetwork } from './network.js'
import type { defineFunction } from './define.js'
import type { evaluateRows } from './rows.js'
import type {
  ActivationInfo,
  DatasetInfo,
  Engine,
  Evaluation,
  Network,
  NetworkSpec,
  Parameters,
  Properties,
  Rows,
  RowsRequest,
  TrainingData,
  ValueAndSlope,
} from './types.js'

const largestFloat = 3.4028234663852886e38

/** What only the whole engine has. */
interface Extras {
  evaluateRows: typeof evaluateRows
  defineFunction: typeof defineFunction
}

export class WasmEngine implements Engine {
  readonly #module: RawModule
  readonly #catalogue: ActivationInfo[]
  /** By the module's numbers: the catalogue, then what was defined. */
  readonly #functions: ActivationInfo[]
  readonly #datasets: DatasetInfo[]
  readonly #extras: Extras | null

  constructor(module: RawModule, extras: Extras | null) {
    this.#module = module
    this.#extras = extras
    module.catalogue()
    this.#catalogue = outputJson(module) as ActivationInfo[]
    this.#functions = [...this.#catalogue]
    module.datasets()
    this.#datasets = outputJson(module) as DatasetInfo[]
  }

  catalogue(): ActivationInfo[] {
    return structuredClone(this.#catalogue)
  }

  datasets(): DatasetInfo[] {
    return structuredClone(this.#datasets)
  }

  evaluate(
    id: string,
    x: Float32Array,
    parameters: Parameters = {},
    into?: Readonly<ValueAndSlope>,
  ): Evaluation {
    const info = this.#find(id, true)
    floats('x', x)
    const values = this.#parameterValues(info, parameters)
    const n = x.length
    const input = inputFloats(this.#module, n + values.length)
    input.set(x)
    input.set(values, n)
    this.#module.evaluate(this.#functions.indexOf(info), n)
    const output = outputFloats(this.#module)
    const part = (k: number) => output.subarray(k * n, (k + 1) * n)
    const parameterSlopes: Record<string, Float32Array> = {}
    // The kernel leaves room for every parameter and fills that of the learned ones.
    info.parameters.forEach(({ name, learned }, k) => {
      if (learned) parameterSlopes[name] = part(2 + k).slice()
    })
    return { ...copyParts({ value: part(0), slope: part(1) }, into), parameterSlopes }
  }

  properties(id: string, parameters: Parameters = {}): Properties {
    const info = this.#find(id, true)
    const values = this.#parameterValues(info, parameters)
    inputFloats(this.#module, values.length).set(values)
    this.#module.properties(this.#functions.indexOf(info))
    return outputJson(this.#module) as Properties
  }

  define(expression: string): ActivationInfo {
    return structuredClone(this.#define(expression))
  }

  rows(id: string, request: RowsRequest): Rows {
    const info = this.#find(id, false)
    const values = (parameters: Parameters | undefined) => this.#parameterValues(info, parameters)
    return this.#extras!.evaluateRows(this.#module, this.#functions.indexOf(info), info, values, request)
  }

  network(spec: NetworkSpec, data?: TrainingData): Network {
    return createNetwork(this.#module, spec, data)
  }

  load(file: Uint8Array, data?: TrainingData): Network {
    return loadNetwork(this.#module, file, data)
  }

  #define(expression: string): ActivationInfo {
    const { number, info } = this.#extras!.defineFunction(this.#module, expression)
    return (this.#functions[number] ??= info)
  }

  #find(id: string, elementWise: boolean): ActivationInfo {
    const known = this.#functions.find((entry) => entry.id === id)
    const info = known ?? (this.#extras && id.startsWith('=') ? this.#define(id) : undefined)
    if (info?.elementWise === elementWise) return info
    const usable = this.#catalogue.filter((entry) => entry.elementWise === elementWise)
    const valid = `valid: ${usable.map((entry) => entry.id).join(', ')}`
    if (!info) fail('unknown_activation', 'id', `no activation is called "${id}"; ${valid}`)
    const [is, ask] = elementWise
      ? ['a function of rows', 'engine.rows']
      : ['a function of one number', 'engine.evaluate']
    return fail('wrong_kind', 'id', `${id} is ${is}: ask ${ask} for it; ${valid}`)
  }

  /** All parameters of the function in its own order, defaults filled in. */
  #parameterValues(info: ActivationInfo, parameters: Parameters = {}): number[] {
    knownKeys(
      'parameters',
      parameters,
      info.parameters.map(({ name }) => name),
    )
    return info.parameters.map(({ name, default: initial, min, max, learned, integer }) => {
      const value = parameters[name] ?? initial
      // Training may carry a learned parameter out of the range that a spec may ask for.
      const [lowest, highest] = learned ? [-largestFloat, largestFloat] : [min, max]
      const numeric = typeof value === 'number' && (!integer || Number.isInteger(value))
      if (!(numeric && value >= lowest && value <= highest)) {
        fail(
          'out_of_range',
          `parameters.${name}`,
          `${name} of ${info.id} must be a ${integer ? 'whole ' : ''}number from ${lowest} to ${highest}, not ${String(value)}`,
        )
      }
      return value
    })
  }
}

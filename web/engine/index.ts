// The public API: `import { loadEngine } from 'activation-playground'`. Runs on a page's thread, in a module worker
// and in Node.

import { fail, floats, knownKeys } from './check.js'
import { inputFloats, loadModule, outputFloats, outputJson, type RawModule } from './module.js'
import { createNetwork, loadNetwork } from './network.js'
import type {
  ActivationInfo,
  DatasetInfo,
  Engine,
  EngineOptions,
  Evaluation,
  Network,
  NetworkSpec,
  Parameters,
  Properties,
  TrainingData,
} from './types.js'

export { ActivationPlaygroundError } from './errors.js'
export type * from './types.js'

export async function loadEngine(options: EngineOptions = {}): Promise<Engine> {
  return new WasmEngine(await loadModule(options))
}

const largestFloat = 3.4028234663852886e38

class WasmEngine implements Engine {
  readonly #module: RawModule
  readonly #catalogue: ActivationInfo[]
  readonly #datasets: DatasetInfo[]

  constructor(module: RawModule) {
    this.#module = module
    module.catalogue()
    this.#catalogue = outputJson(module) as ActivationInfo[]
    module.datasets()
    this.#datasets = outputJson(module) as DatasetInfo[]
  }

  catalogue(): ActivationInfo[] {
    return structuredClone(this.#catalogue)
  }

  datasets(): DatasetInfo[] {
    return structuredClone(this.#datasets)
  }

  evaluate(id: string, x: Float32Array, parameters: Parameters = {}): Evaluation {
    const info = this.#elementWise(id)
    floats('x', x)
    const values = this.#parameterValues(info, parameters)
    const n = x.length
    const input = inputFloats(this.#module, n + values.length)
    input.set(x)
    input.set(values, n)
    this.#module.evaluate(this.#catalogue.indexOf(info), n)
    const output = outputFloats(this.#module)
    const part = (k: number) => output.slice(k * n, (k + 1) * n)
    const learned = info.parameters.filter(({ learned }) => learned)
    const parameterSlopes: Record<string, Float32Array> = {}
    if (output.length > 2 * n) {
      info.parameters.forEach(({ name }, k) => (parameterSlopes[name] = part(2 + k)))
    } else if (n === 0) {
      for (const { name } of learned) parameterSlopes[name] = new Float32Array(0)
    }
    return { value: part(0), slope: part(1), parameterSlopes }
  }

  properties(id: string, parameters: Parameters = {}): Properties {
    const info = this.#elementWise(id)
    const values = this.#parameterValues(info, parameters)
    inputFloats(this.#module, values.length).set(values)
    this.#module.properties(this.#catalogue.indexOf(info))
    return outputJson(this.#module) as Properties
  }

  network(spec: NetworkSpec, data?: TrainingData): Network {
    return createNetwork(this.#module, spec, data)
  }

  load(file: Uint8Array, data?: TrainingData): Network {
    return loadNetwork(this.#module, file, data)
  }

  #elementWise(id: string): ActivationInfo {
    const usable = this.#catalogue.filter(({ kind }) => kind !== 'pooled')
    const info = usable.find((entry) => entry.id === id)
    return (
      info ??
      fail(
        'unknown_activation',
        'id',
        `no element-wise activation is called "${id}"; valid: ${usable.map((e) => e.id).join(', ')}`,
      )
    )
  }

  /** All parameters of the function in its own order, defaults filled in. */
  #parameterValues(info: ActivationInfo, parameters: Parameters): number[] {
    knownKeys(
      'parameters',
      parameters,
      info.parameters.map(({ name }) => name),
    )
    return info.parameters.map(({ name, default: initial, min, max, learned }) => {
      const value = parameters[name] ?? initial
      // Training may carry a learned parameter out of the range that a spec may ask for.
      const [lowest, highest] = learned ? [-largestFloat, largestFloat] : [min, max]
      if (!(typeof value === 'number' && value >= lowest && value <= highest)) {
        fail(
          'out_of_range',
          `parameters.${name}`,
          `${name} of ${info.id} must be a number from ${lowest} to ${highest}, not ${String(value)}`,
        )
      }
      return value
    })
  }
}

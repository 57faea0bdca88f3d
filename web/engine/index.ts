// The public API: `import { loadEngine } from 'activation-playground'`. Runs on a page's thread, in a module worker
// and in Node.

import { fail, floats, knownKeys } from './check.js'
import { loadModule, type RawModule } from './module.js'
import { createNetwork } from './network.js'
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

function revive(text: string): unknown {
  const words: Record<string, number> = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity }
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value in words ? words[value] : value,
  )
}

class WasmEngine implements Engine {
  readonly #module: RawModule
  readonly #catalogue: ActivationInfo[]
  readonly #datasets: DatasetInfo[]

  constructor(module: RawModule) {
    this.#module = module
    this.#catalogue = JSON.parse(module.catalogue()) as ActivationInfo[]
    this.#datasets = JSON.parse(module.datasets()) as DatasetInfo[]
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
    const input = this.#module.input(n + values.length)
    input.set(x)
    input.set(values, n)
    const output = this.#module.evaluate(id, n)
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
    this.#module.input(values.length).set(values)
    return revive(this.#module.properties(id)) as Properties
  }

  network(spec: NetworkSpec, data?: TrainingData): Network {
    return createNetwork(this.#module, spec, data)
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
    return info.parameters.map(({ name, default: initial, min, max }) => {
      const value = parameters[name] ?? initial
      if (!(typeof value === 'number' && value >= min && value <= max)) {
        fail(
          'out_of_range',
          `parameters.${name}`,
          `${name} of ${info.id} must be a number from ${min} to ${max}, not ${String(value)}`,
        )
      }
      return value
    })
  }
}

// The exact functions in float64 (cpp/bindings/oracle.cpp): errors of the kernels in units of the last place, and the
// functions' own values. A module of its own, for what shows accuracy and cost; nothing that trains or draws functions
// asks it.

import type { ValueAndSlope } from './types.js'

interface RawOracle {
  readonly memory: WebAssembly.Memory
  _initialize?: () => void
  most(): number
  parameters(): number
  inputs(): number
  values(): number
  slopes(): number
  judge(place: number, n: number): void
  evaluate(place: number, n: number): void
}

export class Oracle {
  readonly #raw: RawOracle

  constructor(raw: RawOracle) {
    this.#raw = raw
  }

  /** How many inputs it takes at a time. */
  get most(): number {
    return this.#raw.most()
  }

  /**
   * The errors of what a kernel gave; NaN where that is a NaN or an infinity that is wrong, or none that should be.
   * @param place of the element-wise function in the engine's catalogue
   * @param parameters all of them, in its order
   */
  errors(
    place: number,
    parameters: readonly number[],
    x: Float32Array,
    found: Readonly<ValueAndSlope>,
  ): ValueAndSlope {
    if (x.length > this.most) throw new RangeError(`at most ${this.most} inputs at a time`)
    const raw = this.#raw
    const array = (at: number, length: number) => new Float32Array(raw.memory.buffer, at, length)
    array(raw.parameters(), parameters.length).set(parameters)
    array(raw.inputs(), x.length).set(x)
    const value = array(raw.values(), x.length)
    const slope = array(raw.slopes(), x.length)
    value.set(found.value)
    slope.set(found.slope)
    raw.judge(place, x.length)
    return { value: value.slice(), slope: slope.slice() }
  }

  /**
   * f by a loop of scalars, in float64 by the C library: what one has without vectors. Written to `into`, as long as x.
   * Place and parameters as above.
   */
  values(place: number, parameters: readonly number[], x: Float32Array, into: Float32Array): void {
    const raw = this.#raw
    const array = (at: number, length: number) => new Float32Array(raw.memory.buffer, at, length)
    array(raw.parameters(), parameters.length).set(parameters)
    for (let from = 0; from < x.length; from += this.most) {
      const slice = x.subarray(from, from + this.most)
      array(raw.inputs(), slice.length).set(slice)
      raw.evaluate(place, slice.length)
      into.set(array(raw.values(), slice.length), from)
    }
  }
}

let oracle: Promise<Oracle> | undefined

/** A failed download may be asked for again. */
export function sharedOracle(): Promise<Oracle> {
  return (oracle ??= loadOracle().catch((error: unknown) => {
    oracle = undefined
    throw error
  }))
}

async function loadOracle(): Promise<Oracle> {
  const answer = await fetch(new URL('oracle.wasm', import.meta.url))
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  const module = await WebAssembly.compile(await answer.arrayBuffer())
  // The C library's way out, which no function takes.
  const imports: Record<string, Record<string, () => number>> = {}
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = () => 0
  const { exports } = await WebAssembly.instantiate(module, imports)
  const raw = exports as unknown as RawOracle
  raw._initialize?.()
  return new Oracle(raw)
}

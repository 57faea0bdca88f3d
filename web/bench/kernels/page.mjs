// The kernels' benchmark inside the page: one function after another, everyone who has it gives its answers first, then
// all take turns.
import { contestant } from '../contest.mjs'
import { plainLoop } from './plain-loop.mjs'
import { copies, onnxHas, onnxRunner, startOnnx } from './onnx.mjs'
import { startTensorflow, tensorflowHas, tensorflowRunner } from './tensorflow.mjs'

/** 64 KB an array: it stays in the second-level cache. */
const n = 1 << 14
/** Largest difference accepted, absolute and relative: everyone computes the same function. */
const tolerance = 2e-6

/** Inputs between -8 and 8, the same in every run. */
function makeInputs() {
  let state = 12345
  return Float32Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 28 - 8
  })
}

/** cpp/tools/kernel_bench.cpp @param {string} address */
async function loadKernels(address) {
  const module = await WebAssembly.compileStreaming(fetch(address))
  /** @type {WebAssembly.Imports} the C library's way out, which no kernel takes */
  const imports = {}
  for (const entry of WebAssembly.Module.imports(module))
    Object.assign((imports[entry.module] ??= {}), { [entry.name]: () => 0 })
  const exports = /** @type {any} */ ((await WebAssembly.instantiate(module, imports)).exports)
  exports._initialize?.()
  const places = new Map()
  for (let place = 0; place < exports.entries(); ++place) {
    const bytes = new Uint8Array(exports.memory.buffer, exports.id(place))
    places.set(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0))), place)
  }
  const array = (/** @type {number} */ at) => new Float32Array(exports.memory.buffer, at, n)
  return {
    x: array(exports.input()),
    y: array(exports.values()),
    has: (/** @type {string} */ id) => Boolean(exports.is_element_wise(places.get(id))),
    value: (/** @type {string} */ id, /** @type {number} */ runs) =>
      exports.run_value(places.get(id), n, runs),
    both: (/** @type {string} */ id, /** @type {number} */ runs) =>
      exports.run_value_and_slope(places.get(id), n, runs),
  }
}

/** @param {string} name @param {ArrayLike<number>} found @param {ArrayLike<number>} expected @param {Float32Array} x */
function compare(name, found, expected, x) {
  for (let i = 0; i < n; ++i) {
    const [a = NaN, b = NaN] = [found[i], expected[i]]
    if (!(Math.abs(a - b) <= tolerance * (1 + Math.abs(x[i] ?? 0) + Math.abs(b))))
      throw new Error(`${name} differs at x = ${x[i]}: ${a}, the engine's kernel gives ${b}`)
  }
}

/** @typedef {{ turns: number, milliseconds: number, only: string[] }} Options */

/** @param {any} engine @param {Options} options */
export async function run(engine, { turns, milliseconds, only }) {
  const x = makeInputs()
  const copy = new Float32Array(n)
  const plain = new Float32Array(n)
  const kernels = await loadKernels('./kernel_bench.wasm')
  kernels.x.set(x)
  await startTensorflow('./tensorflow/')
  startOnnx('./onnx/')

  /** @type {{ id: string, nanoseconds: Record<string, number[]> }[]} */
  const results = []
  for (const { id, parameters } of engine.catalogue()) {
    if (!kernels.has(id)) continue
    if (only.length > 0 && !only.includes(id)) continue
    kernels.value(id, 1)
    const answers = kernels.y.slice()
    compare(`${id}: engine.evaluate`, engine.evaluate(id, x).value, answers, x)

    /** @type {Record<string, (runs: number) => unknown>} */
    const works = {
      copy: (runs) => {
        for (let run = 0; run < runs; ++run) copy.set(x)
      },
      value: (runs) => kernels.value(id, runs),
      valueAndSlope: (runs) => kernels.both(id, runs),
      evaluate: (runs) => {
        for (let run = 0; run < runs; ++run) engine.evaluate(id, x)
      },
    }
    const loop = plainLoop(
      id,
      parameters.map((/** @type {any} */ p) => p.default),
    )
    if (loop) {
      loop(x, plain)
      compare(`${id}: plain JavaScript`, plain, answers, x)
      works['javascript'] = (runs) => {
        for (let run = 0; run < runs; ++run) loop(x, plain)
      }
    }
    /** @type {{ end: () => unknown }[]} */
    const runners = []
    if (tensorflowHas(id)) {
      const runner = tensorflowRunner(id, x)
      compare(`${id}: TensorFlow.js`, runner.answer(), answers, x)
      works['tensorflow'] = runner.work
      runners.push(runner)
    }
    if (onnxHas(id)) {
      const [one, many] = [await onnxRunner(id, x, 1), await onnxRunner(id, x, copies)]
      compare(`${id}: onnxruntime-web`, await one.answer(), answers, x)
      works['onnxOne'] = one.work
      works['onnxMany'] = many.work
      runners.push(one, many)
    }

    const contest = []
    for (const [name, work] of Object.entries(works))
      contest.push({ name, run: await contestant(work, milliseconds) })
    for (let turn = 0; turn < turns; ++turn) for (const { run } of contest) await run.turn()
    const nanoseconds = Object.fromEntries(
      contest.map(({ name, run }) => [name, run.rates.map((rate) => 1e9 / (rate * n))]),
    )
    const { onnxOne, onnxMany, ...rest } = nanoseconds
    if (onnxOne && onnxMany) {
      const one = Math.min(...onnxOne)
      rest['onnx'] = onnxMany.map((many) => (many - one) / (copies - 1))
    }
    results.push({ id, nanoseconds: rest })
    for (const runner of runners) await runner.end()
  }
  return results
}

Object.assign(globalThis, { runBenchmark: run })

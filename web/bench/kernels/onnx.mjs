// onnxruntime-web's kernels. A run of a session costs far more than 16 Ki elements of most functions; so a model holds
// the function many times side by side, all of the same input, and the kernel's time is the difference between a
// model of many and a model of one.
import * as ort from 'onnxruntime-web/wasm'

export const copies = 33

/** Nodes of one function from `x`, written as its users export it; the last one's output is `y`. @type {Record<string, { op: string, inputs: string[] }[]>} */
const functions = {
  relu: [{ op: 'Relu', inputs: ['x'] }],
  sigmoid: [{ op: 'Sigmoid', inputs: ['x'] }],
  tanh: [{ op: 'Tanh', inputs: ['x'] }],
  elu: [{ op: 'Elu', inputs: ['x'] }],
  gelu: [{ op: 'Gelu', inputs: ['x'] }],
  silu: [
    { op: 'Sigmoid', inputs: ['x'] },
    { op: 'Mul', inputs: ['x', '0'] },
  ],
  softplus: [{ op: 'Softplus', inputs: ['x'] }],
  mish: [{ op: 'Mish', inputs: ['x'] }],
}
export const onnxHas = (/** @type {string} */ id) => id in functions

// Just enough of protocol buffers for a ModelProto (onnx.proto3): numbers below 128 and strings below 128 bytes need no
// more than one byte, messages a length of two.
const text = new TextEncoder()
/** @param {number} value @returns {number[]} */
const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])
const number = (/** @type {number} */ field, /** @type {number} */ value) => [field << 3, ...varint(value)]
/** @param {number} field @param {number[]} bytes */
const message = (field, bytes) => [(field << 3) | 2, ...varint(bytes.length), ...bytes]
const string = (/** @type {number} */ field, /** @type {string} */ value) =>
  message(field, [...text.encode(value)])

/** A float tensor of one dimension. @param {number} field @param {string} name @param {number} n */
function valueInfo(field, name, n) {
  const shape = message(2, message(1, number(1, n)))
  const type = message(1, [...number(1, 1), ...shape])
  return message(field, [...string(1, name), ...message(2, type)])
}

/** @param {string} id @param {number} n @param {number} times */
function model(id, n, times) {
  const steps = functions[id] ?? []
  const nodes = []
  for (let copy = 0; copy < times; ++copy) {
    const name = (/** @type {number} */ step) => (step === steps.length - 1 ? `y${copy}` : `t${copy}_${step}`)
    for (const [step, { op, inputs }] of steps.entries()) {
      const sources = inputs.flatMap((input) => string(1, input === 'x' ? 'x' : name(Number(input))))
      nodes.push(...message(1, [...sources, ...string(2, name(step)), ...string(4, op)]))
    }
  }
  const graph = [...nodes, ...string(2, id), ...valueInfo(11, 'x', n), ...valueInfo(12, 'y0', n)]
  return new Uint8Array([...number(1, 9), ...message(7, graph), ...message(8, number(2, 20))])
}

/** @param {string} folder with onnxruntime-web's wasm and its loader */
export function startOnnx(folder) {
  ort.env.wasm.wasmPaths = new URL(folder, location.href).href
  ort.env.wasm.numThreads = 1
}

/** Runs of the model with `times` copies. @param {string} id @param {Float32Array} x @param {number} times */
export async function onnxRunner(id, x, times) {
  const session = await ort.InferenceSession.create(model(id, x.length, times), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'disabled', // or the copies would become one
  })
  const feeds = { x: new ort.Tensor('float32', x, [x.length]) }
  return {
    answer: async () => /** @type {Float32Array} */ ((await session.run(feeds))['y0']?.data),
    work: async (/** @type {number} */ runs) => {
      for (let run = 0; run < runs; ++run) await session.run(feeds)
    },
    end: () => session.release(),
  }
}

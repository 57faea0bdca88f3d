// The typed network over its number in the raw module.

import { fail, finiteFloats, finiteNumber, knownKeys, wholeNumber } from './check.js'
import {
  copyOutput,
  inputFloats,
  outputBytes,
  outputFloats,
  outputJson,
  sendBytes,
  sendText,
  throwLastError,
  type RawModule,
} from './module.js'
import { histogramOptions, readLayers, readScore } from './probe.js'
import type {
  DatasetView,
  Grid,
  HistogramOptions,
  Network,
  NetworkSpec,
  Observation,
  ObserveOptions,
  Probe,
  ProbeOptions,
  Score,
  TrainingData,
} from './types.js'

const mostSteps = 1_000_000
const mostPoints = 4_000_000

/** JSON has no NaN or infinity; the engine's reader takes these words and names them in its message. */
function specText(spec: NetworkSpec): string {
  const finite = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  try {
    return JSON.stringify(spec, finite) ?? 'null'
  } catch (error) {
    fail('wrong_type', '', `the spec must be plain data: ${String(error)}`)
  }
}

/** Puts data into the module's scratch: x, then y or labels. Returns the number of target columns. */
function sendData(module: RawModule, spec: NetworkSpec, data: TrainingData): number {
  knownKeys('data', data, ['x', 'rows', 'y', 'labels'])
  const rows = wholeNumber('data.rows', data.rows, 1, mostPoints)
  const x = finiteFloats('data.x', data.x)
  const inputs = wholeNumber('inputs', spec?.inputs, 1, 4096)
  if (x.length !== rows * inputs) {
    fail(
      'shape',
      'data.x',
      `data.x has ${x.length} values; ${rows} rows of ${inputs} inputs are ${rows * inputs}`,
    )
  }
  const { y, labels } = data
  if (y && labels)
    fail('conflict', 'data.labels', 'data.labels and data.y are both given; the loss reads one of them')
  if (labels) {
    if (!(labels instanceof Int32Array))
      fail('wrong_type', 'data.labels', 'data.labels must be an Int32Array')
    if (labels.length !== rows) {
      fail('shape', 'data.labels', `data.labels has ${labels.length} entries; there are ${rows} rows`)
    }
  }
  const targets = y && !labels ? finiteFloats('data.y', y).length / rows : 0
  if (!Number.isInteger(targets)) {
    fail('shape', 'data.y', `data.y has ${y!.length} values, not a multiple of ${rows} rows`)
  }
  const view = inputFloats(module, x.length + (labels ? rows : rows * targets))
  view.set(x)
  if (labels) view.set(labels, x.length)
  else if (y) view.set(y, x.length)
  return targets
}

export function createNetwork(module: RawModule, spec: NetworkSpec, data?: TrainingData): Network {
  const text = specText(spec)
  const targets = data ? sendData(module, spec, data) : (inputFloats(module, 0), 0)
  sendText(module, text)
  const id = module.makeNetwork(data?.rows ?? 0, targets, data?.labels !== undefined)
  if (id < 0) throwLastError(module)
  return new WasmNetwork(module, id, JSON.parse(text) as NetworkSpec)
}

export function loadNetwork(module: RawModule, bytes: Uint8Array, data?: TrainingData): Network {
  if (!(bytes instanceof Uint8Array))
    fail('wrong_type', 'file', 'file must be a Uint8Array, as save() returned it')
  sendBytes(module, bytes)
  if (!module.savedSpec()) throwLastError(module)
  const spec = outputJson(module) as NetworkSpec
  const targets = data ? sendData(module, spec, data) : (inputFloats(module, 0), 0)
  const id = module.loadNetwork(data?.rows ?? 0, targets, data?.labels !== undefined)
  if (id < 0) throwLastError(module)
  return new WasmNetwork(module, id, spec)
}

class WasmNetwork implements Network {
  readonly #module: RawModule
  #number: number | null
  readonly #tensors: { key: string; length: number; trained: boolean }[]
  /** How it is observed. */
  #observed: Required<ObserveOptions> | null = null
  readonly spec: NetworkSpec

  constructor(module: RawModule, id: number, spec: NetworkSpec) {
    this.#module = module
    this.#number = id
    module.tensors(id)
    this.#tensors = outputJson(module) as { key: string; length: number; trained: boolean }[]
    this.spec = spec
  }

  /** Its number in the module. */
  get #id(): number {
    return this.#number ?? fail('disposed', '', 'this network was disposed of; make a new one')
  }

  get step(): number {
    return this.#module.step(this.#id)
  }

  get divergedAt(): number | null {
    const step = this.#module.divergedAt(this.#id)
    return step < 0 ? null : step
  }

  train(steps: number): Float32Array {
    this.#module.train(this.#id, wholeNumber('steps', steps, 0, mostSteps))
    return outputFloats(this.#module).slice()
  }

  predict(x: Float32Array, into?: Float32Array): Float32Array {
    const id = this.#id
    finiteFloats('x', x)
    const rows = x.length / this.spec.inputs
    if (!Number.isInteger(rows)) {
      fail('shape', 'x', `x has ${x.length} values, not a multiple of ${this.spec.inputs} inputs`)
    }
    inputFloats(this.#module, x.length).set(x)
    if (!this.#module.predict(id, rows)) throwLastError(this.#module)
    return copyOutput(this.#module, into)
  }

  weights(): Record<string, Float32Array> {
    return this.#read(false)
  }

  gradients(): Record<string, Float32Array> {
    return this.#read(true)
  }

  setWeights(weights: Record<string, Float32Array>): void {
    const id = this.#id
    const keys = this.#tensors.map(({ key }) => key)
    knownKeys('weights', weights, keys)
    // All are checked before any is set: a refused call changes nothing.
    for (const { key, length } of this.#tensors) {
      const values = weights[key]
      if (values === undefined) continue
      finiteFloats(key, values)
      if (values.length !== length) fail('shape', key, `${key} has ${length} values, not ${values.length}`)
    }
    for (const checkOnly of [true, false]) {
      this.#tensors.forEach(({ key }, index) => {
        const values = weights[key]
        if (values === undefined) return
        inputFloats(this.#module, values.length).set(values)
        if (!this.#module.setValues(id, index, checkOnly)) throwLastError(this.#module)
      })
    }
  }

  probe(options: ProbeOptions = {}): Probe {
    const id = this.#id
    const histograms = histogramOptions('probe', options, ['unit', 'weightGradients'])
    const unit = wholeNumber('probe.unit', options.unit ?? 0, 0, 4095)
    this.#sendRanges(histograms)
    this.#module.probe(id, histograms.bins, unit, options.weightGradients !== false)
    const numbers = outputFloats(this.#module).slice()
    return {
      step: this.step,
      ...histograms,
      rows: numbers[0],
      train: readScore(numbers, 0)!,
      test: readScore(numbers, 3),
      layers: readLayers(numbers, 6, histograms.bins, this.spec, this.weights()),
    }
  }

  observe(options: ObserveOptions | null): void {
    const id = this.#id
    const histograms = histogramOptions('observe', options ?? {}, ['every'])
    const every = wholeNumber('observe.every', options?.every ?? 4, 1, mostSteps)
    this.#sendRanges(histograms)
    this.#module.observe(id, options ? every : 0, histograms.bins)
    this.#observed = options && { ...histograms, every }
  }

  observed(): Observation | null {
    const id = this.#id
    const options = this.#observed
    this.#module.observed(id)
    const numbers = outputFloats(this.#module).slice()
    const [batches, samples] = numbers as unknown as [number, number]
    if (!options || batches === 0) return null
    const layers = readLayers(numbers, 2, options.bins, this.spec, this.weights())
    return { step: this.step, ...options, batches, samples, layers }
  }

  score(): { train: Score; test: Score | null } {
    this.#module.score(this.#id)
    const numbers = outputFloats(this.#module)
    return { train: readScore(numbers, 0)!, test: readScore(numbers, 3) }
  }

  pretraining(): { layer: number; errors: number[] }[] {
    this.#module.pretraining(this.#id)
    return outputJson(this.#module) as { layer: number; errors: number[] }[]
  }

  gradientNorms(): Float32Array {
    this.#module.gradientNorms(this.#id)
    return outputFloats(this.#module).slice()
  }

  boundary(grid: Grid, into?: Float32Array): Float32Array {
    const id = this.#id
    const columns = wholeNumber('grid.columns', grid.columns, 1, mostPoints)
    const rows = wholeNumber('grid.rows', grid.rows, 1, Math.floor(mostPoints / columns))
    const corners = (['xMin', 'xMax', 'yMin', 'yMax'] as const).map((key) =>
      finiteNumber(`grid.${key}`, grid[key]),
    )
    if (this.spec.inputs > 2) {
      fail('shape', 'grid', `a boundary needs a network of 1 or 2 inputs; this one has ${this.spec.inputs}`)
    }
    if (this.spec.inputs === 1 && rows !== 1) {
      fail('out_of_range', 'grid.rows', `grid.rows must be 1 for a network of one input, not ${rows}`)
    }
    inputFloats(this.#module, 4).set(corners)
    if (!this.#module.boundary(id, columns, rows)) throwLastError(this.#module)
    return copyOutput(this.#module, into)
  }

  dataset(): DatasetView {
    const { inputs } = this.spec
    this.#module.data(this.#id)
    const output = outputFloats(this.#module)
    const [rows, trainRows, targets, labelled] = output as unknown as [number, number, number, number]
    const numbers = output.slice(4)
    const yEnd = rows * (inputs + targets)
    return {
      rows,
      trainRows,
      inputs,
      x: numbers.slice(0, rows * inputs),
      y: targets ? numbers.slice(rows * inputs, yEnd) : null,
      labels: labelled ? Int32Array.from(numbers.subarray(yEnd)) : null,
    }
  }

  setLearningRate(rate: number): void {
    if (!this.#module.setLearningRate(this.#id, finiteNumber('optimizer.learning_rate', rate)))
      throwLastError(this.#module)
  }

  setBatchSize(size: number): void {
    if (!this.#module.setBatchSize(this.#id, wholeNumber('batch_size', size, 1, 65536)))
      throwLastError(this.#module)
  }

  save(): Uint8Array {
    this.#module.save(this.#id)
    return outputBytes(this.#module).slice()
  }

  dispose(): void {
    if (this.#number !== null) this.#module.dispose(this.#number)
    this.#number = null
  }

  #sendRanges({ low, high, activationLow, activationHigh }: Required<HistogramOptions>): void {
    inputFloats(this.#module, 4).set([low, high, activationLow, activationHigh])
  }

  #read(gradients: boolean): Record<string, Float32Array> {
    this.#module.read(this.#id, gradients)
    const flat = outputFloats(this.#module)
    const result: Record<string, Float32Array> = {}
    let offset = 0
    for (const { key, length, trained } of this.#tensors) {
      if (gradients && !trained) continue
      result[key] = flat.slice(offset, offset + length)
      offset += length
    }
    return result
  }
}

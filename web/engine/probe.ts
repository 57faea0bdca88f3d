// Unpacks the flat numbers in which a probe crosses (cpp/bindings/network.cpp says their order), and checks what it is asked for.

import { fail, finiteNumber, knownKeys, wholeNumber } from './check.js'
import type { HistogramOptions, LayerProbe, NetworkSpec, Score } from './types.js'

export function readScore(numbers: Float32Array, at: number): Score | null {
  const [rows, loss, accuracy] = numbers.subarray(at, at + 3) as unknown as [number, number, number]
  return rows === 0 ? null : { loss, accuracy: accuracy < 0 ? null : accuracy }
}

function learnedParameters(
  layer: number,
  spec: NetworkSpec,
  weights: Record<string, Float32Array>,
): Record<string, Float32Array> {
  const entry = spec.layers[layer]
  const names = entry?.type === 'activation' ? (entry.learned ?? []) : []
  return Object.fromEntries(names.map((name) => [name, weights[`${layer}.${name}`]]))
}

/** The layers of a probe or an observation, from `at` on. */
export function readLayers(
  numbers: Float32Array,
  at: number,
  bins: number,
  spec: NetworkSpec,
  weights: Record<string, Float32Array>,
): LayerProbe[] {
  const next = () => numbers[at++]
  const array = (length: number) => numbers.slice(at, (at += length))
  const layers: LayerProbe[] = []
  while (at < numbers.length) {
    const layer = next()
    const [meanSlope, saturatedLeft, saturatedRight, dead] = [next(), next(), next(), next()]
    const [mean, variance, skew] = [next(), next(), next()]
    const [gradientNorm, weightGradientNorm, pieces] = [next(), next(), next()]
    layers.push({
      layer,
      histogram: array(bins),
      below: next(),
      above: next(),
      activationHistogram: array(bins),
      activationBelow: next(),
      activationAbove: next(),
      meanSlope,
      saturatedLeft,
      saturatedRight,
      dead,
      mean,
      variance,
      skew,
      gradientNorm,
      weightGradientNorm,
      parameters: learnedParameters(layer, spec, weights),
      ...(pieces > 0 ? { pieces: { slope: array(pieces), intercept: array(pieces) } } : {}),
    })
  }
  return layers
}

const histogramKeys = ['low', 'high', 'activationLow', 'activationHigh', 'bins']

/** The options of histograms, checked and complete; `name` is what they are called in messages, `more` other keys. */
export function histogramOptions(
  name: string,
  options: HistogramOptions,
  more: string[],
): Required<HistogramOptions> {
  knownKeys(name, options, [...histogramKeys, ...more])
  const range = (lowKey: 'low' | 'activationLow', highKey: 'high' | 'activationHigh', ends: number[]) => {
    const low = finiteNumber(`${name}.${lowKey}`, options[lowKey] ?? ends[0])
    const high = finiteNumber(`${name}.${highKey}`, options[highKey] ?? ends[1])
    if (!(low < high))
      fail(
        'out_of_range',
        `${name}.${highKey}`,
        `${name}.${highKey} must be above ${name}.${lowKey}, ${low}, not ${high}`,
      )
    return [low, high]
  }
  const [low, high] = range('low', 'high', [-5, 5])
  const [activationLow, activationHigh] = range('activationLow', 'activationHigh', [low, high])
  const bins = wholeNumber(`${name}.bins`, options.bins ?? 80, 1, 10_000)
  return { low, high, activationLow, activationHigh, bins }
}

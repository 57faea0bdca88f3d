// Unpacks the flat numbers in which a probe crosses (cpp/bindings/network.cpp says their order).

import type { LayerProbe, NetworkSpec, Probe, Score } from './types.js'

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

export function readProbe(
  numbers: Float32Array,
  bins: number,
  spec: NetworkSpec,
  weights: Record<string, Float32Array>,
): Pick<Probe, 'rows' | 'layers' | 'train'> {
  let at = 0
  const next = () => numbers[at++]
  const array = (length: number) => numbers.slice(at, (at += length))
  const rows = numbers[0]
  const train = readScore(numbers, 0)!
  at = 3
  const layers: LayerProbe[] = []
  while (at < numbers.length) {
    const layer = next()
    const [below, above, meanSlope, saturatedLeft, saturatedRight] = [next(), next(), next(), next(), next()]
    const [dead, mean, variance, gradientNorm, pieces] = [next(), next(), next(), next(), next()]
    const histogram = array(bins)
    layers.push({
      layer,
      histogram,
      below,
      above,
      meanSlope,
      saturatedLeft,
      saturatedRight,
      dead,
      mean,
      variance,
      gradientNorm,
      parameters: learnedParameters(layer, spec, weights),
      ...(pieces > 0 ? { pieces: { slope: array(pieces), intercept: array(pieces) } } : {}),
    })
  }
  return { rows, train, layers }
}

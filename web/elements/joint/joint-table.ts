// The joint figure in words and numbers, for those who do not see it.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import { fixed, honestPercent, tick } from '../format.js'
import type { Range } from '../plot-frame.js'
import type { TableContent } from '../table-alternative.js'
import { roundTicks } from '../ticks.js'
import type { Activation, CurveModel } from './curve-model.js'
import type { JointCaptions } from './static-layer.js'

export function curveTable(
  model: CurveModel,
  range: Readonly<Range>,
  hoverX: number | null,
  caption: string,
): TableContent {
  const { step, values } = roundTicks(range.low, range.high, 10)
  const row = (x: number, text: string) => {
    const { value, slope } = model.at(x)
    return [text, fixed(value), fixed(slope)]
  }
  return {
    caption,
    head: ['x', 'f', 'f′'],
    rows: [
      ...(hoverX === null ? [] : [row(hoverX, fixed(hoverX, 2))]),
      ...values.map((x) => row(x, tick(x, step))),
    ],
  }
}

/** @param functions of layers that have their own */
export function layerTable(
  snapshot: LaneSnapshot,
  caption: string,
  captions: JointCaptions,
  functions: Activation['layers'],
): TableContent {
  const { low, high, layers } = snapshot
  return {
    caption,
    head: [captions.layer, captions.below, captions.median, captions.above],
    rows: layers.map((layer, k) => [
      [String(k + 1), functions?.[k]?.name].filter(Boolean).join(': '),
      honestPercent(layer.below),
      fixed(median(layer.histogram, layer.below, low, high), 2),
      honestPercent(layer.above),
    ]),
  }
}

function median(histogram: Float32Array, below: number, low: number, high: number): number {
  let sum = below
  if (sum >= 0.5) return -Infinity
  for (let b = 0; b < histogram.length; b++) {
    if (sum + histogram[b] >= 0.5)
      return low + ((b + (0.5 - sum) / histogram[b]) / histogram.length) * (high - low)
    sum += histogram[b]
  }
  return Infinity
}

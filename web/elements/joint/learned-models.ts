// The curve of a function whose parameters are learned: it moves with the snapshot.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Engine, LayerProbe, Parameters } from '../../engine/types.js'
import { measured } from '../measured.js'
import type { Range } from '../plot-frame.js'
import { evaluateAt, lookUp, sample, samplesPerCurve, type SampledCurve } from '../sampling.js'
import { saturationZones } from '../saturation.js'
import type { Activation, CurveModel } from './curve-model.js'

const mean = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** With what training made of the learned ones in a layer, its channels averaged. */
export const parametersAt = ({ parameters }: Activation, layer: LayerProbe): Parameters => ({
  ...parameters,
  ...Object.fromEntries(
    Object.entries(layer.parameters)
      .filter(([name, values]) => name in parameters && values.length > 0)
      .map(([name, values]) => [name, mean(values)]),
  ),
})

export const layerParameters = (activation: Activation, { layers }: LaneSnapshot): Parameters[] =>
  layers.map((layer) => parametersAt(activation, layer))

export const averaged = (all: Parameters[]): Parameters =>
  Object.fromEntries(Object.keys(all[0]).map((name) => [name, mean(all.map((one) => one[name]))]))

// Jumps move with learned parameters, but measuring them takes longer than a frame: now and then is enough.
const measurePauseMilliseconds = 500

export class LearnedModels {
  private measuredAt = -Infinity
  private measuredFor = ''
  private jumps: ReturnType<typeof measured> | null = null

  make(
    engine: Engine,
    activation: Activation,
    layers: Parameters[],
    selected: number | null,
    range: Readonly<Range>,
  ): CurveModel {
    const { id } = activation
    const parameters = selected !== null && layers[selected] ? layers[selected] : averaged(layers)
    const now = performance.now()
    if (!this.jumps || this.measuredFor !== id || now - this.measuredAt > measurePauseMilliseconds) {
      this.jumps = measured(engine, id, parameters)
      this.measuredFor = id
      this.measuredAt = now
    }
    const measure = this.jumps
    const bold = sample(engine, id, parameters, measure, range, samplesPerCurve)
    const thin = layers.map((one) => sample(engine, id, one, measure, range, samplesPerCurve / 4))
    return {
      bold: { ...bold, ...limits(engine, id, parameters, bold) },
      thin,
      band: null,
      zones: saturationZones(measure, bold, range),
      bound: Number.isFinite(measure.slopeBound) ? measure.slopeBound : null,
      at: (x) => evaluateAt(engine, id, parameters, x),
      slopeOf: (layer, x) => lookUp(thin[layer] ?? bold, x, 'slope'),
    }
  }
}

/** The jumps of the present curve, at the places last measured. */
function limits(
  engine: Engine,
  id: string,
  parameters: Parameters,
  { branches, valueJumps, slopeJumps }: SampledCurve,
): Pick<SampledCurve, 'valueJumps' | 'slopeJumps'> {
  const end = (array: Float32Array) => array[array.length - 1]
  const at = (x: number, what: 'value' | 'slope') => {
    const right = branches.findIndex(
      (branch, k) => k > 0 && Math.abs(branch.x[0] - x) < 1e-4 * Math.max(1, Math.abs(x)),
    )
    return right < 0
      ? null
      : {
          left: end(branches[right - 1][what]),
          at: evaluateAt(engine, id, parameters, x)[what],
          right: branches[right][what][0],
        }
  }
  return {
    valueJumps: valueJumps.map((jump) => ({ ...jump, ...at(jump.x, 'value') })),
    slopeJumps: slopeJumps.map((jump) => ({ ...jump, ...at(jump.x, 'slope') })),
  }
}

// What the joint figure draws of its function: one bold curve, thin ones beside it, or a band of possible ones.
// Element-wise and stochastic functions stand still; learned and pooled ones move with the snapshot.

import type { ActivationInfo, Engine, Kind, Parameters } from '../../engine/types.js'
import { measured } from '../measured.js'
import type { Range } from '../plot-frame.js'
import { evaluateAt, lookUp, sample, samplesPerCurve, type Point, type SampledCurve } from '../sampling.js'
import { saturationZones, smallSlope, type Zone } from '../saturation.js'

export interface Activation {
  id: string
  parameters: Parameters
  kind: Kind
  info: ActivationInfo | null
  /** Units of a layer: functions of rows answer to all of them. */
  units?: number
  /** Layers with a function of their own, and what it is called. */
  layers?: Readonly<Record<number, Activation & { name: string }>>
}

/** For Lit: pages make the object anew at each rendering; only a different function is a change. */
export const activationChanged = (a: Activation | null, b: Activation | null | undefined): boolean =>
  a !== b && (a?.id !== b?.id || a?.kind !== b?.kind || a?.units !== b?.units || changing(a) !== changing(b))

const changing = (activation: Activation | null | undefined): string =>
  JSON.stringify([
    activation?.parameters,
    Object.entries(activation?.layers ?? {}).map(([k, { id }]) => [k, id]),
  ])

export interface CurveModel {
  bold: SampledCurve
  /** The curves of single layers or pieces. */
  thin: SampledCurve[]
  /** Ends of the band that noise draws from. */
  band: [SampledCurve, SampledCurve] | null
  zones: Zone[]
  /** Of each layer, where layers have different functions. */
  layerZones?: Zone[][]
  /** sup |f′|; null where it is unknown or infinite. */
  bound: number | null
  at(x: number): Point
  /** Slope of the function of one layer. */
  slopeOf(layer: number, x: number): number
}

const isLearned = ({ kind }: Activation): boolean => kind === 'parametric-learned'

export const isOfRows = ({ kind, info }: Activation): boolean =>
  kind === 'pooled' || info?.elementWise === false

/** Whether the curve follows the snapshot. */
export const moves = (activation: Activation): boolean =>
  activation.kind === 'pooled' || isLearned(activation)

export function fixedModel(engine: Engine, activation: Activation, range: Readonly<Range>): CurveModel {
  const { id, parameters } = activation
  const properties = measured(engine, id, parameters)
  const bold = sample(engine, id, parameters, properties, range, samplesPerCurve)
  return {
    bold,
    thin: [],
    band: noiseBand(engine, activation, range),
    zones: saturationZones(properties, bold, range),
    bound: Number.isFinite(properties.slopeBound) ? properties.slopeBound : null,
    at: (x) => evaluateAt(engine, id, parameters, x),
    slopeOf: (_, x) => lookUp(bold, x, 'slope'),
  }
}

/** In training the parameter is drawn from [low, high]: what f can then be. */
function noiseBand(
  engine: Engine,
  { id, parameters, info }: Activation,
  range: Readonly<Range>,
): CurveModel['band'] {
  const noisy = info?.parameters.find((parameter) => parameter.noise)
  if (!noisy?.noise) return null
  const { name, noise } = noisy
  const properties = measured(engine, id, parameters)
  const [low, high] = [noise.low, noise.high].map((value) =>
    sample(engine, id, { ...parameters, [name]: value }, properties, range, samplesPerCurve),
  )
  return [low, high]
}

export const isFlat = (slope: number): boolean => Math.abs(slope) < smallSlope

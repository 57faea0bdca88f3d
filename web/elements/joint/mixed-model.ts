// What the joint figure draws of a network whose layers have different functions, loaded with the first lane that has one:
// the curve of the lane or of the chosen layer, those of the other layers beside it, and each layer's own slopes.

import type { LaneSnapshot } from '../../engine/lane-types.js'
import type { Engine, Parameters } from '../../engine/types.js'
import { drawText, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { rowBase } from '../histogram-rows.js'
import { measured } from '../measured.js'
import type { Range } from '../plot-frame.js'
import type { JointGeometry } from '../row-geometry.js'
import { lookUp, sample, samplesPerCurve, type SampledCurve } from '../sampling.js'
import { saturationZones, type Zone } from '../saturation.js'
import { fixedModel, moves, type Activation, type CurveModel } from './curve-model.js'
import { averaged, parametersAt, type LearnedModels } from './learned-models.js'

/** Rows lower than this have no room for a name. */
const leastRowHeight = 9
/** What a share outside the axis takes of a row's left end. */
const outsideWidth = 34

const functionAt = (lane: Activation, layer: number): Activation => lane.layers?.[layer] ?? lane

/** Of each layer, with what training has made of the learned ones. */
const parametersOf = (lane: Activation, layers: number, snapshot: LaneSnapshot | null): Parameters[] =>
  Array.from({ length: layers }, (_, layer) => {
    const own = functionAt(lane, layer)
    const probe = snapshot?.layers[layer]
    return probe ? parametersAt(own, probe) : own.parameters
  })

/** Changes with every curve that is drawn. */
export const mixedKey = (lane: Activation, snapshot: LaneSnapshot | null, selected: number | null): string =>
  JSON.stringify([selected, snapshot && parametersOf(lane, snapshot.layers.length, snapshot)])

/** @param layers how many there are */
export function mixedModel(
  engine: Engine,
  learned: LearnedModels,
  lane: Activation,
  layers: number,
  snapshot: LaneSnapshot | null,
  selected: number | null,
  range: Readonly<Range>,
): CurveModel {
  const all = parametersOf(lane, layers, snapshot)
  // Where the thin ones jump is measured with the first values of what is learned: measuring takes longer than a frame.
  const drawn = new Map<string, { curve: SampledCurve; zones: Zone[] }>()
  const layersDrawn = all.map((parameters, layer) => {
    const { id, parameters: first } = functionAt(lane, layer)
    const key = JSON.stringify([id, parameters])
    const properties = measured(engine, id, first)
    const known = drawn.get(key)
    if (known) return known
    const curve = sample(engine, id, parameters, properties, range, samplesPerCurve / 4)
    const made = { curve, zones: saturationZones(properties, curve, range) }
    drawn.set(key, made)
    return made
  })
  const common = all.filter((_, layer) => functionAt(lane, layer) === lane)
  const chosen = selected === null ? lane : functionAt(lane, selected)
  const parameters =
    selected === null ? averaged(common.length > 0 ? common : [lane.parameters]) : (all[selected] ?? {})
  return {
    ...(moves(chosen)
      ? learned.make(engine, chosen, [parameters], 0, range)
      : fixedModel(engine, chosen, range)),
    thin: [...drawn.values()].map(({ curve }) => curve),
    layerZones: layersDrawn.map(({ zones }) => zones),
    slopeOf: (layer, x) => lookUp(layersDrawn[layer].curve, x, 'slope'),
  }
}

/** Whose inputs a row counts, where that is not the lane's function. */
export function drawLayerNames(
  context: Context,
  left: number,
  geometry: JointGeometry,
  functions: NonNullable<Activation['layers']>,
  snapshot: LaneSnapshot,
  palette: Palette,
): void {
  const { rowHeight, rows } = geometry
  if (rowHeight < leastRowHeight) return
  for (const [key, { name }] of Object.entries(functions)) {
    const row = Number(key)
    if (row >= rows) continue
    const shift = snapshot.layers[row].below > 0 ? outsideWidth : 0
    drawText(context, name, left + 3 + shift, rowBase(geometry, row) - (rowHeight - 10) / 2, {
      size: 10,
      colour: palette.ink2,
      halo: palette.paper,
    })
  }
}

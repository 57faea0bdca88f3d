// The curves of a plot and how they are painted: in lane colours, each labelled at its line.

import type { Engine } from '../../engine/types.js'
import { drawGrid, drawXTicks } from '../axes.js'
import { laneColour, type Context } from '../canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from '../curve.js'
import { boundNote, drawLabel, placeLabels, type LabelWish } from '../curve-labels.js'
import type { Palette } from '../environment.js'
import { measured } from '../measured.js'
import { PlotFrame, type Range } from '../plot-frame.js'
import { sample, samplesPerCurve, type SampledCurve } from '../sampling.js'
import { drawZones, saturationZones, type Zone } from '../saturation.js'
import type { PlotFunction, PlotRequest } from './attributes.js'
import { valueWindow } from './value-window.js'

const margin = { left: 38, right: 10, top: 8, bottom: 24 }
const smallestSide = 40

export interface PlotScene {
  curves: SampledCurve[]
  names: string[]
  value: boolean
  slope: boolean
  /** Of a single function; with several, tints would contradict each other. */
  zones: Zone[]
  bound: number | null
}

export const emptyScene: PlotScene = {
  curves: [],
  names: [],
  value: true,
  slope: true,
  zones: [],
  bound: null,
}

export function plotScene(
  engine: Engine,
  request: PlotRequest,
  range: Readonly<Range>,
  nameOf: (one: PlotFunction) => string,
): PlotScene {
  const { functions, value, slope } = request
  const properties = functions.map(({ info, parameters }) => measured(engine, info.id, parameters))
  const curves = functions.map(({ info, parameters }, k) =>
    sample(engine, info.id, parameters, properties[k], range, samplesPerCurve),
  )
  const single = functions.length === 1 ? properties[0] : null
  return {
    curves,
    names: functions.map(nameOf),
    value,
    slope,
    zones: single ? saturationZones(single, curves[0], range) : [],
    bound: single?.slopeBound ?? null,
  }
}

/** One unit is equally long on both axes; the y-axis shows the part where most of the curves are. */
export function plotFrame(
  scene: PlotScene,
  width: number,
  height: number,
  range: Readonly<Range>,
): PlotFrame {
  const innerWidth = Math.max(smallestSide, width - margin.left - margin.right)
  const innerHeight = Math.max(smallestSide, height - margin.top - margin.bottom)
  const branches = scene.curves.flatMap((curve) => curve.branches)
  const samples = [
    ...(scene.value ? branches.map((branch) => branch.value) : []),
    ...(scene.slope ? branches.map((branch) => branch.slope) : []),
  ]
  const span = (innerHeight * (range.high - range.low)) / innerWidth
  return new PlotFrame(margin.left, margin.top, innerWidth, innerHeight, range, valueWindow(samples, span))
}

export function drawPlot(context: Context, plot: PlotFrame, scene: PlotScene, palette: Palette): void {
  drawZones(context, scene.zones, plot, plot.bottom, palette)
  drawGrid(context, plot, plot.bottom, palette)
  drawXTicks(context, plot, plot.bottom + 15, palette)
  context.save()
  plot.clip(context, 2)
  scene.curves.forEach((curve, lane) => {
    const colour = laneColour(palette, lane)
    if (scene.slope) strokeSlope(context, slopePath(curve, plot), colour)
    if (scene.value) strokeValue(context, valuePath(curve, plot), colour)
    if (scene.slope) drawJumps(context, plot, curve.slopeJumps, colour, palette.paper)
    if (scene.value) drawJumps(context, plot, curve.valueJumps, colour, palette.paper)
  })
  context.restore()
  for (const label of placeLabels(context, labelWishes(scene, palette), plot))
    drawLabel(context, label, palette.paper)
}

function labelWishes(scene: PlotScene, palette: Palette): LabelWish[] {
  const alone = scene.curves.length === 1
  return scene.curves.flatMap((curve, lane) => {
    const name = scene.names[lane]
    const common = { curve, colour: laneColour(palette, lane) }
    const value: LabelWish = {
      ...common,
      text: name,
      note: '',
      what: 'value',
      preferred: 0.9 - 0.07 * lane,
      upright: true,
    }
    const slope: LabelWish = {
      ...common,
      text: alone ? 'f ′' : `${name}′`,
      note: alone ? boundNote(scene.bound) : '',
      what: 'slope',
      preferred: 0.66 - 0.12 * lane,
      upright: !alone,
      light: true,
    }
    return [...(scene.value ? [value] : []), ...(scene.slope ? [slope] : [])]
  })
}

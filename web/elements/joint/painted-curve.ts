// A curve model turned into paths for one frame, and how it is painted.

import { fade, type Context } from '../canvas.js'
import { bandPath, drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from '../curve.js'
import { boundNote, placeLabels, type LabelWish, type PlacedLabel } from '../curve-labels.js'
import { haloSpines, type HaloSpine } from '../halo.js'
import type { Palette } from '../environment.js'
import type { PlotFrame } from '../plot-frame.js'
import type { CurveModel } from './curve-model.js'

export interface PaintedCurve {
  model: CurveModel
  value: Path2D
  slope: Path2D
  thin: Path2D | null
  band: { value: Path2D; slope: Path2D } | null
  spines: HaloSpine[]
  labels: PlacedLabel[]
}

export function painted(model: CurveModel, frame: PlotFrame, labels: PlacedLabel[]): PaintedCurve {
  const thin = model.thin.length > 0 ? new Path2D() : null
  for (const curve of model.thin) thin?.addPath(valuePath(curve, frame))
  const { band } = model
  return {
    model,
    value: valuePath(model.bold, frame),
    slope: slopePath(model.bold, frame),
    thin,
    band: band && {
      value: bandPath(band[0].branches, band[1].branches, frame, 'value'),
      slope: bandPath(band[0].branches, band[1].branches, frame, 'slope'),
    },
    spines: haloSpines(model.bold, frame),
    labels,
  }
}

export function labelsOf(
  context: Context,
  model: CurveModel,
  frame: PlotFrame,
  colour: string,
): PlacedLabel[] {
  const { bold: curve, bound } = model
  const wishes: LabelWish[] = [
    { text: 'f', note: '', curve, what: 'value', colour, preferred: 0.95 },
    {
      text: 'f ′',
      note: boundNote(bound),
      curve,
      what: 'slope',
      colour,
      preferred: 0.7,
    },
  ]
  return placeLabels(context, wishes, frame)
}

export function paintCurve(
  context: Context,
  curve: PaintedCurve,
  frame: PlotFrame,
  colour: string,
  palette: Palette,
): void {
  context.save()
  frame.clip(context, 2)
  if (curve.band) {
    context.fillStyle = fade(colour, 0.16)
    context.fill(curve.band.value)
    context.fillStyle = fade(colour, 0.1)
    context.fill(curve.band.slope)
  }
  if (curve.thin) strokeValue(context, curve.thin, fade(colour, 0.45), 1)
  strokeSlope(context, curve.slope, colour)
  strokeValue(context, curve.value, colour)
  drawJumps(context, frame, curve.model.bold.slopeJumps, colour, palette.paper)
  drawJumps(context, frame, curve.model.bold.valueJumps, colour, palette.paper)
  context.restore()
}

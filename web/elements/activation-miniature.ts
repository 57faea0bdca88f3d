// <activation-miniature>: the small picture of a function of one number at its defaults, from the kernels.

import { property } from 'lit/decorators.js'
import type { Engine, Properties } from '../engine/types.js'
import type { Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Miniature, miniatureStyle } from './miniature.js'
import type { PlotFrame } from './plot-frame.js'
import { drawZones, saturationZones } from './saturation.js'
import { sample } from './sampling.js'

const { samples, valueWidth, slopeWidth, slopeDash, dotRadius } = miniatureStyle

export class ActivationMiniature extends Miniature {
  @property({ attribute: false }) function = ''
  /** Of the function at its defaults; until they are measured only the axes are drawn. */
  @property({ attribute: false }) properties: Properties | null = null

  protected override drawLines(context: Context, frame: PlotFrame, engine: Engine, colours: Palette): void {
    const { properties } = this
    if (!properties) return
    const curve = sample(engine, this.function, {}, properties, frame.xRange, samples)
    drawZones(context, saturationZones(properties, curve, frame.xRange), frame, frame.bottom, colours)
    strokeSlope(context, slopePath(curve, frame), colours.ink3, slopeWidth, slopeDash)
    strokeValue(context, valuePath(curve, frame), colours.ink, valueWidth)
    drawJumps(context, frame, curve.valueJumps, colours.ink, colours.paper, dotRadius)
  }
}

define('activation-miniature', ActivationMiniature)

declare global {
  interface HTMLElementTagNameMap {
    'activation-miniature': ActivationMiniature
  }
}

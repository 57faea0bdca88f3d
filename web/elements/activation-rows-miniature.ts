// <activation-rows-miniature>: the small picture of a function of rows, over the input that its large one has on the
// x-axis.

import { property } from 'lit/decorators.js'
import type { ActivationInfo, Engine } from '../engine/types.js'
import type { Context } from './canvas.js'
import { drawJumps, slopePath, strokeSlope, strokeValue, valuePath } from './curve.js'
import { define } from './define.js'
import type { Palette } from './environment.js'
import { Miniature, miniatureStyle } from './miniature.js'
import type { PlotFrame } from './plot-frame.js'
import { CONCEPTS, conceptName } from './rows/concepts.js'
import { sampleLines } from './rows/row-function.js'

const { samples, valueWidth, slopeWidth, slopeDash, dotRadius } = miniatureStyle
const besideWidth = 1

export class ActivationRowsMiniature extends Miniature {
  @property({ attribute: false }) info: ActivationInfo | null = null

  protected override drawLines(context: Context, frame: PlotFrame, engine: Engine, colours: Palette): void {
    const { info } = this
    if (!info) return
    const rows = CONCEPTS[conceptName(engine, info)].of(engine, info, {}, {})
    for (const { name, slopeName, main, curve } of sampleLines(rows, frame.xRange, samples).reverse()) {
      // As small as this, the other derivatives would be noise.
      if (slopeName && main)
        strokeSlope(context, slopePath(curve, frame), colours.ink3, slopeWidth, slopeDash)
      if (!name) continue
      const colour = main ? colours.ink : colours.ink3
      strokeValue(context, valuePath(curve, frame), colour, main ? valueWidth : besideWidth)
      if (main) drawJumps(context, frame, curve.valueJumps, colour, colours.paper, dotRadius)
    }
  }
}

define('activation-rows-miniature', ActivationRowsMiniature)

declare global {
  interface HTMLElementTagNameMap {
    'activation-rows-miniature': ActivationRowsMiniature
  }
}

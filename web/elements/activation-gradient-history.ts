// <activation-gradient-history>: the gradient that reaches layer 1, over training, in decades.

import { define } from './define.js'
import { gradientMetric } from './loss/metric.js'
import { ProgressChart } from './progress-chart.js'

export class ActivationGradientHistory extends ProgressChart {
  override height = 130
  protected override readonly metric = gradientMetric
}

define('activation-gradient-history', ActivationGradientHistory)

declare global {
  interface HTMLElementTagNameMap {
    'activation-gradient-history': ActivationGradientHistory
  }
}

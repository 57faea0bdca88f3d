// <activation-loss>: the loss of all lanes over training, smoothed over its raw trace, with the test loss thinner.

import { define } from './define.js'
import { lossMetric } from './loss/metric.js'
import { ProgressChart } from './progress-chart.js'

export class ActivationLoss extends ProgressChart {
  protected override readonly metric = lossMetric
}

define('activation-loss', ActivationLoss)

declare global {
  interface HTMLElementTagNameMap {
    'activation-loss': ActivationLoss
  }
}

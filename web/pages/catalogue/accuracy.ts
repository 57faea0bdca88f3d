// How accurate the kernels are, loaded with the first sheet. Until a table of measured errors is built in, the bound that
// every build is tested against stands alone.

import type { ActivationInfo } from '../../engine/types.js'

export interface MeasuredError {
  /** Largest error in float32 steps, the x where it is, and the mean over the sweep. */
  worst: number
  x: number
  mean: number
}

export interface Accuracy {
  bound: { value: number; slope: number }
  /** Null: not measured. */
  measured: { value: MeasuredError; slope: MeasuredError } | null
}

export const accuracyOf = ({ bound }: ActivationInfo): Accuracy => ({ bound, measured: null })

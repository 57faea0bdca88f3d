// How accurate the kernels are: the bound that every build is tested against, and what
// build-scripts/accuracy.sh measured.

import table from '../../../cpp/activations/accuracy.csv?raw'
import type { ActivationInfo } from '../../engine/types.js'

export interface MeasuredError {
  /** Largest error in units of the last place, and the mean of all. */
  worst: number
  /** Of a function of one number the x where the worst is, else the exact result. */
  at: number
  mean: number
  /** Results that are wrongly, or wrongly not, NaN or infinite. */
  specials: number
}

export interface Accuracy {
  bound: { value: number; slope: number }
  /**
   * Null: not measured. `inputs`: how many of the 2^32 float32 values, or numbers of random rows. `slope`: of a function of
   * rows both products with the Jacobian.
   */
  measured: { inputs: number; value: MeasuredError; slope: MeasuredError } | null
}

/** By id, the numbers as text. */
const rows = new Map(table.split('\n').map((line) => [line.slice(0, line.indexOf(',')), line]))

export function accuracyOf({ id, bound }: ActivationInfo): Accuracy {
  const row = rows.get(id)
  if (!row) return { bound, measured: null }
  // The columns are those of cpp/tools/accuracy.cpp.
  const [inputs, ...numbers] = row.split(',').slice(1).map(Number)
  const error = (from: number): MeasuredError => ({
    worst: numbers[from],
    at: numbers[from + 1],
    mean: numbers[from + 2],
    specials: numbers[from + 3],
  })
  return { bound, measured: { inputs, value: error(0), slope: error(4) } }
}

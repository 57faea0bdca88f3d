// All conventions on which frameworks, papers and guides disagree, and those that concern one function.

import type { ActivationInfo } from '../../../engine/types.js'
import { ARITHMETIC_DIFFERENCES } from './arithmetic.js'
import { FUNCTION_DIFFERENCES } from './functions.js'
import { HALVES_DIFFERENCES } from './halves.js'
import { NAN_DIFFERENCES } from './nan.js'
import { POINT_DIFFERENCES } from './points.js'
import { MISPRINTED_FUNCTIONS, PRINTED_DIFFERENCES } from './printed.js'
import type { Difference } from './types.js'

/** In the order of a sheet: what everybody meets first, misprints last. */
export const DIFFERENCES: readonly Difference[] = [
  ...FUNCTION_DIFFERENCES,
  ...HALVES_DIFFERENCES,
  ...POINT_DIFFERENCES,
  ...ARITHMETIC_DIFFERENCES,
  ...NAN_DIFFERENCES,
  ...MISPRINTED_FUNCTIONS,
  ...PRINTED_DIFFERENCES,
]

export const differencesOf = ({ id, kind }: ActivationInfo): Difference[] =>
  DIFFERENCES.filter((difference) =>
    difference.what === 'halves' ? difference.kind === kind : difference.functions.includes(id),
  )

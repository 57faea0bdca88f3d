// Row-wise functions that make several outputs of every number (CReLU): a row of one number shows all there is.

import type { Concept } from './row-function.js'
import { overFirst } from './row-wise.js'

export const several: Concept = {
  held: [],
  of: (engine, info, parameters) => overFirst(engine, info, parameters, []),
}

// Row-wise functions with noise (Gumbel-softmax): what they are without it, and what draws of it make of the first output.

import type { Concept } from './row-function.js'
import { column, rowsOver } from './row-function.js'
import { overFirst, rowWise } from './row-wise.js'

/** Another seed, other draws. */
export const seedName = 'seed'

export const noisy: Concept = {
  held: rowWise.held,
  of: (engine, info, parameters, held) => {
    const others = rowWise.held.map(({ name, default: initial }) => held[name] ?? initial)
    return {
      ...overFirst(engine, info, parameters, others),
      draw: (x) => {
        const columns = 1 + others.length
        const seed = held[seedName] ?? 1
        const request = { x: rowsOver(x, others), rows: x.length, columns, parameters, seed }
        const { value, columns: outputs } = engine.rows(info.id, request)
        return column(value, outputs, 0)
      },
    }
  },
}

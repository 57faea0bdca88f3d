// One formula in plain JavaScript, timed in a worker of its own: in a thread that has run several, a loop over whichever
// is asked for inlines none of them.

import { expose } from 'comlink'
import { ELEMENTS, oneSample, x } from './cost-sample.js'
import { formulas } from './plain-javascript.js'

let call: () => void

export class PlainWorker {
  /** Parameters: all, in the catalogue's order; at most ten. False where there is no formula. */
  begin(id: string, parameters: readonly number[]): boolean {
    const formula = formulas[id]
    if (!formula) return false
    const [a, b, c, d, e, f, g, h, i, j] = parameters
    const y = new Float32Array(ELEMENTS)
    call = () => {
      for (let k = 0; k < ELEMENTS; ++k) y[k] = formula(x[k], a, b, c, d, e, f, g, h, i, j)
    }
    call()
    return true
  }

  sample(): number {
    return oneSample(call)
  }
}

expose(new PlainWorker())

import { formulas } from '../../pages/catalogue/plain-javascript.ts'

/**
 * A loop over arrays around one formula, in a function of its own: the engine of JavaScript inlines the formula into it
 * as into a loop written by hand. Null where there is no formula.
 * @param {string} id @param {number[]} parameters
 * @returns {((x: Float32Array, y: Float32Array) => void) | null}
 */
export function plainLoop(id, parameters) {
  const formula = formulas[id]
  if (!formula) return null
  const names = parameters.map((_, k) => `p${k}`)
  // The comment makes every source its own: of loops with one source the engine gathers one profile, finds all formulas
  // called there, and inlines none.
  const body = `/* ${id} */ return (x, y) => { for (let i = 0; i < x.length; ++i) y[i] = formula(${['x[i]', ...names].join(', ')}) }`
  return new Function('formula', ...names, body)(formula, ...parameters)
}

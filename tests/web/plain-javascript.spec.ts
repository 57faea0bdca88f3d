// The formulas that the sheets and the benchmark time against the kernels are those of the functions.

import { expect, test } from '@playwright/test'
import { formulas } from '../../web/pages/catalogue/plain-javascript'
import { nodeEngine } from './catalogue'

const x = Float32Array.from({ length: 241 }, (_, i) => (i - 120) / 20)
/** Of textbook formulas in the range of x, relative to 1 + |x| + |f|. */
const TOLERANCE = 2e-6

test('plain JavaScript gives what the engine gives', { tag: '@once' }, async () => {
  const engine = await nodeEngine()
  const elementWise = engine.catalogue().filter((info) => info.elementWise)
  expect(Object.keys(formulas).sort()).toEqual(elementWise.map(({ id }) => id).sort())
  for (const { id, parameters } of elementWise) {
    expect(parameters.length, `${id}: as many as plain-worker.ts hands over`).toBeLessThanOrEqual(10)
    const given = parameters.map(({ default: initial }) => initial)
    const { value } = engine.evaluate(id, x)
    const errors = value.map(
      (y, i) => Math.abs(formulas[id](x[i], ...given) - y) / (1 + Math.abs(x[i]) + Math.abs(y)),
    )
    expect(Math.max(...errors), id).toBeLessThan(TOLERANCE)
  }
})

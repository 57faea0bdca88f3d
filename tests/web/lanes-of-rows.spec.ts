// Lanes of functions that are not element-wise: gated, row-wise, Maxout, Gumbel-softmax.

import { expect, test, type Page } from '@playwright/test'
import type { LaneSnapshot } from '../../web/engine/lane-types'
import type { NetworkSpec } from '../../web/engine/types'
import { violations } from './axe'
import { nodeEngine } from './catalogue'
import { caughtUp, digest, lane, openAt } from './playground'
import { cleanAccount, keepAccount, visit } from './visit'

type Flow = HTMLElement & { snapshot: LaneSnapshot | null }

const snapshot = (page: Page, slot: number) =>
  lane(page, slot)
    .locator('activation-flow')
    .evaluate((element) => {
      const { step, train, low, high, layers } = (element as Flow).snapshot!
      const histograms = layers.map(({ histogram, below, above }) => ({ bins: [...histogram], below, above }))
      return { step, loss: train.loss, low, high, histograms }
    })

test('every function of the catalogue is a lane that trains', { tag: '@once' }, async ({ page }) => {
  test.slow() // as many networks as functions
  const account = await keepAccount(page)
  const ids = (await nodeEngine()).catalogue().map(({ id }) => id)
  expect(ids).toHaveLength(103)
  for (let first = 0; first < ids.length; first += 4) {
    const four = ids.slice(first, first + 4)
    // Two layers and small steps: six layers of e^x are beyond float32 before the first.
    await openAt(page, `#lanes=${four.join(',')}&depth=2&lr=0.001&step=20`)
    for (const [k, id] of four.entries()) {
      const { step, loss } = await snapshot(page, k + 1)
      expect(step, id).toBe(20)
      expect(loss, id).toBeGreaterThan(0)
      expect(loss, id).toBeLessThan(20)
    }
    await expect(page.locator('playground-lane [role=alert]')).toHaveCount(0)
  }
  expect(account).toEqual(cleanAccount)
})

test('they share data and batches with the others, and an address brings them back', async ({
  page,
  context,
}) => {
  await openAt(page, '#lanes=relu&depth=2&step=60')
  const alone = await digest(page)
  const address = '#lanes=relu,swiglu:alpha=2,gumbel_softmax:tau=0.5,crelu&depth=2&step=60'
  await openAt(page, address)
  await caughtUp(page, 60)
  // Lanes that are not set up yet say "-".
  await expect.poll(async () => new Set((await digest(page)).split(' ')).size).toBe(4)
  const four = await digest(page)
  expect(four.split(' ')[0]).toBe(alone.split(' ')[0])
  const other = await context.newPage()
  await openAt(other, new URL(page.url()).hash)
  await caughtUp(other, 60)
  expect(await digest(other)).toBe(four)
  await other.close()
  // A parameter of a function of rows is one of the network.
  const alpha = page.getByRole('spinbutton', { name: 'alpha' })
  await alpha.fill('1.5')
  await alpha.press('Enter')
  await expect(page).toHaveURL(/swiglu:alpha=1\.5/)
  await expect.poll(async () => (await digest(page)).split(' ')[1]).not.toBe(four.split(' ')[1])
  await caughtUp(page, 60)
})

test('in a gated lane the gates are counted, and they alone', { tag: '@once' }, async ({ page }) => {
  const engine = await nodeEngine()
  await openAt(page, '#lanes=glu&depth=2&width=6&seed=3&lr=0.1&step=40')
  const settings = await page
    .locator('playground-page')
    .evaluate(
      (element) => (element as unknown as { session: { settings: Record<string, number> } }).session.settings,
    )
  const network = engine.network({
    inputs: 2,
    layers: [
      { type: 'dense', units: 12 },
      { type: 'activation', id: 'glu' },
      { type: 'dense', units: 12 },
      { type: 'activation', id: 'glu' },
      { type: 'dense', units: 1 },
    ],
    loss: 'binary_cross_entropy',
    optimizer: { type: 'sgd', learning_rate: 0.1, momentum: settings['momentum'] },
    batch_size: settings['batch'],
    shuffle: true,
    seed: 3,
    initialization: { scheme: settings['init'] as unknown as 'normal', gain: settings['gain'] },
    dataset: {
      name: settings['data'] as unknown as 'spiral',
      split: settings['train'],
      size: settings['points'],
      noise: settings['noise'],
    },
  } satisfies NetworkSpec)
  network.train(40)
  const { x, trainRows } = network.dataset()
  const weights = network.weights()
  const dense = (layer: number, row: readonly number[]) =>
    Array.from(
      weights[`${layer}.bias`],
      (bias, unit) =>
        bias +
        row.reduce((sum, value, k) => sum + value * weights[`${layer}.weight`][unit * row.length + k], 0),
    )
  const gates: number[][] = [[], []]
  for (let row = 0; row < trainRows; row++) {
    const first = dense(0, [...x.subarray(2 * row, 2 * row + 2)])
    const outputs = first.slice(0, 6).map((a, k) => a / (1 + Math.exp(-first[6 + k])))
    gates[0].push(...first.slice(6))
    gates[1].push(...dense(2, outputs).slice(6))
  }
  const { low, high, histograms } = await snapshot(page, 1)
  for (const [layer, { bins, below, above }] of histograms.entries()) {
    const width = (high - low) / bins.length
    const expected = bins.map(
      (_, k) =>
        gates[layer].filter((b) => b >= low + k * width && b < low + (k + 1) * width).length /
        gates[layer].length,
    )
    // A value on the edge of two bins may fall into either.
    const moved = bins.reduce((sum, share, k) => sum + Math.abs(share - expected[k]), 0)
    expect(moved).toBeLessThan(0.01)
    expect(bins.reduce((a, b) => a + b, below + above)).toBeCloseTo(1, 4)
    expect(Math.max(...bins)).toBeGreaterThan(0.02)
  }
})

test(
  'the curve is that of one unit, in words too; what a function of rows has not is left out',
  { tag: '@once' },
  async ({ page }) => {
    const engine = await nodeEngine()
    await openAt(page, '#lanes=glu,softmax,crelu&depth=2&width=5&step=20')
    const curve = (slot: number) =>
      lane(page, slot)
        .locator('activation-joint')
        .locator('table')
        .first()
        .locator('tbody tr', { hasText: /^\s*2\s/ })
    const glu = engine.rows('glu', { x: Float32Array.of(1, 2), rows: 1, columns: 2 }).value[0]
    const row = {
      x: Float32Array.of(2, 0, 0, 0, 0),
      rows: 1,
      columns: 5,
      tangent: Float32Array.of(1, 0, 0, 0, 0),
    }
    const softmax = engine.rows('softmax', row)
    await expect(curve(1)).toContainText(glu.toFixed(3))
    await expect(curve(2)).toContainText(softmax.value[0].toFixed(3))
    await expect(curve(2)).toContainText(softmax.jacobianVector![0].toFixed(3))
    await expect(curve(3)).toContainText('2.000')
    await expect(lane(page, 1).locator('.curve-note')).toContainText('a = 1 over its gate b')
    await expect(lane(page, 2).locator('.curve-note')).toContainText('the others’ inputs at 0')
    await expect(lane(page, 1).locator('activation-joint table').nth(1)).toContainText('inputs of the gates')
    for (const slot of [1, 2, 3]) {
      const cells = lane(page, slot).locator('activation-flow tbody tr').first().locator('td')
      // Gradient and what the layer puts out are measured; slope, saturation and dead units it does not have.
      await expect
        .poll(() => cells.allTextContents())
        .toEqual([
          expect.stringMatching(/\de/),
          '–',
          '–',
          '–',
          expect.stringMatching(/\d/),
          expect.stringMatching(/\d/),
        ])
    }
    await page.getByRole('button', { name: '中文' }).click()
    await expect(lane(page, 1).locator('.curve-note')).toContainText('随门 b 的变化')
  },
)

test(
  'closed gates are counted in words, shut by ReGLU and by no bilinear unit',
  { tag: '@once' },
  async ({ page }) => {
    await openAt(page, '#lanes=reglu,bilinear_glu&depth=2&step=20')
    const words = (slot: number) => lane(page, slot).locator('.words-of-flow')
    await expect(words(1)).toContainText(/\d+.% of the gates are closed/)
    const share = Number(/(\d+).% of the gates/.exec((await words(1).textContent()) ?? '')?.[1])
    const { low, high, histograms } = await snapshot(page, 1)
    const middle = (0 - low) / (high - low)
    const below =
      histograms.reduce(
        (sum, { bins, below }) =>
          sum + below + bins.slice(0, middle * bins.length).reduce((a, b) => a + b, 0),
        0,
      ) / histograms.length
    expect(Math.abs(share - 100 * below)).toBeLessThanOrEqual(1)
    await expect(words(2)).toContainText('Value and gate scale each other’s gradient.')
  },
)

test('train with it: from the sheet of a gated function to its lane', async ({ page }) => {
  await visit(page, '#catalogue&open=swiglu:alpha=2')
  await page.getByRole('button', { name: 'Train with it' }).click()
  await expect(page).toHaveURL(/lanes=sigmoid,tanh,relu,swiglu:alpha=2/)
  await expect(lane(page, 4).locator('.name')).toContainText('SwiGLU')
  await expect.poll(async () => (await digest(page)).split(' ')[3]).toMatch(/^\d+:/)
})

for (const [lang, theme, width] of [
  ['en', 'light', 1440],
  ['zh', 'dark', 390],
] as const)
  test(`no violation: ${lang}, ${theme}, ${width}`, { tag: '@once' }, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 900 })
    await openAt(page, `#lanes=glu,softmax,gumbel_softmax,maxout&lang=${lang}&theme=${theme}&step=60`)
    await expect(page.locator('.curve-note').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

// Every part of training as a control: what an address says is what the engine is asked for, and all of it trains.

import { expect, test, type Page } from '@playwright/test'
import { caughtUp, digest, lane, open, openAt } from './playground'
import { keepSpecs, lastSpec } from './specs'
import { cleanAccount, keepAccount } from './visit'

const sgd = { type: 'sgd', learning_rate: 0.05, momentum: 0 }

/** An address, and what it makes of the spec's parts. */
const ASKED: readonly [address: string, parts: Record<string, unknown>][] = [
  ['momentum=0.9&nesterov=on', { optimizer: { ...sgd, momentum: 0.9, nesterov: true } }],
  [
    'weight_decay=0.001&l1=0.0001&clip=1',
    { optimizer: { ...sgd, weight_decay: 0.001 }, l1: 0.0001, clip_norm: 1 },
  ],
  [
    'optimiser=adam&beta1=0.8&beta2=0.99&weight_decay=0.01',
    { optimizer: { type: 'adam', learning_rate: 0.05, beta1: 0.8, beta2: 0.99, weight_decay: 0.01 } },
  ],
  ['optimiser=adamw&lr=0.01', { optimizer: { type: 'adamw', learning_rate: 0.01 } }],
  [
    'optimiser=adamw&adamw_decay=0.1&beta2=0.99',
    { optimizer: { type: 'adamw', learning_rate: 0.05, weight_decay: 0.1, beta2: 0.99 } },
  ],
  [
    'optimiser=rmsprop&alpha=0.9&momentum=0.5&centered=on&lr=0.001',
    { optimizer: { type: 'rmsprop', learning_rate: 0.001, alpha: 0.9, momentum: 0.5, centered: true } },
  ],
  ['optimiser=adagrad', { optimizer: { type: 'adagrad', learning_rate: 0.05 } }],
  ['schedule=step&every=50&factor=0.5', { schedule: { type: 'step', every: 50, factor: 0.5 } }],
  ['schedule=cosine&anneal=500&lr_min=0.001', { schedule: { type: 'cosine', steps: 500, minimum: 0.001 } }],
  ['init=uniform&scale=0.5', { initialization: { scheme: 'uniform', scale: 0.5, gain: 1 } }],
  ['init=he_uniform_fan_in', { initialization: { scheme: 'he_uniform_fan_in', gain: Math.SQRT2 } }],
  ['init=orthogonal&gain=1.5', { initialization: { scheme: 'orthogonal', gain: 1.5 } }],
  ['init=lecun_normal&gain_from=measured', { initialization: { scheme: 'lecun_normal', gain: 'measured' } }],
  ['init_bias=-5', { initialization: { scheme: 'xavier_normal', gain: 1, bias: -5 } }],
  [
    'pretrain=autoencoder&epochs=3',
    { pretraining: { method: 'autoencoder', epochs: 3, learning_rate: 0.01 } },
  ],
  [
    'lanes=sigmoid&pretrain=rbm&epochs=2&rbm_lr=0.2',
    { pretraining: { method: 'rbm', epochs: 2, learning_rate: 0.2 } },
  ],
  ['data=curve&loss=huber&delta=0.5', { loss: 'huber', loss_parameters: { delta: 0.5 } }],
]

const FURTHER = ['l1', 'clip_norm', 'schedule', 'pretraining', 'loss_parameters'] as const

test('what an address asks for is what the engine trains', { tag: '@once' }, async ({ page }) => {
  test.slow() // as many states as lines above
  await keepSpecs(page)
  // One page goes from state to state: each by a step of its own, so that none is taken for the one before.
  for (const [k, [address, parts]] of ASKED.entries())
    await test.step(address, async () => {
      await openAt(page, `#lanes=tanh&depth=2&${address}&step=${20 + k}`)
      const spec = await lastSpec(page)
      const plain = { optimizer: sgd, initialization: { scheme: 'xavier_normal', gain: 1 } }
      for (const [part, value] of Object.entries({ ...plain, ...parts }))
        if (part !== 'optimizer' || 'optimizer' in parts) expect(spec[part], part).toEqual(value)
      // And nothing that the address does not name.
      for (const part of FURTHER) if (!(part in parts)) expect(spec[part], part).toBeUndefined()
      await expect(page.locator('.corrections')).toHaveCount(0)
      await expect(lane(page, 1).locator('.scores')).toContainText(/loss\s*\d/)
      // The address is kept as it came.
      await expect(page).toHaveURL(new RegExp(address.split('&').at(-1) as string))
    })
})

const types = (layers: readonly Record<string, unknown>[]) => layers.map(({ type }) => type)

test(
  'batch normalisation before and after, dropout, biases and a learned value for every unit',
  { tag: '@once' },
  async ({ page }) => {
    await keepSpecs(page)
    await openAt(page, '#lanes=prelu&depth=1&width=4&norm=before&dropout=0.2&learned=unit&bias=off&step=5')
    const before = await lastSpec(page)
    expect(types(before.layers)).toEqual(['dense', 'batch_norm', 'activation', 'dropout', 'dense'])
    expect(before.layers[0]).toEqual({ type: 'dense', units: 4, bias: false })
    expect(before.layers[2]).toMatchObject({ learned: ['a'], channels: 4 })
    expect(before.layers[3]).toEqual({ type: 'dropout', rate: 0.2 })
    expect(before.layers[4]).toEqual({ type: 'dense', units: 1 })
    await openAt(page, '#lanes=maxout,relu&depth=1&norm=after&step=5')
    await expect
      .poll(async () => types((await lastSpec(page)).layers))
      .toEqual(['dense', 'activation', 'batch_norm', 'dense'])
  },
)

async function choose(page: Page, word: string, name: string): Promise<void> {
  await page.locator(word).click()
  await page.getByRole('radio', { name, exact: true }).check()
  await page.keyboard.press('Escape')
}

test(
  'each optimiser of the popover trains, and shows what applies to it',
  { tag: '@once' },
  async ({ page }) => {
    await openAt(page, '#lanes=tanh&depth=2&step=1')
    const shows = {
      SGD: 'Momentum',
      Adam: 'Beta 1',
      AdamW: 'decoupled',
      RMSProp: 'Centred',
      Adagrad: 'L1 penalty',
    }
    let last = await digest(page)
    for (const [name, field] of Object.entries(shows).reverse()) {
      await page.locator('.word-optimiser').click()
      await page.getByRole('radio', { name, exact: true }).check()
      await expect(page.locator('.popover')).toContainText(field)
      await expect(page.locator('.popover').getByText('Beta 2')).toHaveCount(name.startsWith('Adam') ? 1 : 0)
      await page.keyboard.press('Escape')
      await expect(page.locator('.word-optimiser')).toContainText(`${name} 0.05`)
      await caughtUp(page, 0)
      await page.locator('button.step:visible').click()
      await caughtUp(page, 1)
      expect(await digest(page), name).not.toBe(last)
      last = await digest(page)
    }
  },
)

test('the words of the bar stay short', { tag: '@once' }, async ({ page }) => {
  await openAt(
    page,
    '#lanes=relu&optimiser=adamw&lr=0.01&schedule=cosine&norm=after&init=orthogonal&pretrain=autoencoder&step=1',
  )
  await expect(page.locator('.word-optimiser b')).toHaveText('AdamW 0.01 · cosine')
  await expect(page.locator('.word-network b')).toHaveText('2 → 8 × 6 → 1 · BN')
  await expect(page.locator('.word-weights b')).toHaveText('Orthogonal · autoencoder')
})

test('a bias far below zero starts ReLU dead', { tag: '@once' }, async ({ page }) => {
  await openAt(page, '#lanes=relu&init_bias=-10&step=50')
  await expect(lane(page, 1).locator('.verdict')).toContainText('Starting')
  await expect(lane(page, 1).locator('.words-of-flow')).toContainText('0')
  await expect(lane(page, 1)).toContainText('100')
})

test('what the popover opens loads no engine until it is used', { tag: '@once' }, async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const engines = () => asked.filter((url) => /engine-[^/]*\.wasm$/.test(url)).length
  await openAt(page, '#lanes=relu&step=1')
  await choose(page, '.word-optimiser', 'Adam')
  await caughtUp(page, 0)
  expect(engines()).toBe(0)
  await choose(page, '.word-optimiser', 'RMSProp')
  await caughtUp(page, 0)
  expect(engines()).toBe(1)
})

test('nonsense in them is corrected and said', { tag: '@once' }, async ({ page }) => {
  const account = await keepAccount(page)
  await open(page, '#lanes=relu&optimiser=adamx&beta1=7&norm=sideways&schedule=cosine')
  await page.getByRole('button', { name: /What changed/ }).click()
  const notice = page.locator('.corrections')
  await expect(notice).toContainText('“adamx”')
  await expect(notice).toContainText('Beta 1: mean 7; the most is 0.99. Using 0.99.')
  await expect(notice).toContainText('“sideways”')
  await expect(page.locator('.word-optimiser')).toContainText('SGD 0.05 · cosine')
  expect(account).toEqual(cleanAccount)
})

for (const [width, height] of [
  [1440, 700],
  [390, 844],
] as const)
  test(`long popovers fit and scroll: ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openAt(page, '#lanes=sigmoid&optimiser=adamw&schedule=cosine&pretrain=rbm&step=1')
    await page.locator(width > 720 ? '.word-optimiser' : 'button.settings').click()
    const last = page.getByRole('slider', { name: width > 720 ? 'Minimum' : 'Batch size', exact: true })
    await last.focus()
    await expect(last).toBeInViewport({ ratio: 1 })
    const box = await page.locator('.popover').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  })

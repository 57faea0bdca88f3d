// The two engines of the page: the starter, and the whole engine for what the starter refuses. A worker of the page's own
// code is asked directly, over Comlink's messages.

import { expect, test, type Page } from '@playwright/test'

type Spec = Record<string, unknown>

const steps = 200

const specOf = (layers: Spec[], more: Spec = {}): Spec => ({
  inputs: 2,
  layers: [...layers, { type: 'dense', units: 1 }],
  loss: 'binary_cross_entropy',
  optimizer: { type: 'sgd', learning_rate: 0.05, momentum: 0 },
  batch_size: 32,
  shuffle: true,
  seed: 1,
  initialization: { scheme: 'xavier_normal', gain: 1 },
  dataset: { name: 'spiral', split: 0.75, size: 400, noise: 0.03 },
  ...more,
})

const hidden = (id: string, depth: number): Spec[] =>
  Array.from({ length: depth }, () => [
    { type: 'dense', units: 8 },
    { type: 'activation', id },
  ]).flat()

/** The digest after some steps, or the refusal's code, and whether the whole engine was loaded for it. */
async function train(page: Page, worker: string, spec: Spec): Promise<{ result: string; whole: boolean }> {
  let whole = false
  const watch = (request: { url(): string }) => {
    whole ||= /\/engine-[^/]*\.wasm$/.test(request.url())
  }
  page.on('request', watch)
  const result = await page.evaluate(
    async ({ url, spec, steps }) => {
      const lane = new Worker(url, { type: 'module' })
      const call = (method: string, ...values: unknown[]) =>
        new Promise<unknown>((resolve) => {
          const id = Math.random().toString(16)
          lane.addEventListener('message', ({ data }: MessageEvent<{ id: string; value: unknown }>) => {
            if (data.id === id) resolve(data.value)
          })
          const argumentList = values.map((value) => ({ type: 'RAW', value }))
          lane.postMessage({ id, type: 'APPLY', path: [method], argumentList })
        })
      const request = { low: -5, high: 5, bins: 8, unit: 0, grid: 8 }
      const made = (await call('configure', 1, { spec }, request)) as { error?: { code: string } }
      if (!made.error) await call('advanceTo', 1, steps, [], request)
      const digest = made.error?.code ?? String(await call('digest'))
      lane.terminate()
      return digest
    },
    { url: worker, spec, steps },
  )
  page.off('request', watch)
  return { result, whole }
}

let worker = ''

test.beforeEach(async ({ page }) => {
  const started = page.waitForEvent('worker', (found) => found.url().includes('lane-worker'))
  await page.goto('./')
  worker = (await started).url()
})

for (const optimizer of [
  { type: 'sgd', learning_rate: 0.05, momentum: 0.9 },
  { type: 'adam', learning_rate: 0.01 },
]) {
  test(`starter and whole engine train the default scene to the same bits by ${optimizer.type}`, async ({
    page,
  }) => {
    for (const id of ['sigmoid', 'tanh', 'relu']) {
      const small = await train(page, worker, specOf(hidden(id, 6), { optimizer }))
      expect(small.result, id).toMatch(new RegExp(`^${steps}:[0-9a-f]{8}$`))
      expect(small.whole, id).toBe(false)
      // A field that the starter does not have, and that changes nothing.
      const large = await train(
        page,
        worker,
        specOf(hidden(id, 6), { optimizer, schedule: { type: 'constant' } }),
      )
      expect(large, id).toEqual({ result: small.result, whole: true })
    }
  })
}

const beyond: Record<string, Spec> = {
  'another function': specOf(hidden('mish', 1)),
  'learned parameters': specOf([
    { type: 'dense', units: 8 },
    { type: 'activation', id: 'prelu', learned: ['a'] },
  ]),
  maxout: specOf([{ type: 'maxout', units: 8 }]),
  batch_norm: specOf([{ type: 'dense', units: 8 }, { type: 'batch_norm' }]),
  dropout: specOf([
    { type: 'dense', units: 8 },
    { type: 'dropout', rate: 0.2 },
  ]),
  rmsprop: specOf(hidden('tanh', 1), { optimizer: { type: 'rmsprop', learning_rate: 0.01 } }),
  nesterov: specOf(hidden('tanh', 1), {
    optimizer: { type: 'sgd', learning_rate: 0.01, momentum: 0.9, nesterov: true },
  }),
  'several classes': specOf([], {
    layers: [...hidden('tanh', 1), { type: 'dense', units: 2 }],
    loss: 'softmax_cross_entropy',
  }),
  huber: specOf(hidden('tanh', 1), { loss: 'huber' }),
  penalties: specOf(hidden('tanh', 1), { l1: 1e-4, clip_norm: 1 }),
  orthogonal: specOf(hidden('tanh', 1), { initialization: { scheme: 'orthogonal' } }),
  'measured gain': specOf(hidden('tanh', 1), {
    initialization: { scheme: 'lecun_normal', gain: 'measured' },
  }),
  pretraining: specOf(hidden('sigmoid', 1), { pretraining: { method: 'autoencoder', epochs: 1 } }),
}

test('what the starter refuses the whole engine does', async ({ page }) => {
  for (const [what, spec] of Object.entries(beyond)) {
    const { result, whole } = await train(page, worker, spec)
    expect(result, what).toMatch(new RegExp(`^${steps}:`))
    expect(whole, what).toBe(true)
  }
})

test('what neither does is refused by the whole engine', async ({ page }) => {
  expect(await train(page, worker, specOf([{ type: 'convolution' }]))).toEqual({
    result: 'unknown_value',
    whole: true,
  })
})

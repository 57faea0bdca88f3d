import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import {
  cards,
  knownFunctions,
  measuredAll,
  nodeEngine,
  openCatalogue,
  shownIds,
  type Known,
} from './catalogue'
import { digest, lane, open, openAt } from './playground'
import { cleanAccount, keepAccount } from './visit'

const sortedIds = (known: readonly Known[]) => known.map(({ info }) => info.id).sort()

test('every function has a card, drawn where it has a curve', async ({ page }) => {
  const account = await keepAccount(page)
  const engine = await nodeEngine()
  await openCatalogue(page)
  expect((await shownIds(page)).sort()).toEqual(sortedIds(knownFunctions(engine)))
  await expect(page.locator('.tools h2')).toHaveText(`${engine.catalogue().length} functions`)
  const blank = () =>
    page.locator('activation-miniature').evaluateAll((all) =>
      all.flatMap((figure) => {
        const canvas = figure.shadowRoot?.querySelector('canvas')
        const box = figure.getBoundingClientRect()
        if (!canvas || box.bottom < 0 || box.top > innerHeight) return []
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        // Ink, and not the axes alone.
        let dark = 0
        for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && data[i] < 60) dark++
        return dark > 60 ? [] : [(figure as HTMLElement & { function: string }).function]
      }),
    )
  await expect.poll(blank).toEqual([])
  for (const { info } of knownFunctions(engine).filter(({ properties }) => !properties))
    await expect(page.locator(`.card[data-id=${info.id}] .no-curve`)).toBeVisible()
  expect(account).toEqual(cleanAccount)
})

test('a search finds names in both languages, ids, aliases and framework names', async ({ page }) => {
  await openCatalogue(page)
  const search = page.getByRole('searchbox')
  const finds: readonly (readonly [string, string])[] = [
    ['tanh', 'tanh'],
    ['双曲正切', 'tanh'],
    ['leaky_relu', 'leaky_relu'],
    ['leakyrelu', 'leaky_relu'],
    ['expit', 'sigmoid'],
    ['torch.nn.silu', 'silu'],
    ['heaviside', 'binary_step'],
  ]
  for (const [query, id] of finds) {
    await search.fill(query)
    await expect(page.locator(`.card[data-id=${id}]`)).toBeVisible()
    expect((await shownIds(page)).length).toBeLessThan(12)
  }
  await search.fill('no such thing')
  await expect(page.locator('.no-card')).toBeVisible()
  await page.locator('.no-card button').click()
  await expect(search).toHaveValue('')
  await cards(page).first().focus()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
})

test('the facets count what the engine measures', async ({ page }) => {
  const known = knownFunctions(await nodeEngine())
  await openCatalogue(page)
  const measured = (is: (properties: NonNullable<Known['properties']>) => boolean) =>
    known.filter(({ properties }) => properties && is(properties))
  const expected: Record<string, Known[]> = {
    'kind:elementwise': known.filter(({ info }) => info.kind === 'elementwise'),
    'kind:pooled': known.filter(({ info }) => info.kind === 'pooled'),
    'left:soft': measured((p) => p.leftSaturation === 'soft'),
    'left:hard': measured((p) => p.leftSaturation === 'hard'),
    'right:none': measured((p) => p.rightSaturation === 'none'),
    'smooth:C0': measured((p) => p.valueJumps.length === 0 && p.slopeJumps.length > 0),
    'smooth:C-inf': measured((p) => p.continuity === 'C-inf'),
    'smooth:discontinuous': measured((p) => p.valueJumps.length > 0),
    'shape:monotone': measured((p) => /creasing/.test(p.monotonic)),
    'shape:bounded': measured((p) => Number.isFinite(p.range.low) && Number.isFinite(p.range.high)),
    'shape:odd': measured((p) => p.symmetry === 'odd'),
    'shape:zero': measured((p) => p.zeroAtOrigin),
    'shape:centred': measured((p) => Math.abs(p.gaussianMoments.mean) < 0.005),
    'in:keras': known.filter(({ info }) => info.frameworks.keras),
    'survey:named': known.filter(({ info }) => info.inSurvey),
  }
  for (const [option, functions] of Object.entries(expected))
    expect
      .soft(await page.locator(`[data-option="${option}"] .count`).textContent(), option)
      .toBe(String(functions.length))

  await page.locator('[data-option="left:soft"] input').check()
  await page.locator('[data-option="left:hard"] input').check()
  await page.locator('[data-option="shape:bounded"] input').check()
  const both = measured((p) => p.leftSaturation !== 'none' && p.bounded)
  expect((await shownIds(page)).sort()).toEqual(sortedIds(both))
  await expect(page).toHaveURL(/left=soft,hard&shape=bounded/)
  // Beside what is chosen elsewhere, an option of the same facet counts for itself.
  await expect(page.locator('[data-option="left:none"] .count')).toHaveText(
    String(measured((p) => p.leftSaturation === 'none' && p.bounded).length),
  )
})

test('sorting follows the measured values, both ways', async ({ page }) => {
  const known = new Map(knownFunctions(await nodeEngine()).map((one) => [one.info.id, one]))
  await openCatalogue(page, '&sort=slope')
  const values = async (of: (one: Known) => number) =>
    (await shownIds(page))
      .map((id) => known.get(id)!)
      .filter(({ properties }) => properties)
      .map(of)
  const slopes = await values(({ properties }) => properties!.slopeBound)
  expect(slopes).toEqual([...slopes].sort((a, b) => a - b))
  expect(new Set(slopes).size).toBeGreaterThan(3)
  await page.getByRole('button', { name: /Ascending/ }).click()
  const turned = await values(({ properties }) => properties!.slopeBound)
  expect(turned).toEqual([...slopes].sort((a, b) => b - a))
  // What has no curve stays last.
  expect(known.get((await shownIds(page)).at(-1)!)!.properties).toBeNull()

  await page.getByRole('combobox', { name: 'Sort' }).selectOption('centred')
  await expect(page).toHaveURL(/sort=centred&order=down/)
  const means = await values(({ properties }) => Math.abs(properties!.gaussianMoments.mean))
  expect(means).toEqual([...means].sort((a, b) => b - a))
})

test('sorted by cost, every function is measured here', async ({ page }) => {
  await openCatalogue(page, '&sort=cost')
  const nanoseconds = async () =>
    (await page.locator('.card:has(activation-miniature) .card-line').allTextContents()).map((text) =>
      Number(/([\d.]+) ns/.exec(text)?.[1] ?? NaN),
    )
  await expect
    .poll(async () => (await nanoseconds()).every((cost) => cost > 0), { timeout: 30_000 })
    .toBe(true)
  const costs = await nanoseconds()
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})

test('a sheet says what the engine measures, at other parameters too', async ({ page }) => {
  const account = await keepAccount(page)
  const engine = await nodeEngine()
  await openCatalogue(page)
  await page.locator('.card[data-id=elu]').click()
  const sheet = page.locator('.sheet')
  await expect(sheet.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(sheet.locator('.formulas math')).toHaveCount(2)
  const row = (label: string) => sheet.locator('.properties div', { hasText: label }).locator('dd').first()
  const meanOf = (alpha: number) => engine.properties('elu', { alpha }).gaussianMoments.mean.toPrecision(3)
  await expect(row('E f(Z)')).toHaveText(meanOf(1))
  await expect(row('Range')).toHaveText('(−1, ∞)')
  await expect(row('Corners')).toHaveText('none')
  await expect(row('value f')).toContainText(
    `≤ ${engine.catalogue().find(({ id }) => id === 'elu')!.bound.value} step`,
  )
  await expect(sheet.locator('.cost .own b')).toContainText(/[\d.]+ ns/, { timeout: 30_000 })
  await expect(sheet.getByText(/times a copy/)).toBeVisible()

  const number = sheet.getByRole('spinbutton', { name: 'alpha' })
  await number.fill('2')
  await number.press('Enter')
  await expect(row('Range')).toHaveText('(−2, ∞)')
  await expect(row('E f(Z)')).toHaveText(meanOf(2).replace('-', '−'))
  await expect(row('Smoothness')).toHaveText('C⁰')
  await expect(row('Corners')).toHaveText('0')
  await expect(page).toHaveURL(/open=elu:alpha=2/)
  await expect(sheet.locator('pre')).toContainText('torch.nn.ELU(alpha=2)')
  await sheet.getByRole('heading', { level: 2 }).focus()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page.locator('.card[data-id=elu]')).toBeFocused()
  expect(account).toEqual(cleanAccount)
})

test('a sheet contradicts neither itself nor the language it is in', async ({ page }) => {
  await openCatalogue(page, '&open=gelu')
  const sheet = page.locator('.sheet')
  // The bound counts steps from the rounded result, the measured error ULP of the exact one: 2.1 may stand below 2.
  await expect(sheet.locator('.one-column')).toContainText(/≤ \d steps?\s+worst [\d.]+ ULP at x/)
  await expect(sheet.locator('.one-column + .note')).toContainText(/over [\d,]{9,} inputs/)
  await expect(sheet.locator('.sub')).not.toContainText(/[\u4e00-\u9fff]/)
  await page.goto('./#catalogue&open=relu')
  await expect(sheet.locator('.one-column')).toContainText('exact wherever measured')
  // y = … is no f = y = …
  await page.goto('./#catalogue&open=softmax')
  await expect(sheet.locator('h2')).toHaveText('Softmax')
  await expect(sheet.locator('.formulas')).not.toContainText('f =')
  await page.goto('./#catalogue&open=softmax&code=cpp')
  await expect(sheet.locator('pre')).toContainText('f.value({x, 4, n}, {y, 4});')
})

test('what is not found is said by its name', async ({ page }) => {
  await openCatalogue(page, '&q=qwertz')
  await expect(page.locator('.no-card')).toContainText('No function is called “qwertz”.')
  await page.locator('.no-card button').click()
  await openCatalogue(page, '&q=relu&left=soft&right=hard')
  await expect(page.locator('.no-card')).toContainText('No function called “relu” has all of this.')
})

test('snippets: a tab for each framework that has it, and a copy that is what is shown', async ({
  page,
  context,
  browserName,
}) => {
  await openCatalogue(page, '&open=leaky_relu:negative_slope=0.2')
  const tabs = page.getByRole('tab')
  await expect(tabs).toHaveText(['PyTorch', 'Keras', 'JAX', 'TensorFlow', 'ONNX', 'C++'])
  const code = page.locator('.sheet pre')
  await expect(code).toHaveText(
    'import torch\n\nactivation = torch.nn.LeakyReLU(negative_slope=0.2)\ny = activation(x)',
  )
  await tabs.filter({ hasText: 'TensorFlow' }).click()
  await expect(code).toHaveText('import tensorflow as tf\n\ny = tf.nn.leaky_relu(x, alpha=0.2)')
  await expect(page).toHaveURL(/code=tensorflow/)
  await page.keyboard.press('ArrowRight')
  await expect(code).toContainText("helper.make_node('LeakyRelu', ['x'], ['y'], alpha=0.2)")
  await page.keyboard.press('ArrowRight')
  await expect(code).toContainText('#include "cpp/activations/leaky_relu.h"')
  await expect(code).toContainText('LeakyRelu f{F32x4::splat(0.2f)};')
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.locator('.copying [role=status]')).toHaveText('Copied')
  if (browserName === 'chromium')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent())

  await page.goto('./#catalogue&open=rrelu')
  await expect(page.getByRole('tab')).toHaveCount(2)
})

test('where frameworks disagree, the difference stated is the difference', async ({ page }) => {
  const engine = await nodeEngine()
  await openCatalogue(page, '&open=leaky_relu')
  const slope = page.locator('[data-difference=leaky_slope]')
  const x = Float32Array.from({ length: 2001 }, (_, i) => -5 + i / 200)
  const farthest = (other: number) => {
    const a = engine.evaluate('leaky_relu', x, { negative_slope: 0.01 }).value
    const b = engine.evaluate('leaky_relu', x, { negative_slope: other }).value
    return Math.max(...a.map((value, i) => Math.abs(value - b[i])))
  }
  await expect(slope.locator('.stated')).toContainText(`${Number(farthest(0.2).toPrecision(3))} at x = −5.`)
  await slope.getByRole('radio', { name: /keras.layers/ }).check()
  await expect(slope.locator('.stated')).toContainText(`${Number(farthest(0.3).toPrecision(3))} at x = −5.`)
  await expect(page).toHaveURL(/versus=leaky_slope:2/)
  await expect(page.locator('[data-difference=leaky_at_0] .stated')).toContainText(
    'f′(0) is 0.01 or 1, 0.99 apart',
  )

  await page.goto('./#catalogue&open=relu')
  const kink = page.locator('[data-difference=relu_at_0]')
  await expect(kink.locator('.stated')).toContainText('f′(0) is 0 or 0.5, 0.5 apart')
})

test('train with it: a lane of the playground, whose session is kept', async ({ page }) => {
  await openAt(page, '#step=60')
  const before = await digest(page)
  await page.getByRole('link', { name: 'Catalogue' }).click()
  await page.locator('.card[data-id=gelu]').click()
  await page.getByRole('button', { name: 'Train with it' }).click()
  await expect(lane(page, 4).locator('.name')).toContainText('GELU')
  await expect(lane(page, 4).locator('.name')).toBeFocused()
  await expect(page).toHaveURL(/lanes=sigmoid,tanh,relu,gelu/)
  // It goes on from where the others stood.
  await expect.poll(async () => Number((await digest(page)).split(':')[0])).toBeGreaterThan(60)
  expect(before).toMatch(/^60:/)
})

test('train with it starts a session where there is none, at the parameters shown', async ({ page }) => {
  await openCatalogue(page, '&open=leaky_relu:negative_slope=0.2')
  await page.getByRole('button', { name: 'Train with it' }).click()
  await expect(page).toHaveURL(/lanes=sigmoid,tanh,relu,leaky_relu:negative_slope=0\.2/)
  await expect(lane(page, 4)).toBeVisible()
})

test('between the views nothing is lost: bits, step and play', async ({ page }) => {
  await openAt(page, '#lanes=gelu,elu&step=80')
  const before = await digest(page)
  await page.getByRole('link', { name: 'Catalogue' }).click()
  await measuredAll(page)
  await page.getByRole('searchbox').fill('relu')
  await page.getByRole('link', { name: 'Playground' }).click()
  await expect(lane(page, 1)).toBeVisible()
  expect(await digest(page)).toBe(before)
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('relu')
  await page.goBack()
  await expect(lane(page, 1)).toBeVisible()
  expect(await digest(page)).toBe(before)
})

test('a playing playground rests while the catalogue is seen, and plays on', async ({ page }) => {
  await open(page)
  await expect.poll(async () => Number((await digest(page)).split(':')[0])).toBeGreaterThan(20)
  await page.getByRole('link', { name: 'Catalogue' }).click()
  await measuredAll(page)
  const rested = Number((await digest(page)).split(':')[0])
  await page.waitForTimeout(300)
  expect(Number((await digest(page)).split(':')[0])).toBe(rested)
  await page.goBack()
  await expect.poll(async () => Number((await digest(page)).split(':')[0])).toBeGreaterThan(rested)
})

test('an address brings back the view; back and forward follow', async ({ page, context }) => {
  const address = '&q=relu&left=none&sort=slope&order=down&open=leaky_relu:negative_slope=0.3&code=jax'
  await openCatalogue(page, address)
  expect(new URL(page.url()).hash).toBe(`#catalogue${address}`)
  await expect(page.locator('.sheet h2')).toHaveText('Leaky ReLU')
  await expect(page.getByRole('searchbox')).toHaveValue('relu')
  await expect(page.locator('[data-option="left:none"] input')).toBeChecked()
  const other = await context.newPage()
  await openCatalogue(other, new URL(page.url()).hash.replace('#catalogue', ''))
  expect(await shownIds(other)).toEqual(await shownIds(page))
  await other.close()

  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('.sheet')).toHaveCount(0)
  await page.locator('[data-option="left:none"] input').uncheck()
  await page.goBack()
  await expect(page.locator('[data-option="left:none"] input')).toBeChecked()
  await page.goBack()
  await expect(page.locator('.sheet h2')).toHaveText('Leaky ReLU')
  await page.goForward()
  await expect(page.locator('.sheet')).toHaveCount(0)
})

test('nonsense in the address is left out and said', async ({ page }) => {
  const account = await keepAccount(page)
  await openCatalogue(
    page,
    '&foo=1&left=hard,odd&sort=beauty&open=elu:alpha=99:beta=1&code=fortran&versus=leaky_slope:9&%E0%A4%A',
  )
  const notice = page.locator('.corrections')
  for (const text of [
    '“foo”',
    'left “odd”; there is soft, hard, none',
    'sort “beauty”',
    '“fortran”',
    'leaky_slope:9',
  ])
    await expect(notice).toContainText(text)
  await expect(notice).toContainText('elu alpha 99; the most is 10. Using 10.')
  await expect(notice).toContainText('ELU has no parameter “beta”'.replace('ELU', 'elu'))
  await expect(page).toHaveURL(/#catalogue&left=hard&open=elu:alpha=10$/)
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  expect(account).toEqual(cleanAccount)
})

test('language and theme change under the catalogue', async ({ page }) => {
  await openCatalogue(page, '&open=tanh')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('.sheet h2')).toHaveText('双曲正切')
  await expect(page).toHaveURL(/open=tanh&lang=zh/)
  await expect(page).toHaveTitle(/^函数目录/)
  await page.getByRole('button', { name: '切换深浅色' }).click()
  await expect(page).toHaveURL(/theme=dark/)
})

async function violations(page: Page) {
  const result = await new AxeBuilder({ page }).analyze()
  return result.violations.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => node.target) }))
}

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
])
  test(`no violation: ${lang}, ${theme}`, async ({ page }) => {
    test.slow() // axe reads every card, four times
    await page.goto(`./#catalogue&lang=${lang}&theme=${theme}`)
    await measuredAll(page)
    expect(await violations(page)).toEqual([])
    for (const id of ['leaky_relu', 'gelu', 'maxout']) {
      await page.locator(`.card[data-id=${id}]`).click()
      await expect(page.locator('.sheet pre')).toBeVisible()
      expect(await violations(page), id).toEqual([])
    }
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('cards, filters and sheet are views of their own', async ({ page }) => {
    await openCatalogue(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Filters' }).click()
    await expect(cards(page).first()).toBeHidden()
    await page.locator('[data-option="left:soft"]').click()
    await page.getByRole('button', { name: /^Show \d+ functions/ }).click()
    await expect(page.locator('.filter-bar .chip.on')).toHaveText(/left soft/)
    expect(await violations(page)).toEqual([])
    await cards(page).last().click()
    await expect(page.locator('.sheet')).toBeVisible()
    await expect(page.locator('.middle')).toBeHidden()
    await expect(page.locator('.sheet h2')).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'All functions' }).click()
    await expect(cards(page).last()).toBeFocused()
    await page.locator('.filter-bar .chip.on').click()
    await expect(page.locator('.filter-bar .chip.on')).toHaveCount(0)
  })

  test('targets are large enough', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'desktop Firefox has no coarse pointer')
    const small = () =>
      page
        .locator('button:visible, .card:visible, .option:visible, .convention:visible, select:visible')
        .evaluateAll((all) =>
          all
            .filter((one) => {
              const { width, height } = one.getBoundingClientRect()
              return width < 43.5 || height < 43.5
            })
            .map((one) => one.outerHTML.slice(0, 80)),
        )
    await openCatalogue(page)
    expect(await small()).toEqual([])
    await page.goto('./#catalogue&open=leaky_relu:negative_slope=0.2')
    await expect(page.locator('.sheet pre')).toBeVisible()
    expect(await small()).toEqual([])
  })
})

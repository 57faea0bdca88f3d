// A function beside another one, and in another page.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { nodeEngine, openCatalogue } from './catalogue'
import { lane } from './playground'
import { cleanAccount, keepAccount } from './visit'

test(
  'compare: first with the nearest, then with any other; what differs is stated',
  { tag: '@once' },
  async ({ page }) => {
    const engine = await nodeEngine()
    await openCatalogue(page, '&open=mish')
    await page.getByRole('button', { name: 'Compare' }).click()
    const x = Float32Array.from({ length: 2001 }, (_, i) => -6 + (12 * i) / 2000)
    const own = engine.evaluate('mish', x).value
    const apart = (id: string) =>
      engine
        .evaluate(id, x)
        .value.reduce((sum, y, i) => sum + Math.exp(-(x[i] ** 2) / 2) * (y - own[i]) ** 2, 0)
    const others = engine.catalogue().filter(({ elementWise, id }) => elementWise && id !== 'mish')
    const nearest = others.reduce((best, other) => (apart(other.id) < apart(best.id) ? other : best))
    const choice = page.getByRole('combobox', { name: 'with' })
    await expect(choice).toHaveValue(nearest.id)
    await expect(page).toHaveURL(new RegExp(`open=mish&with=${nearest.id}$`))

    await choice.selectOption('gelu')
    await expect(page).toHaveURL(/open=mish&with=gelu$/)
    const grid = Float32Array.from({ length: 8001 }, (_, i) => -5 + i / 800)
    const [a, b] = ['mish', 'gelu'].map((id) => engine.evaluate(id, grid).value)
    const farthest = Math.max(...a.map((value, i) => Math.abs(value - b[i])))
    const compare = page.locator('.compare')
    await expect(compare.locator('.stated')).toContainText(`${farthest.toPrecision(3)} at x = `)
    const slopes = ['mish', 'gelu'].map((id) => String(Number(engine.properties(id).slopeBound.toFixed(4))))
    await expect(compare.getByRole('row', { name: /Largest/ }).getByRole('cell')).toHaveText(slopes)
    // Both are zero at the origin.
    await expect(compare.getByRole('row', { name: /Zero at origin/ })).toHaveCount(0)

    await compare.getByRole('link', { name: 'Train both in the playground' }).click()
    await expect(page).toHaveURL(/#lanes=mish,gelu/)
    await expect(lane(page, 2).locator('.name')).toContainText('GELU')
    await expect(lane(page, 3)).toHaveCount(0)
  },
)

test('compare: a function at other parameters with itself', { tag: '@once' }, async ({ page }) => {
  await openCatalogue(page, '&open=elu:alpha=2&with=elu')
  const compare = page.locator('.compare')
  await expect(compare.locator('.stated')).toContainText(`${(1 - Math.exp(-5)).toPrecision(3)} at x = −5`)
  await expect(compare.getByRole('row', { name: /Range/ }).getByRole('cell')).toHaveText([
    '(−2, ∞)',
    '(−1, ∞)',
  ])
  await compare.getByRole('button', { name: 'End' }).click()
  await expect(compare).toHaveCount(0)
  await expect(page).toHaveURL(/open=elu:alpha=2$/)
})

/** A page elsewhere with what is copied from the sheet, the package beside it as its readme says. */
async function embedElsewhere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Embed' }).click()
  const lines = page.locator('.embed pre')
  const element = (await lines.textContent()) ?? ''
  await page.getByRole('tab', { name: 'Frame' }).click()
  const frame = (await lines.textContent()) ?? ''
  const base = page.url().replace(/#.*/, '')
  await page.route('**/another/page.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${element}${frame}` }),
  )
  await page.route('**/another/activation-playground/*', (route) => {
    const name = /[^/]+$/.exec(route.request().url())![0]
    const path = resolve(__dirname, '../../build/package', name)
    return route.fulfill({
      contentType: name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript',
      body: readFileSync(path),
    })
  })
  await page.goto(new URL('another/page.html', base).href)
}

test('embed: what is copied works in another page', async ({ page }) => {
  const account = await keepAccount(page)
  await openCatalogue(page, '&open=elu:alpha=2')
  await embedElsewhere(page)
  const label = page.locator('activation-plot .stage')
  await expect(label).toHaveAttribute('aria-label', 'ELU, alpha = 2: curve and slope')
  const values = page.locator('activation-plot .alternative tbody tr').first()
  await expect(values).toContainText((2 * Math.expm1(-5)).toFixed(3).replace('-', '−'))
  const playground = page.frameLocator('iframe')
  await expect(playground.locator('activation-joint')).toHaveCount(1)
  await expect(playground.locator('.name').first()).toContainText('ELU')
  expect(account).toEqual(cleanAccount)
})

test('embed: a function of one’s own as well, with its colons, commas and parameters', async ({ page }) => {
  const account = await keepAccount(page)
  const text = 'x < 0 ? max(a * x, -1) : x; a = 0.5'
  const id = encodeURIComponent(encodeURIComponent(`=${text}`))
  await openCatalogue(page, `&open=${id}:a=0.25`)
  await embedElsewhere(page)
  const label = page.locator('activation-plot .stage')
  await expect(label).toHaveAttribute('aria-label', 'x<0?max(a*x,-1):x;a=0.5, a = 0.25: curve and slope')
  // −2 · 0.25, and the other branch.
  const rows = page.locator('activation-plot .alternative tbody tr')
  await expect(rows.filter({ hasText: /^\s*−2/ })).toContainText('−0.500')
  await expect(rows.filter({ hasText: /^\s*3/ })).toContainText('3.000')
  const playground = page.frameLocator('iframe')
  await expect(playground.locator('.formula').first()).toHaveText(text)
  const plot = page.locator('activation-plot')
  await plot.evaluate((element) => element.setAttribute('functions', 'relu, =x*tahn(x)'))
  await expect(plot).toContainText(
    '“x*tahn(x)” is no function (unknown function "tahn"; did you mean tanh?).',
  )
  await expect(label).toHaveAttribute('aria-label', 'ReLU: curve and slope')
  expect(account).toEqual(cleanAccount)
})

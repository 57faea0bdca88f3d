import { expect, test } from '@playwright/test'
import { everyCost, nodeEngine, openCatalogue } from './catalogue'
import { cleanAccount, keepAccount, visit } from './visit'

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
  await expect(sheet.locator('.cost dt')).toHaveText([
    'SIMD C++, f, f′',
    'scalar C++, f',
    'JavaScript, f',
    'ReLU',
    'a copy (identity)',
  ])
  await everyCost(page, 5)
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

test('costs are measured to the end, whichever sheet or measurement came before', async ({ page }) => {
  const account = await keepAccount(page)
  await openCatalogue(page, '&open=elu')
  const first = page.locator('.sheet .cost b').first()
  for (const id of ['gelu', 'mish']) {
    await expect(first).toHaveText(/ ns$/)
    await visit(page, `#catalogue&open=${id}`)
    await expect(page).toHaveURL(new RegExp(`open=${id}$`))
  }
  await everyCost(page, 5)
  const again = page.getByRole('button', { name: 'Measure again' })
  // The second time while the first is at it.
  await again.click()
  await again.click()
  await everyCost(page, 5)
  expect(account).toEqual(cleanAccount)
})

test('a sheet contradicts neither itself nor the language it is in', { tag: '@once' }, async ({ page }) => {
  await openCatalogue(page, '&open=gelu')
  const sheet = page.locator('.sheet')
  // The bound counts steps from the rounded result, the measured error ULP of the exact one: 2.1 may stand below 2.
  await expect(sheet.locator('.one-column')).toContainText(/≤ \d steps?\s+worst [\d.]+ ULP at x/)
  await expect(sheet.locator('.one-column + .note')).toContainText(/over [\d,]{9,} inputs/)
  await expect(sheet.locator('.sub')).not.toContainText(/[\u4e00-\u9fff]/)
  await visit(page, '#catalogue&open=relu')
  await expect(sheet.locator('.one-column')).toContainText('exact wherever measured')
  // y = … is no f = y = …
  await visit(page, '#catalogue&open=softmax')
  await expect(sheet.locator('h2')).toHaveText('Softmax')
  await expect(sheet.locator('.formulas')).not.toContainText('f =')
  await visit(page, '#catalogue&open=softmax&code=cpp')
  await expect(sheet.locator('pre')).toContainText('f.value({x, 4, n}, {y, 4});')
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

  await visit(page, '#catalogue&open=rrelu')
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

  await visit(page, '#catalogue&open=relu')
  const kink = page.locator('[data-difference=relu_at_0]')
  await expect(kink.locator('.stated')).toContainText('f′(0) is 0 or 0.5, 0.5 apart')
})

test(
  'a sheet says where the slope is largest, and what becomes of special inputs',
  { tag: '@once' },
  async ({ page }) => {
    await openCatalogue(page, '&open=silu')
    const sheet = page.locator('.sheet')
    const reached = sheet.locator('.properties div', { hasText: 'reached at' }).locator('dd')
    // Of SiLU where its second derivative, s (1 − s) (2 + x (1 − 2 s)), is zero.
    let [low, high] = [1, 4]
    for (let k = 0; k < 60; k++) {
      const x = (low + high) / 2
      const s = 1 / (1 + Math.exp(-x))
      if (2 + x * (1 - 2 * s) > 0) low = x
      else high = x
    }
    const text = await reached.textContent()
    expect(Math.abs(Number(/x = ([\d.]+)/.exec(text ?? '')?.[1]) - low)).toBeLessThan(0.003)
    await visit(page, '#catalogue&open=gaussian')
    await expect(reached).toHaveText('x = ±0.707')
    await visit(page, '#catalogue&open=relu')
    await expect(reached).toHaveText('no single x')

    await visit(page, '#catalogue&open=elu:alpha=2')
    const specials = sheet.locator('.specials tbody tr')
    await expect(specials.nth(0).locator('td')).toHaveText(['−2', '0', '0', '∞', 'NaN'])
    await expect(specials.nth(1).locator('td')).toHaveText(['0', '2', '2', '1', 'NaN'])
  },
)

test('parameters are called as formulas call them', { tag: '@once' }, async ({ page }) => {
  await openCatalogue(page, '&open=srelu')
  await expect(page.locator('.sheet-parameter i')).toHaveText(['tₗ', 'aₗ', 'tᵣ', 'aᵣ'])
  await visit(page, '#catalogue&open=probact')
  await expect(page.locator('.sheet-parameter i')).toHaveText(['σ₀', 'ε'])
  await visit(page, '#catalogue&open=siren')
  await expect(page.locator('.sheet-parameter i')).toHaveText(['ω'])
})

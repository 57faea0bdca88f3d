// The error of the kernels: measured in the page, and as published.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { everyCost, nodeEngine, openCatalogue } from './catalogue'
import { cleanAccount, keepAccount } from './visit'

const INPUTS = 49_152

/** The inputs that the page takes. */
const inputs = Float32Array.from({ length: INPUTS }, (_, i) => -12 + ((i * 0.618033988749895 + 0.5) % 1) * 24)

const costNames = (page: Page) => page.locator('.sheet .cost dt')

const bits = new DataView(new ArrayBuffer(4))

/** Between the float32 next to a number and the one after it. */
function spacing(value: number): number {
  bits.setFloat32(0, value)
  const exponent = (bits.getUint32(0) >>> 23) & 0xff
  return 2 ** (Math.max(1, exponent) - 150)
}

const worst = (found: Float32Array, exact: (x: number) => number): number =>
  Math.max(...Array.from(found, (value, i) => Math.abs(value - exact(inputs[i])) / spacing(exact(inputs[i]))))

const stated = (page: Page) => page.locator('.accuracy h3 [role=status]')

test('the error stated is that of the kernel against float64', { tag: '@once' }, async ({ page }) => {
  const account = await keepAccount(page)
  const engine = await nodeEngine()
  await openCatalogue(page, '&open=softsign')
  const { value, slope } = engine.evaluate('softsign', inputs)
  const ofValue = worst(value, (x) => x / (1 + Math.abs(x)))
  const ofSlope = worst(slope, (x) => (1 + Math.abs(x)) ** -2)
  await expect(stated(page)).toContainText(`worst ${Number(ofValue.toFixed(2))} ULP, x = `, {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'slope f′' }).click()
  await expect(stated(page)).toContainText(`worst ${Number(ofSlope.toFixed(2))} ULP, x = `)
  expect(ofValue).not.toBe(ofSlope)
  const inked = await page.locator('activation-error').evaluate((figure) => {
    const canvas = figure.shadowRoot!.querySelector('canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return data.reduce((count, alpha, i) => count + Number(i % 4 === 3 && alpha > 0), 0)
  })
  expect(inked).toBeGreaterThan(2000)
  expect(account).toEqual(cleanAccount)
})

test('where float64 does not come, the rest of the sheet stands', { tag: '@once' }, async ({ page }) => {
  await page.route('**/oracle-*.wasm', (route) => route.abort())
  await openCatalogue(page, '&open=tanh')
  await expect(stated(page)).toHaveText('the float64 reference did not load')
  await expect(page.locator('activation-error')).toHaveCount(0)
  await expect(page.locator('.accuracy .properties')).toContainText('≤ 2 steps')
  await everyCost(page, 4)
  await expect(costNames(page)).toHaveText(['SIMD C++, f, f′', 'JavaScript, f', 'ReLU', 'a copy (identity)'])
})

test('where no worker comes, the other costs are measured', { tag: '@once' }, async ({ page }) => {
  await page.route('**/plain-worker-*.js', (route) => route.abort())
  await openCatalogue(page, '&open=tanh')
  await everyCost(page, 4)
  await expect(costNames(page)).toHaveText(['SIMD C++, f, f′', 'scalar C++, f', 'ReLU', 'a copy (identity)'])
})

test('the published accuracy: every recorded function, as recorded', { tag: '@once' }, async ({ page }) => {
  const record = readFileSync(resolve(__dirname, '../../cpp/activations/accuracy.csv'), 'utf8')
  const rows = record
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  await openCatalogue(page, '&open=gelu')
  await page.getByRole('link', { name: 'Accuracy of all functions' }).click()
  await expect(page).toHaveURL(/view=accuracy&sort=error&order=down$/)
  await expect(page.locator('.sheet')).toHaveCount(0)
  const ids = () =>
    page.locator('.row-link').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['id'] ?? ''))
  expect([...(await ids())].sort()).toEqual(rows.map(([id]) => id).sort())
  const column = async (index: number) => {
    const of = new Map(rows.map((row) => [row[0], Number(row[index])]))
    return (await ids()).map((id) => of.get(id)!)
  }
  const errors = await column(2)
  expect(errors).toEqual([...errors].sort((a, b) => b - a))
  const [first] = await ids()
  const cells = await page.locator('tbody tr').first().locator('td').allTextContents()
  const row = rows.find(([id]) => id === first)!
  expect(Number(cells[2])).toBe(Number(row[2]))
  expect(Number(cells[4])).toBe(Number(row[4]))
  expect(Number(cells[6])).toBe(Number(row[6]))

  const mean = page.getByRole('button', { name: 'f ′: mean ULP' })
  await mean.focus()
  await page.keyboard.press('Enter')
  const means = await column(8)
  expect(means).toEqual([...means].sort((a, b) => b - a))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sort=slopeErrorMean$/)
  expect(await column(8)).toEqual([...means].sort((a, b) => a - b))
  const all = rows.filter(([, inputs]) => Number(inputs) === 2 ** 32).length
  await expect(page.locator('.table-note')).toContainText(`${all} over all 2³² float32 inputs`)
})

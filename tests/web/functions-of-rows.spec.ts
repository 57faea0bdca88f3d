// The functions that are not element-wise in the catalogue: row-wise, gated, pooled and Gumbel-softmax.

import { expect, test, type Locator, type Page } from '@playwright/test'
import { drawn, nodeEngine, openCatalogue } from './catalogue'
import { visit } from './visit'

const sheet = (page: Page): Locator => page.locator('.sheet')
const figure = (page: Page): Locator => sheet(page).locator('activation-rows')

/** Name and number of every line at the traced place. */
const readout = (page: Page): Promise<Record<string, number>> =>
  figure(page)
    .locator('.readout tr')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector('th')!.textContent,
          Number(row.querySelector('td')!.textContent.replace('−', '-')),
        ]),
      ),
    )

test(
  'a card says its kind in a dashed frame and how many numbers become how many',
  { tag: '@once' },
  async ({ page }) => {
    const engine = await nodeEngine()
    const ofRows = engine.catalogue().filter(({ elementWise }) => !elementWise)
    await openCatalogue(page)
    for (const { id } of ofRows) {
      const card = page.locator(`.card[data-id=${id}]`)
      await card.scrollIntoViewIfNeeded()
      await expect
        .poll(async () => (await drawn(card.locator('activation-rows-miniature'))).ink, id)
        .toBeGreaterThan(60)
    }
    const line = (id: string) => page.locator(`.card[data-id=${id}] .card-line`)
    await expect(line('softmax')).toHaveText('n → n')
    await expect(line('glu')).toHaveText('2n → n')
    await expect(line('crelu')).toHaveText('n → 2n')
    await expect(line('maxout')).toHaveText('kn → n')
    await expect(page.locator('.card[data-id=glu] .of-rows')).toContainText('gated')
  },
)

test('softmax over its first number: values and Jacobian of the engine, the others to be moved', async ({
  page,
}) => {
  const engine = await nodeEngine()
  const expected = (x: number[]) => {
    const request = { x: Float32Array.from(x), rows: 1, columns: 3, tangent: Float32Array.of(1, 0, 0) }
    const { value, jacobianVector } = engine.rows('softmax', request)
    return { value, slope: jacobianVector! }
  }
  await openCatalogue(page, '&open=softmax')
  await figure(page).locator('.stage').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const at = async (others: number[]) => {
    const read = await readout(page)
    const { value, slope } = expected([read['x₁'], ...others])
    for (const k of [0, 1, 2]) {
      const index = '₁₂₃'[k]
      expect(read[`y${index}`]).toBeCloseTo(value[k], 3)
      expect(read[`∂y${index}/∂x₁`]).toBeCloseTo(slope[k], 3)
    }
  }
  await expect.poll(async () => (await readout(page))['x₁']).toBe(0.5)
  await at([1, 0])
  const before = await drawn(figure(page))
  const slider = sheet(page).getByRole('slider', { name: 'x₂' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect.poll(async () => (await drawn(figure(page))).mark).not.toBe(before.mark)
  await at([4, 0])
  // The picture in words.
  await expect(figure(page).locator('table caption')).toContainText('Softmax: A row of three numbers')
  // Another function starts from what stands still by default.
  await visit(page, '#catalogue&open=softmin')
  await expect(sheet(page).getByRole('slider', { name: 'x₂' })).toHaveValue('1')
})

test('a gated function at other values, Maxout of more pieces, noise drawn again', async ({ page }) => {
  const engine = await nodeEngine()
  await openCatalogue(page, '&open=swiglu')
  const gate = async (a: number, alpha: number) => {
    await figure(page).locator('.stage').focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => Object.keys(await readout(page))).toContain(`a = ${a}`)
    const read = await readout(page)
    const [value] = engine.rows('swiglu', {
      x: Float32Array.of(a, read['b']),
      rows: 1,
      columns: 2,
      parameters: { alpha },
    }).value
    expect(read[`a = ${a}`]).toBeCloseTo(value, 3)
  }
  await gate(1, 1)
  await sheet(page).getByRole('slider', { name: 'a', exact: true }).focus()
  await page.keyboard.press('End')
  await gate(3, 1)
  const alpha = sheet(page).getByRole('spinbutton', { name: 'alpha' })
  await alpha.fill('2')
  await alpha.press('Enter')
  await expect(page).toHaveURL(/open=swiglu:alpha=2/)
  await gate(3, 2)

  await visit(page, '#catalogue&open=maxout:k=5')
  await figure(page).locator('.stage').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Object.keys(await readout(page))).toContain('z₅')
  const pieces = Object.entries(await readout(page)).filter(([name]) => name.startsWith('z'))
  expect((await readout(page))['h']).toBe(Math.max(...pieces.map(([, value]) => value)))

  await visit(page, '#catalogue&open=gumbel_softmax')
  await expect.poll(async () => (await drawn(figure(page))).ink).toBeGreaterThan(400)
  const first = await drawn(figure(page))
  await sheet(page).getByRole('button', { name: 'Draw again' }).click()
  await expect.poll(async () => (await drawn(figure(page))).mark).not.toBe(first.mark)
})

test('what a function of rows costs, and its bound', { tag: '@once' }, async ({ page }) => {
  await openCatalogue(page, '&open=sparsemax')
  await expect(sheet(page)).toContainText('here and now, 1,024 rows of 16')
  await expect(sheet(page).locator('.cost .own b')).toContainText(/[\d.]+ ns/, { timeout: 30_000 })
  await expect(sheet(page)).toContainText('y and its product with the Jacobian together')
  await visit(page, '#catalogue&sort=accuracy')
  await expect(page.locator('.card[data-id=softmax] .card-line')).toHaveText('y: 1, Jᵀv: 4 steps')
})

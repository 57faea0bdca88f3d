import { expect, test, type Page } from '@playwright/test'
import { openAt } from './playground'

const readout = (page: Page) => page.locator('layer-readout')
const cells = (page: Page, name: string) =>
  readout(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')

test('a chosen layer is read out in every lane: left and right apart, gradients of inputs and weights', async ({
  page,
}) => {
  await openAt(page, '#lanes=tanh,relu&gain=4&step=20')
  await expect(readout(page)).toHaveCount(0)
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowDown')
  await expect(readout(page).locator('caption')).toHaveText('Layer 1, in numbers')
  await expect(page.locator('.try')).toHaveCount(0)
  // ReLU has no right side to saturate on; tanh has both.
  await expect(cells(page, 'sat. right').nth(1)).toHaveText('0 %')
  await expect(cells(page, 'sat. left').nth(1)).toHaveText(/^[1-9]\d?\s%$/)
  await expect(cells(page, 'sat. left').nth(0)).toHaveText(/^[1-9]\d?\s%$/)
  await expect(cells(page, 'sat. right').nth(0)).toHaveText(/^[1-9]\d?\s%$/)
  // Asked of the engine only now.
  await expect(cells(page, 'grad. weights').nth(0)).toHaveText(/^\d/)
  const first = await cells(page, 'grad. inputs').nth(0).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(readout(page).locator('caption')).toHaveText('Layer 2, in numbers')
  await expect(cells(page, 'grad. inputs').nth(0)).not.toHaveText(first ?? '')
  await page.keyboard.press('Escape')
  await expect(readout(page)).toHaveCount(0)
  await expect(page.locator('.try')).toBeVisible()
})

test('what a layer learned of its function stands there, shared or by unit', async ({ page }) => {
  await openAt(page, '#lanes=prelu,relu&step=40')
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowDown')
  await expect(cells(page, 'a').nth(0)).toHaveText(/^−?\d\.\d{3}$/)
  await expect(cells(page, 'a').nth(1)).toHaveText('')
  await openAt(page, '#lanes=prelu,relu&learned=unit&lr=0.2&step=60')
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowDown')
  const end = async (name: string) =>
    Number((await cells(page, name).nth(0).textContent())?.replace('−', '-'))
  await expect(cells(page, 'a, least').nth(0)).toHaveText(/\d/)
  await expect.poll(async () => (await end('a, most')) - (await end('a, least'))).toBeGreaterThan(0)
})

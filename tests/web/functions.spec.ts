import { expect, test } from '@playwright/test'
import { nodeEngine } from './catalogue'
import { caughtUp, digest, lane, openAt } from './playground'

test('a function is chosen by keyboard alone: preview, Escape, Enter', async ({ page }) => {
  await openAt(page, '#step=120')
  const name = lane(page, 1).locator('.name')
  await name.focus()
  await page.keyboard.press('Enter')
  const search = page.getByRole('combobox')
  await expect(search).toBeFocused()
  await page.keyboard.type('gelu')
  await expect(name).toContainText('GELU')
  await page.keyboard.press('Escape')
  await expect(name).toContainText('Sigmoid')
  await expect(name).toBeFocused()

  const before = await digest(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('silu')
  await page.keyboard.press('Enter')
  await expect(name).toContainText('SiLU')
  await expect(name).toBeFocused()
  await caughtUp(page, 120)
  const after = await digest(page)
  expect(after.split(' ').slice(1)).toEqual(before.split(' ').slice(1))
  expect(after.split(' ')[0]).not.toEqual(before.split(' ')[0])
})

test('the name that is typed is the one that Enter takes', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=20')
  const name = lane(page, 1).locator('.name')
  for (const typed of ['mish', 'tanh', 'Softplus']) {
    await name.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(name).toHaveText(new RegExp(`^\\s*${typed}\\s*$`, 'i'))
  }
})

test('the list has every function', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=40')
  await page.locator('.name').click()
  const ids = (await nodeEngine()).catalogue().map(({ id }) => id)
  const listed = () => page.getByRole('option').locator('code').allTextContents()
  await expect.poll(async () => (await listed()).sort()).toEqual(ids.sort())
})

test('a lane is removed and comes back, the others keep their colours', async ({ page }) => {
  await openAt(page, '#step=60')
  const before = await digest(page)
  await lane(page, 2).locator('.name').focus()
  await page.keyboard.press('Delete')
  await expect(lane(page, 2)).toHaveCount(0)
  await expect(lane(page, 3).locator('.name .slot3')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(lane(page, 2)).toBeVisible()
  await expect.poll(() => digest(page)).toBe(before)
})

test('a fourth lane takes the free slot and catches up', async ({ page }) => {
  await openAt(page, '#step=200')
  await page.getByRole('button', { name: 'Add a lane' }).first().click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('elu')
  await page.getByRole('option', { name: /^ELU/ }).click()
  await expect(lane(page, 4).locator('.name')).toContainText('ELU')
  await caughtUp(page, 200)
  await expect(page.getByRole('button', { name: 'Add a lane' }).first()).toBeDisabled()
})

test('a parameter slider changes curve, training and address', async ({ page }) => {
  await openAt(page, '#lanes=leaky_relu&step=80')
  const before = await digest(page)
  const slider = page.getByRole('slider', { name: 'negative_slope' })
  await slider.focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/negative_slope=0\.0[5-6]/)
  await expect.poll(() => digest(page)).not.toBe(before)
  await caughtUp(page, 80)
  await page.getByRole('spinbutton', { name: 'negative_slope' }).fill('0.3')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/negative_slope=0\.3/)
})

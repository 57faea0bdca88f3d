import { expect, test } from '@playwright/test'
import { catalogueStands, openCatalogue } from './catalogue'
import { digest, lane, open, openAt } from './playground'

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
  await catalogueStands(page)
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
  await catalogueStands(page)
  const rested = Number((await digest(page)).split(':')[0])
  await page.waitForTimeout(300)
  expect(Number((await digest(page)).split(':')[0])).toBe(rested)
  await page.goBack()
  await expect.poll(async () => Number((await digest(page)).split(':')[0])).toBeGreaterThan(rested)
})

import { expect, test } from '@playwright/test'
import { caughtUp, digest, lane, open, openAt, step } from './playground'
import { cleanAccount, keepAccount } from './visit'

test('other data start again from the first weights, and the page says so', async ({ page }) => {
  await openAt(page, '#step=100')
  await page.locator('.word-data').click()
  await page.getByRole('radio', { name: 'Circle' }).check()
  await expect(page.locator('.notices')).toContainText('Data changed: all lanes start again')
  await expect.poll(() => step(page)).toBe(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.word-data')).toBeFocused()
  await expect(page).toHaveURL(/data=circle/)
})

test('learning rate and batch size keep the weights; the address knows at which step', async ({
  page,
  context,
}) => {
  await openAt(page, '#lanes=tanh,relu&step=100')
  const before = await digest(page)
  await page.locator('.word-optimiser').click()
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await rate.fill('0.01')
  await rate.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/lr=0\.05,100:0\.01/)
  expect(await digest(page)).toBe(before)
  for (let i = 1; i <= 3; i++) {
    await page.locator('button.step:visible').click()
    await caughtUp(page, 100 + i)
  }
  await expect(page).toHaveURL(/step=103/)
  const after = await digest(page)
  const other = await context.newPage()
  await openAt(other, new URL(page.url()).hash)
  expect(await digest(other)).toBe(after)
})

test('depth and width from 1 to the most', async ({ page }) => {
  await openAt(page, '#lanes=relu&depth=1&width=1&step=10')
  await openAt(page, '#lanes=relu&depth=30&width=128&step=2')
  await expect(lane(page, 1).locator('.verdict')).toContainText('Starting')
})

test('the digits are loaded when chosen, with their source', async ({ page }) => {
  const account = await keepAccount(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, '#lanes=relu&step=1')
  await caughtUp(page, 1)
  expect(asked.filter((url) => url.endsWith('.csv'))).toEqual([])
  await page.locator('.word-data').click()
  await page.getByRole('radio', { name: 'Handwritten digits' }).check()
  await expect(page.locator('.popover')).toContainText('E. Alpaydin, C. Kaynak, 1998, UCI, CC BY 4.0')
  await expect.poll(() => asked.filter((url) => url.endsWith('.csv')).length).toBe(1)
  await expect(page.locator('.word-network')).toContainText('64 → 8 × 6 → 10')
  await caughtUp(page, 0)
  expect(account).toEqual(cleanAccount)
})

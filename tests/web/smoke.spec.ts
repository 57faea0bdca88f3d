import { expect, test } from '@playwright/test'
import { violations } from './axe'
import { cleanAccount, keepAccount } from './visit'

test('the page loads under a strict policy, alone', async ({ page }) => {
  const account = await keepAccount(page)
  await page.goto('./')
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.waitForTimeout(1000)
  expect(account).toEqual(cleanAccount)
})

test('the page as it opens is accessible', async ({ page }) => {
  await page.goto('./')
  await expect(page.locator('canvas').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
})

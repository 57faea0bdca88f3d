import { expect, test } from '@playwright/test'
import { violations } from './axe'
import { cleanAccount, keepAccount } from './visit'

test('the page loads under a strict policy, alone and accessible', async ({ page }) => {
  const account = await keepAccount(page)
  await page.goto('./')
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.waitForTimeout(1000)
  expect(account).toEqual(cleanAccount)

  expect(await violations(page)).toEqual([])
})

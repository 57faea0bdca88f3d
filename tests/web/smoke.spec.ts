import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { cleanAccount, keepAccount } from './visit'

test('the page loads under a strict policy, alone and accessible', async ({ page }) => {
  const account = await keepAccount(page)
  await page.goto('./')
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.waitForTimeout(1000)
  expect(account).toEqual(cleanAccount)

  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map((node) => node.target),
    })),
  ).toEqual([])
})

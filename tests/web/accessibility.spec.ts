import { expect, test } from '@playwright/test'
import { violations } from './axe'
import { openAt } from './playground'
import { visit } from './visit'

for (const lang of ['en', 'zh'])
  for (const theme of ['light', 'dark'])
    test(`no violation: ${lang}, ${theme}`, { tag: '@once' }, async ({ page }) => {
      test.slow() // axe reads the page three times, the last with the list of all functions
      await openAt(page, `#lanes=sigmoid,tanh,leaky_relu,rrelu&lang=${lang}&theme=${theme}&step=300`)
      expect(await violations(page)).toEqual([])
      await page.locator('.word-data').click()
      await expect(page.locator('.popover')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.name').first().click()
      await expect(page.locator('.popover')).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

test('no violation on a phone', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openAt(page, '#step=300')
  expect(await violations(page)).toEqual([])
})

test('verdicts are announced, rarely', async ({ page }) => {
  await visit(page, '#lanes=,,relu&speed=100')
  await expect(page.locator('[aria-live=polite]')).toContainText(/ReLU: (Learning|Learned)\./, {
    timeout: 30_000,
  })
})

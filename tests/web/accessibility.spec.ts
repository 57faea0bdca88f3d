import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { openAt } from './playground'

async function violations(page: Page) {
  const result = await new AxeBuilder({ page }).analyze()
  return result.violations.map(({ id, nodes }) => ({
    id,
    targets: nodes.map((node) => node.target),
  }))
}

for (const lang of ['en', 'zh'])
  for (const theme of ['light', 'dark'])
    test(`no violation: ${lang}, ${theme}`, { tag: '@once' }, async ({ page }) => {
      // Three analyses, the last over the list of all functions.
      test.slow()
      await openAt(page, `#lanes=sigmoid,tanh,leaky_relu,rrelu&lang=${lang}&theme=${theme}&step=300`)
      expect(await violations(page)).toEqual([])
      await page.locator('.word-data').click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.name').first().click()
      expect(await violations(page)).toEqual([])
    })

test('no violation on a phone', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openAt(page, '#step=300')
  expect(await violations(page)).toEqual([])
})

test('verdicts are announced, rarely', async ({ page }) => {
  await page.goto('./#lanes=,,relu&speed=100')
  await expect(page.locator('[aria-live=polite]')).toContainText(/ReLU: (Learning|Learned)\./, {
    timeout: 30_000,
  })
})

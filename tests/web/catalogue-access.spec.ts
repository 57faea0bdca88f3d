import { expect, test } from '@playwright/test'
import { violations } from './axe'
import { cards, catalogueStands, openCatalogue } from './catalogue'
import { visit } from './visit'

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
])
  test(`no violation: ${lang}, ${theme}`, { tag: '@once' }, async ({ page }) => {
    test.slow() // axe reads every card, four times
    await visit(page, `#catalogue&lang=${lang}&theme=${theme}`)
    await catalogueStands(page)
    expect(await violations(page)).toEqual([])
    for (const id of ['leaky_relu', 'gelu', 'maxout']) {
      await page.locator(`.card[data-id=${id}]`).click()
      await expect(page.locator('.sheet pre')).toBeVisible()
      expect(await violations(page), id).toEqual([])
    }
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('cards, filters and sheet are views of their own', async ({ page }) => {
    await openCatalogue(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Filters' }).click()
    await expect(cards(page).first()).toBeHidden()
    await page.locator('[data-option="left:soft"]').click()
    await page.getByRole('button', { name: /^Show \d+ functions/ }).click()
    await expect(page.locator('.filter-bar .chip.on')).toHaveText(/left soft/)
    await page.locator('.card[data-id=smish]').click()
    await expect(page.locator('.sheet')).toBeVisible()
    await expect(page.locator('.middle')).toBeHidden()
    await expect(page.locator('.sheet h2')).toBeInViewport()
    const formulas = page.locator('.sheet .formulas')
    expect(await formulas.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'All functions' }).click()
    await expect(page.locator('.card[data-id=smish]')).toBeFocused()
    await page.locator('.filter-bar .chip.on').click()
    await expect(page.locator('.filter-bar .chip.on')).toHaveCount(0)
  })

  test('no violation in filtered cards, nor in a sheet', { tag: '@once' }, async ({ page }) => {
    await openCatalogue(page, '&left=soft')
    expect(await violations(page)).toEqual([])
    await cards(page).last().click()
    await expect(page.locator('.sheet')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  test('targets are large enough', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'desktop Firefox has no coarse pointer')
    const small = () =>
      page
        .locator('button:visible, .card:visible, .option:visible, .convention:visible, select:visible')
        .evaluateAll((all) =>
          all
            .filter((one) => {
              const { width, height } = one.getBoundingClientRect()
              return width < 43.5 || height < 43.5
            })
            .map((one) => one.outerHTML.slice(0, 80)),
        )
    await openCatalogue(page)
    expect(await small()).toEqual([])
    await visit(page, '#catalogue&open=leaky_relu:negative_slope=0.2')
    await expect(page.locator('.sheet pre')).toBeVisible()
    expect(await small()).toEqual([])
  })
})

import { expect, test } from '@playwright/test'
import { caughtUp, lane, openAt } from '../web/playground'
import { visit } from '../web/visit'

test('a function that is one more header is found in the list and trains in a lane', async ({ page }) => {
  await openAt(page, '#lanes=tanh,twice_tanh&step=100')
  await expect(lane(page, 2).locator('.name')).toContainText('Twice tanh')
  await caughtUp(page, 100)
  await lane(page, 1).locator('.name').click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('两倍')
  await expect(page.getByRole('option')).toHaveText([/Twice tanh/])
})

test('it has a card in the catalogue, and a sheet with its formula', async ({ page }) => {
  await visit(page, '#catalogue&open=twice_tanh')
  await expect(page.locator('.sheet')).toContainText('Twice tanh')
  await expect(page.locator('.sheet math').first()).toBeVisible()
})

import { expect, test } from '@playwright/test'
import { lane, open, openAt, play, step } from './playground'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('loss and transport are docked, settings open as a sheet', async ({ page }) => {
  await open(page)
  await expect(page.locator('.dock activation-loss')).toBeVisible()
  await expect.poll(() => step(page)).toBeGreaterThan(20)
  await play(page).click()
  await expect(play(page)).toHaveAccessibleName('Play')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Moons' }).check()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/data=moons/)
})

test('a chip jumps to its lane, a name opens the list', async ({ page }) => {
  await openAt(page, '#step=50')
  await page.locator('.chip', { hasText: 'ReLU' }).click()
  await expect(lane(page, 3).locator('.name')).toBeInViewport()
  await lane(page, 3).locator('.name').click()
  await page.getByRole('option', { name: 'GELU gelu', exact: true }).click()
  await expect(lane(page, 3).locator('.name')).toContainText('GELU')
})

test('nothing is wider than the screen and targets are large enough', async ({ page, browserName }) => {
  await openAt(page, '#step=50')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  test.skip(browserName === 'firefox', 'desktop Firefox has no coarse pointer')
  const small = await page
    .locator('button:visible')
    .evaluateAll(
      (all) =>
        all
          .map((button) => button.getBoundingClientRect())
          .filter(({ width, height }) => width < 43.5 || height < 43.5).length,
    )
  expect(small).toBe(0)
})

test('parameters of a lane stand one under another', async ({ page }) => {
  await openAt(page, '#lanes=srelu&step=20')
  const lines = lane(page, 1).locator('.parameter')
  await expect(lines).toHaveCount(4)
  const boxes = await lines.evaluateAll((all) =>
    all.map((line) => {
      const { top, bottom } = line.getBoundingClientRect()
      return { top, bottom }
    }),
  )
  for (const [k, { top }] of boxes.entries())
    if (k > 0) expect(top).toBeGreaterThanOrEqual(boxes[k - 1].bottom)
})

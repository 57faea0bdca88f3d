import { expect, test } from '@playwright/test'
import { lane, open, step } from './playground'

test('a lane that turns NaN says at which step; the others go on; one click rewinds', async ({ page }) => {
  await open(page, '#lanes=relu,tanh&gain=8')
  const alert = lane(page, 1).getByRole('alert')
  await expect(alert).toContainText(
    /NaN since step \d+\.\s+Held at step \d+, the last finite one\.\s+The other lanes go on\./,
  )
  const then = await step(page)
  await expect.poll(() => step(page)).toBeGreaterThan(then)
  await alert.getByRole('button', { name: 'Rewind with SGD 0.005' }).click()
  await expect(page.locator('.word-optimiser')).toContainText('SGD 0.005')
  await expect(page).toHaveURL(/lr=0\.005/)
})

test('what is held does not depend on how the steps were asked for', async ({ page }) => {
  const held = () => lane(page, 1).getByRole('alert').locator('p').textContent()
  await open(page, '#lanes=relu&gain=8&speed=1')
  await expect(lane(page, 1).getByRole('alert')).toBeVisible()
  const slow = await held()
  await page.goto('about:blank')
  await open(page, '#lanes=relu&gain=8&step=5000')
  await expect(lane(page, 1).getByRole('alert')).toBeVisible()
  expect(await held()).toBe(slow)
})

test('a lane whose first batch already overflows holds nothing back: it says what is shown and what helps', async ({
  page,
}) => {
  await open(page, '#lanes=exponential,relu&step=41')
  const alert = lane(page, 1).getByRole('alert')
  await expect(alert).toContainText('NaN from the first batch on.')
  await expect(alert).toContainText('Nothing was trained: shown are the first weights.')
  await expect(alert).not.toContainText('the last finite one')
  // Rewinding leads to the same batch and the same weights.
  await expect(alert.getByRole('button')).toHaveCount(0)
  // Guessing of a network that answers NaN is no accuracy.
  await expect(lane(page, 1).locator('.scores')).not.toContainText('%')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(alert).toContainText('第一个批次就已是 NaN。')
})

import { expect, test } from '@playwright/test'
import { lane, open, openAt, pause, play, step } from './playground'
import { cleanAccount, keepAccount } from './visit'

test('without a click, three lanes train on the same data', async ({ page }) => {
  const account = await keepAccount(page)
  await open(page)
  for (const [slot, name] of [
    [1, 'Sigmoid'],
    [2, 'Tanh'],
    [3, 'ReLU'],
  ] as const)
    await expect(lane(page, slot).locator('.name')).toContainText(name)
  await expect.poll(() => step(page)).toBeGreaterThan(50)
  await pause(page)
  // The round under way when the button was pressed still ends.
  await page.waitForTimeout(500)
  const paused = await step(page)
  await page.waitForTimeout(300)
  expect(await step(page)).toBe(paused)
  expect(account).toEqual(cleanAccount)
})

test('sigmoid visibly fails and the page says why; tanh and ReLU learn', async ({ page }) => {
  await openAt(page, '#step=1500')
  await expect(lane(page, 1).locator('.verdict')).toContainText('Not learning')
  await expect(lane(page, 1).locator('.flow')).toContainText(/1\/[\d,]{4,}.*f′ never exceeds 0\.25/s)
  await expect(lane(page, 2).locator('.verdict')).toContainText('Learned')
  await expect(lane(page, 3).locator('.verdict')).toContainText('Learned')
})

test('one step, rewind and the space bar', async ({ page }) => {
  await openAt(page, '#step=20')
  await page.locator('button.step:visible').click()
  await expect.poll(() => step(page)).toBe(21)
  await page.locator('.board').focus()
  await page.keyboard.press('.')
  await expect.poll(() => step(page)).toBe(22)
  await page.keyboard.press('r')
  await expect.poll(() => step(page)).toBe(0)
  await page.keyboard.press('Space')
  await expect(play(page)).toHaveAccessibleName('Pause')
  await expect.poll(() => step(page)).toBeGreaterThan(10)
})

const causes = [
  ['saturation', '8 × larger', 2, /\d\d.% of the inputs fall where f′ < 0\.05: saturated/],
  ['dead units', 'units die', 3, /\d\d.% of the units are dead/],
] as const
for (const [cause, link, slot, words] of causes)
  test(`a scene in which ${cause} is the cause`, async ({ page }) => {
    await open(page)
    await page.locator('.try a', { hasText: link }).click()
    await expect(lane(page, slot).locator('.flow')).toContainText(words, {
      timeout: 40_000,
    })
  })

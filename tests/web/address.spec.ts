import { expect, test } from '@playwright/test'
import { caughtUp, digest, lane, open, openAt, pause } from './playground'
import { cleanAccount, keepAccount } from './visit'

/** What every browser has to arrive at: a state, and the digest of its weights. */
const known =
  '#lanes=leaky_relu:negative_slope=0.2,prelu,rrelu,maxout&data=moons&lr=0.1,150:0.02&batch=32,200:16&step=300'
const knownDigest = '300:d91094dd 300:499e1d89 300:c3786fcd 300:275f80f1'

test('a link gives the same bits in another browser', async ({ page }) => {
  await openAt(page, known)
  expect(await digest(page)).toBe(knownDigest)
})

test('the address of a paused page gives the same bits in a new one', async ({ page, browser, baseURL }) => {
  await open(page, '#lanes=gelu,elu&data=xor&seed=7&speed=100')
  await expect.poll(() => digest(page)).toMatch(/^[1-9]\d\d+:/)
  await pause(page)
  await expect(page).toHaveURL(/step=\d+/)
  const here = await digest(page)
  const context = await browser.newContext({ baseURL })
  const other = await context.newPage()
  await openAt(other, new URL(page.url()).hash)
  expect(await digest(other)).toBe(here)
  await context.close()
})

test('full speed and single steps arrive at the same bits', async ({ page }) => {
  await open(page, '#speed=full')
  await expect.poll(async () => Number((await digest(page)).split(':')[0])).toBeGreaterThan(500)
  await pause(page)
  await expect(page).toHaveURL(/step=\d+/)
  const here = await digest(page)
  await page.goto('about:blank')
  await openAt(page, `#step=${here.split(':')[0]}`)
  expect(await digest(page)).toBe(here)
})

test('nonsense is replaced and said', async ({ page }) => {
  const account = await keepAccount(page)
  await open(
    page,
    '#lanes=relu,nosuch,leaky_relu:negative_slope=99&depth=400&noise=abc&data=torus&foo=1&%E0%A4%A&step=-3',
  )
  await expect(lane(page, 1)).toBeVisible()
  await expect(lane(page, 2)).toHaveCount(0)
  await page.getByRole('button', { name: /What changed/ }).click()
  const notice = page.locator('.corrections')
  await expect(notice).toContainText(
    'The link asked for the function “nosuch”, which the catalogue does not have',
  )
  await expect(notice).toContainText('The link asked for Layers 400; the most is 30. Using 30.')
  await expect(notice).toContainText('leaky_relu negative_slope 99; the most is 1. Using 1.')
  await expect(notice).toContainText('“abc”, which is no number')
  await expect(notice).toContainText('“torus”')
  await expect(notice).toContainText('“foo”')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.locator('.word-network')).toContainText('2 → 8 × 30 → 1')
  expect(account).toEqual(cleanAccount)
})

test('language and theme follow the address, and the address them', async ({ page }) => {
  await open(page, '#lang=zh&theme=dark&step=10')
  await expect(page).toHaveTitle('激活函数实验台')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveTitle('Activation Playground')
  await expect(page).not.toHaveURL(/lang=/)
})

test('a link that is followed while the address is about to be written is not undone', async ({ page }) => {
  await openAt(page, '#lanes=sigmoid,relu&depth=2&step=20')
  await page.evaluate((hash) => {
    // Writing it is due when the page hears of the link, as on a machine that is busy.
    document.querySelector<HTMLElement>('#lane-2 button.remove')!.click()
    const begin = performance.now()
    while (performance.now() - begin < 600);
    location.hash = hash
  }, '#lanes=tanh&depth=2&step=30')
  await caughtUp(page, 30)
  await expect(page).toHaveURL(/#lanes=tanh&depth=2&step=30$/)
  await expect(lane(page, 1).locator('.name')).toContainText('Tanh')
})

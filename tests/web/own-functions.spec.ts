import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { mistakesInChinese } from '../../web/i18n/mistakes'
import { violations } from './axe'
import { caughtUp, digest, lane, openAt } from './playground'
import { openSweep, trained } from './sweep'
import { cleanAccount, keepAccount } from './visit'

/** An address holds a text's signs encoded twice. */
const inAddress = (text: string): string => encodeURIComponent(encodeURIComponent(`=${text}`))

async function type(page: Page, text: string): Promise<void> {
  await lane(page, 1).locator('.name').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(text)
}

test('what is typed as a function is drawn, taken and trained', async ({ page }) => {
  const account = await keepAccount(page)
  await openAt(page, '#lanes=relu&step=80')
  await type(page, 'x * tanh(softplus(a * x)); a = 0.5')
  const option = page.getByRole('option')
  await expect(option).toHaveCount(1)
  await expect(option).toContainText('your own')
  // Before it is taken, it is shown.
  await expect(lane(page, 1).locator('.name')).toContainText('x*tanh(s…')
  await page.keyboard.press('Enter')
  await caughtUp(page, 80)
  await expect(lane(page, 1).locator('.formula')).toHaveText('x * tanh(softplus(a * x)); a = 0.5')
  await expect(lane(page, 1)).toContainText(/a is learned: 0\.\d+ at layer 1/)
  await expect(page).toHaveURL(/#lanes=%253Dx%2520\*/)
  expect(account).toEqual(cleanAccount)
})

test('it has the bits of the function that it is', async ({ page }) => {
  await openAt(page, `#lanes=tanh,${inAddress('tanh(x)')}&step=120`)
  const [known, own] = (await digest(page)).split(' ')
  expect(own).toBe(known)
})

test('an address brings it back, whatever signs it has', async ({ page, context }) => {
  const text = 'x < 0 ? max(x, -1) : x ^ 2 / (1 + a * x); a = 0.25'
  await openAt(page, '#lanes=elu&step=60')
  await type(page, text)
  await page.keyboard.press('Enter')
  await caughtUp(page, 60)
  await expect(page).toHaveURL(/%253F/)
  const here = await digest(page)
  const other = await context.newPage()
  await openAt(other, new URL(page.url()).hash)
  expect(await digest(other)).toBe(here)
  await expect(lane(other, 1).locator('.formula')).toHaveText(text)
  await expect(other.locator('.notices')).toHaveText('')
  await other.close()
})

test('a mistake is shown where it is, and nothing is lost', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=40')
  const before = await digest(page)
  await type(page, 'x * softplu(a * x)')
  const wrong = page.locator('.menu .own')
  await expect(wrong.locator('u')).toHaveText('softplu')
  await expect(wrong).toContainText('At 5: unknown function "softplu"; did you mean softplus?')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox')).toBeVisible()
  // What is missing at the end has a place too.
  await page.getByRole('combobox').fill('x * tanh(x')
  await expect(wrong).toContainText('At 11: expected ")"')
  await page.getByRole('combobox').fill('relu * x')
  await expect(wrong).toContainText('relu is a function: write what it is of in brackets behind it')
  await page.keyboard.press('Escape')
  await expect(lane(page, 1).locator('.name')).toContainText('ReLU')
  expect(await digest(page)).toBe(before)
})

test('mistakes are said in Chinese too, every one of them', async ({ page }) => {
  const source = readFileSync(resolve('cpp/expression/mistakes.h'), 'utf8')
  const english = new Map(
    [...source.matchAll(/Mistake \w+\{\s*"(\w+)",\s*"((?:[^"\\]|\\.)*)"\}/g)].map(([, reason, text]) => [
      reason,
      text,
    ]),
  )
  expect(english.size).toBe([...source.matchAll(/constexpr Mistake \w+\{/g)].length)
  const places = (text: string | undefined) => [...new Set(text?.match(/\{\d\}/g))].sort()
  for (const [reason, text] of english)
    expect(places(mistakesInChinese[reason ?? '']), reason).toEqual(places(text))
  expect(Object.keys(mistakesInChinese)).toHaveLength(english.size)

  await openAt(page, '#lanes=relu&step=10&lang=zh')
  await type(page, 'x * softplu(a * x)')
  const wrong = page.locator('.menu .own')
  await expect(wrong).toContainText('第 5 个字符处：未知函数 "softplu"；是不是 softplus？')
  await page.getByRole('combobox').fill('x * tanh(x')
  await expect(wrong).toContainText('第 11 个字符处：tanh 的自变量之后应为 ")"，而这里是结尾')
})

test('a name is still searched, and a text that is there is changed', async ({ page }) => {
  await openAt(page, `#lanes=${inAddress('x * exp(-x^2)')}&step=30`)
  await lane(page, 1).locator('.name').click()
  const search = page.getByRole('combobox')
  await expect(search).toHaveValue('x * exp(-x^2)')
  await page.keyboard.press('End')
  await page.keyboard.type(' + x')
  await expect(page.getByRole('option')).toContainText('x * exp(-x^2) + x')
  await search.fill('softplus')
  await expect(page.getByRole('option', { name: /^Softplus/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /exp\(/ })).toHaveCount(0)
  await search.fill('x * exp(-x^2) / 2')
  await page.keyboard.press('Enter')
  await caughtUp(page, 30)
  await expect(lane(page, 1).locator('.formula')).toHaveText('x * exp(-x^2) / 2')
})

test('a link whose text is no function says so', async ({ page }) => {
  await openAt(page, `#lanes=relu,${inAddress('x * tahn(x)')}&step=10`)
  await expect(page.locator('.notices')).toContainText('“=x * tahn(x)”')
  await expect(lane(page, 1)).toContainText('ReLU')
})

test('its text leads to what is measured of it, and back to training', async ({ page }) => {
  await openAt(page, `#lanes=${inAddress('max(0, x)')}&step=20`)
  await lane(page, 1).locator('.formula a').click()
  const sheet = page.locator('.sheet')
  await expect(sheet.locator('h2')).toHaveText('Your own function')
  await expect(sheet.locator('.formulas')).toContainText('max(0, x)')
  // As ReLU's, which it is but at 0.
  for (const [name, value] of Object.entries({
    Monotone: 'weakly increasing',
    'Left saturation': 'hard',
    'Right saturation': 'none',
    Smoothness: 'C⁰',
    'Backward gain': '1.41',
    'P(f(Z) = 0)': '50',
  }))
    await expect(sheet.locator('dl.properties > div', { hasText: name }).first()).toContainText(value)
  await expect(sheet.locator('pre')).toHaveCount(0)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(sheet).toContainText('Farthest apart')
  await page.getByRole('button', { name: 'Train with it' }).click()
  await expect(lane(page, 1).locator('.formula')).toHaveText('max(0, x)')
})

test('its sheet opens by address, with a long text', async ({ page }) => {
  const text = Array.from({ length: 80 }, (_, k) => `sin(${k})`).join(' + ')
  await page.goto(`./#catalogue&open=${inAddress(`${text} + x`)}`)
  await expect(page.locator('.sheet h2')).toHaveText('Your own function')
  const box = page.locator('.sheet .formulas')
  expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
})

test('it is swept, and the saved grid runs elsewhere', { tag: '@once' }, async ({ page }) => {
  const text = 'x * sin(a * x)'
  await openSweep(page, `&functions=relu,${inAddress(text)}&values=1,2&seeds=2&steps=40`)
  await trained(page, 8)
  await expect(page.locator('.results th[scope=row]').nth(1)).toContainText(text)
  const saved = async (button: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    return readFileSync(await (await download).path(), 'utf8')
  }
  const folder = mkdtempSync(join(tmpdir(), 'own-sweep-'))
  const grid = join(folder, 'grid.json')
  writeFileSync(grid, await saved('Save grid'))
  const cli = resolve(__dirname, '../../build/package/cli.js')
  expect(execFileSync(process.execPath, [cli, 'sweep', grid]).toString()).toBe(await saved('Save rows'))
  rmSync(folder, { recursive: true })
})

test('a network with it goes on from its file', { tag: '@once' }, async ({ page, context }) => {
  await openAt(page, `#lanes=${inAddress('x * sin(a * x)')}&step=30`)
  const before = await digest(page)
  await lane(page, 1).locator('.name').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save network' }).click()
  const buffer = readFileSync(await (await download).path())
  const other = await context.newPage()
  await openAt(other, '#lanes=relu&step=5')
  await lane(other, 1).locator('.name').click()
  await other
    .locator('.menu input[type=file]')
    .setInputFiles({ name: 'own.aplaynet', mimeType: 'application/octet-stream', buffer })
  await expect(other.locator('.notices')).toContainText('goes on from step 30')
  await caughtUp(other, 30)
  expect(await digest(other)).toBe(before)
  await other.close()
})

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
])
  test(`no violation while one is written: ${lang}, ${theme}`, { tag: '@once' }, async ({ page }) => {
    await openAt(page, `#lanes=${inAddress('x * sin(a * x)')}&step=30&lang=${lang}&theme=${theme}`)
    expect(await violations(page)).toEqual([])
    await type(page, 'x * tahn(x)')
    await expect(page.locator('.menu .own')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('combobox').fill('x * tanh(x)')
    await expect(page.getByRole('option')).toHaveCount(1)
    expect(await violations(page)).toEqual([])
  })

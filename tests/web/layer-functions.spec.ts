// A hidden layer may have a function of its own.

import { expect, test, type Page } from '@playwright/test'
import { violations } from './axe'
import { caughtUp, digest, lane, openAt } from './playground'
import { keepSpecs, lastSpec } from './specs'
import { cell, openSweep, row, trained } from './sweep'
import { cleanAccount, keepAccount } from './visit'

const readout = (page: Page) => page.locator('layer-readout')

/** Chooses a layer by its number, and its function in the first lane. */
async function take(page: Page, layer: number, typed: string): Promise<void> {
  await page.locator('.board').focus()
  for (let k = 0; k < layer; ++k) await page.keyboard.press('ArrowDown')
  await expect(readout(page).locator('caption')).toHaveText(`Layer ${layer}, in numbers`)
  await readout(page).getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: `: function of layer ${layer}` })).toBeVisible()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
}

const activations = async (page: Page): Promise<unknown[]> =>
  (await lastSpec(page)).layers.filter(({ type }) => type === 'activation')

test('a layer takes a function of its own, and the lane’s again', async ({ page }) => {
  const account = await keepAccount(page)
  await keepSpecs(page)
  await openAt(page, '#lanes=relu&depth=3&step=40')
  const before = await digest(page)
  await take(page, 2, 'tanh')
  await expect(page).toHaveURL(/#lanes=relu:2=tanh&/)
  await caughtUp(page, 40)
  expect(await digest(page)).not.toBe(before)
  expect(await activations(page)).toEqual(['relu', 'tanh', 'relu'].map((id) => ({ type: 'activation', id })))
  await expect(lane(page, 1).locator('.who')).toContainText('layer 2: Tanh')
  await expect(lane(page, 1).locator('.why')).toContainText('Layers have different functions')
  // The chosen layer's function is the one that is read out.
  await expect(page.locator('.readout').first().getByRole('rowheader')).toHaveText('Tanh')
  await expect(readout(page).getByRole('button')).toHaveAccessibleName(
    'ReLU, layer 2: Tanh. Choose this layer’s function',
  )
  // And told to those who do not see the figure.
  const figure = page.locator('activation-joint').first()
  await expect(figure.getByText('2: Tanh', { exact: true })).toBeAttached()
  await expect(figure.getByText('Tanh: Function and slope')).toBeAttached()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.board').focus()
  await page.keyboard.press('Escape')
  await take(page, 2, 'relu')
  await expect(page).toHaveURL(/^[^=]*#lanes=relu&/)
  await caughtUp(page, 40)
  expect(await digest(page)).toBe(before)
  expect(account).toEqual(cleanAccount)
})

test('only functions that act unit by unit are offered, and a reader’s own', async ({ page }) => {
  await openAt(page, '#lanes=relu&depth=2&step=30')
  await take(page, 2, 'softmax')
  await expect(page.getByRole('option')).toHaveCount(0)
  const before = await digest(page)
  await page.getByRole('combobox').fill('x * tanh(x)')
  await page.keyboard.press('Enter')
  await expect.poll(() => digest(page)).not.toBe(before)
  await caughtUp(page, 30)
  await expect(lane(page, 1).locator('.who')).toContainText('layer 2: x*tanh(x')
  const there = await digest(page)
  // It follows a little behind.
  await expect(page).toHaveURL(/relu:2=%253Dx/)
  await openAt(page, '#lanes=tanh&step=3')
  await page.goBack()
  await caughtUp(page, 30)
  expect(await digest(page)).toBe(there)
})

test('another function of the lane leaves its layers theirs, where it can @once', async ({ page }) => {
  await openAt(page, '#lanes=relu:2=tanh:3=elu&depth=3&step=20')
  const change = async (typed: string) => {
    await lane(page, 1).locator('.name').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  await change('tanh')
  await expect(page).toHaveURL(/#lanes=tanh:3=elu&/)
  await expect(lane(page, 1).locator('.who')).toContainText('layer 3: ELU')
  await change('glu')
  await expect(page).toHaveURL(/#lanes=glu&/)
})

test('an address of layers has the bits of the spec that it writes out', async ({ page }) => {
  await openAt(page, '#lanes=relu:1=tanh:2=tanh,tanh&depth=2&step=60')
  const [mixed, tanh] = (await digest(page)).split(' ')
  expect(mixed).toBe(tanh)
})

test('what a layer cannot have is said, and the lane’s stands in its place', async ({ page }) => {
  const notices = page.locator('.notices')
  await openAt(page, '#lanes=relu:2=softmax&depth=3&step=10')
  await expect(notices).toContainText(
    '“softmax” in layer 2, which is no function that acts unit by unit. Using relu.',
  )
  await expect(page).toHaveURL(/#lanes=relu&/)
  await openAt(page, '#lanes=relu:3=&depth=3&step=11')
  await expect(notices).toContainText('“” in layer 3')
  await openAt(page, '#lanes=relu:99=tanh&depth=3&step=12')
  await expect(notices).toContainText('“99” is ignored')
  await openAt(page, '#lanes=maxout:2=tanh&depth=3&step=14')
  await expect(notices).toContainText('maxout has no parameter “2”')
})

test('what is learned is that of the layer that has it', async ({ page }) => {
  const account = await keepAccount(page)
  // The lane's function has nothing to learn, its first layer has.
  await openAt(page, '#lanes=tanh:1=prelu,prelu:1=tanh&depth=3&lr=0.3&step=400')
  const rows = page.locator('.readout').first().locator('tbody tr')
  await expect(rows.nth(0).getByRole('cell').nth(0)).toHaveText('−0.964')
  await expect(lane(page, 2)).toContainText(/a is learned: −?\d\.\d+ at layer 2/)
  const learned = /learned: (\S+) at/.exec((await lane(page, 2).textContent()) ?? '')?.[1]
  // At x = −2 its slope is a.
  await expect(rows.nth(1).getByRole('cell').nth(1)).toHaveText(learned ?? '')
  // While a layer that learned takes another function, nothing of the old one is drawn.
  await take(page, 1, 'elu')
  await caughtUp(page, 400)
  expect(account).toEqual(cleanAccount)
})

test('different functions are said of layers that there are @once', async ({ page }) => {
  const why = lane(page, 1).locator('.why')
  await openAt(page, '#lanes=relu:3=tanh&depth=2&step=60')
  await expect(why).toContainText('what passes, passes whole')
  await expect(lane(page, 1).locator('.who')).not.toContainText('layer')
  await openAt(page, '#lanes=relu:1=tanh:2=tanh&depth=2&step=61')
  await expect(why).toContainText('most inputs fall where the curve is steep')
  await openAt(page, '#lanes=relu:2=%253Dx*sin(x)*1:3=%253Dx*sin(x)*2&depth=3&step=62')
  await expect(lane(page, 1).locator('.who')).toContainText(/layer 2: x\*sin\(x\)….*layer 3: x\*sin\(x\)…/s)
})

test('from a layer’s numbers the arrows lead on, and Escape to the board', async ({ page }) => {
  await openAt(page, '#lanes=relu:2=tanh&depth=3&step=30')
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowDown')
  await readout(page).getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await expect(readout(page).locator('caption')).toHaveText('Layer 2, in numbers')
  // The lane's function stands first among those to choose.
  await page.keyboard.press('Enter')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('ReLU')
  await expect(first).toContainText('the lane’s')
  await page.keyboard.press('Escape')
  await expect(readout(page).getByRole('button')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(readout(page)).toHaveCount(0)
  await expect(page.locator('.board')).toBeFocused()
})

test('a layer that there is no more is not looked at', async ({ page }) => {
  await openAt(page, '#lanes=relu&depth=3&step=30')
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowUp')
  await expect(readout(page).locator('caption')).toHaveText('Layer 3, in numbers')
  await page.locator('.word-network').click()
  await page.getByRole('spinbutton', { name: /layers/i }).fill('2')
  await page.keyboard.press('Enter')
  await expect(readout(page)).toHaveCount(0)
})

test('a sheet is of one function @once', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=5')
  await page.goto('./#catalogue&open=relu:2=tanh')
  await expect(page.locator('.corrections')).toContainText('“2” is ignored')
  await expect(page).not.toHaveURL(/2=tanh/)
})

test('a layer that is not there is kept for when it is', async ({ page }) => {
  await openAt(page, '#lanes=relu:3=tanh,relu&depth=2&step=20')
  const [mixed, relu] = (await digest(page)).split(' ')
  expect(mixed).toBe(relu)
  await expect(page).toHaveURL(/relu:3=tanh/)
})

test('a sweep trains a lane’s layers as the lane does @once', async ({ page }) => {
  const layers = 'relu:1=tanh:2=tanh'
  await openSweep(page, `&functions=${layers},tanh,relu&across=depth&values=2&seeds=1&steps=100`)
  await trained(page, 3)
  await expect(row(page, layers).getByRole('rowheader')).toContainText('ReLU (layers 1, 2: Tanh)')
  const spoken = async (id: string) => (await cell(page, id, 0).locator('a').getAttribute('aria-label')) ?? ''
  // With its score and loss.
  expect((await spoken(layers)).replace('ReLU (layers 1, 2: Tanh)', 'Tanh')).toBe(await spoken('tanh'))
  expect((await spoken('relu')).replace('ReLU', 'Tanh')).not.toBe(await spoken('tanh'))
  await cell(page, layers, 0).locator('a').click()
  await expect(page).toHaveURL(/lanes=relu:1=tanh:2=tanh&/)
})

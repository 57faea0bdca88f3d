import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { caughtUp, digest, lane, openAt } from './playground'
import { cleanAccount, keepAccount } from './visit'

async function openMenu(page: Page, slot: number): Promise<void> {
  await lane(page, slot).locator('.name').click()
  await expect(page.getByRole('combobox')).toBeFocused()
}

async function save(page: Page, slot: number): Promise<{ name: string; bytes: Buffer }> {
  await openMenu(page, slot)
  const button = page.getByRole('button', { name: 'Save network' })
  if (page.context().browser()?.browserType().name() === 'firefox') return handedOver(page, button)
  const download = page.waitForEvent('download')
  await button.click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** Firefox, as it is driven here, does not tell of downloads: what the page hands over to one is looked at. */
async function handedOver(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  // The policy of the page lets nobody fetch a blob's address: the blob itself is kept.
  const handed = await page.evaluateHandle(() => {
    const kept = { name: '', blob: null as Blob | null, address: '', revoked: '' }
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      kept.blob = blob
      return (kept.address = make(blob))
    }
    URL.revokeObjectURL = (address) => {
      kept.revoked = address
    }
    HTMLAnchorElement.prototype.click = function () {
      kept.name = this.download
    }
    return kept
  })
  await button.click()
  await expect.poll(() => handed.evaluate(({ name }) => name)).not.toBe('')
  const { name, numbers, address, revoked } = await handed.evaluate(async ({ blob, ...kept }) => ({
    ...kept,
    numbers: [...new Uint8Array(await (blob as Blob).arrayBuffer())],
  }))
  // Firefox takes the bytes later than it takes the click.
  expect(address).toMatch(/^blob:/)
  expect(revoked).toBe('')
  return { name, bytes: Buffer.from(numbers) }
}

async function load(page: Page, slot: number, file: { name: string; bytes: Buffer }): Promise<void> {
  await openMenu(page, slot)
  await page
    .locator('.menu input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes })
}

async function stepOn(page: Page, from: number, steps: number): Promise<void> {
  for (let i = 1; i <= steps; i++) {
    await page.locator('button.step:visible').click()
    await caughtUp(page, from + i)
  }
}

const runs: Record<string, { address: string; step: number }> = {
  // The starter engine writes no files: the whole one has to come to the same bits.
  'of the first view': { address: '#lanes=relu&step=40', step: 40 },
  'with momenta, noise and a learned parameter': {
    address:
      '#lanes=prelu&data=moons&optimiser=adamw&lr=0.01&schedule=cosine&norm=before&dropout=0.1&learned=unit&step=60',
    step: 60,
  },
  'of layers with functions of their own': { address: '#lanes=relu:2=tanh:5=prelu&step=40', step: 40 },
  'whose function most layers do not have @once': {
    address: '#lanes=elu:alpha=2:1=tanh:2=tanh:3=tanh:4=tanh&step=40',
    step: 40,
  },
  'of units that learn behind a layer that does not @once': {
    address: '#lanes=prelu:1=tanh&learned=unit&step=40',
    step: 40,
  },
}

for (const [what, { address, step }] of Object.entries(runs))
  test(`a saved network goes on to the bit on another page: ${what}`, async ({ page, browser, baseURL }) => {
    await openAt(page, address)
    const saved = await digest(page)
    const file = await save(page, 1)
    expect(file.name).toMatch(new RegExp(`^\\w+-step-${step}\\.aplaynet$`))
    await expect(page.locator('.notices')).toContainText(`Saved as ${file.name}`)
    expect(await digest(page)).toBe(saved)
    await stepOn(page, step, 2)

    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const other = await context.newPage()
    const account = await keepAccount(other)
    await openAt(other, '#lanes=tanh,sigmoid&depth=2&step=5')
    await load(other, 1, file)
    await expect(other.locator('.notices')).toContainText(`goes on from step ${step}`)
    await caughtUp(other, step)
    expect((await digest(other)).split(' ')[0]).toBe(saved.split(' ')[0])
    await stepOn(other, step, 2)
    expect((await digest(other)).split(' ')[0]).toBe((await digest(page)).split(' ')[0])
    // The file's settings, for every lane; and the address says them.
    await expect(other.locator('.word-network')).toContainText('8 × 6')
    await expect(lane(other, 2)).toContainText('Sigmoid')
    const setting = address
      .replace('#', '')
      .replace(/&step.*/, '')
      .split('&')
      .at(-1)
    // It follows a little behind.
    await expect(other).toHaveURL((url) => setting !== undefined && url.hash.includes(setting))
    expect(account).toEqual(cleanAccount)
    await context.close()
  })

test('a learning rate changed on the way is the one it goes on with', async ({ page }) => {
  await openAt(page, '#lanes=relu&lr=0.05,20:0.01&step=30')
  const file = await save(page, 1)
  await stepOn(page, 30, 1)
  const after = await digest(page)
  await openAt(page, '#lanes=tanh&step=3')
  await load(page, 1, file)
  await caughtUp(page, 30)
  await expect(page.locator('.word-optimiser')).toContainText('SGD 0.01')
  await expect(page.locator('.notices')).toContainText('Learning rate or batch size was changed')
  await stepOn(page, 30, 1)
  expect(await digest(page)).toBe(after)
})

test('a damaged or foreign file is refused in the engine’s words, and nothing changes', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=10')
  const before = await digest(page)
  const file = await save(page, 1)
  const damaged = Buffer.from(file.bytes)
  damaged[damaged.length - 40] ^= 1
  await load(page, 1, { name: 'damaged.aplaynet', bytes: damaged })
  const notices = page.locator('.notices')
  await expect(notices).toContainText(
    'damaged.aplaynet was not loaded: file is damaged: its checksum does not fit',
  )
  await load(page, 1, { name: 'photo.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n and so on and on') })
  await expect(notices).toContainText('photo.png was not loaded: file is not a saved network')
  await load(page, 1, { name: 'half.aplaynet', bytes: file.bytes.subarray(0, 500) })
  await expect(notices).toContainText('half.aplaynet was not loaded: file has 500 bytes')
  expect(await digest(page)).toBe(before)
})

test('rewinding a loaded lane starts from its first weights', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=10')
  const file = await save(page, 1)
  await load(page, 1, file)
  await caughtUp(page, 10)
  await page.locator('button.rewind:visible').click()
  await caughtUp(page, 0)
  await stepOn(page, 0, 1)
  const again = await digest(page)
  await page.goto('about:blank')
  await openAt(page, '#lanes=relu&step=1')
  expect(await digest(page)).toBe(again)
})

test('both buttons are reached from the search by Tab', async ({ page }) => {
  await openAt(page, '#lanes=relu&step=10')
  await openMenu(page, 1)
  // Asked for early: the browser has to know before the key comes that it is not to open a window of its own.
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Save network' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Load network' })).toBeFocused()
  await page.keyboard.press('Enter')
  await chooser
})

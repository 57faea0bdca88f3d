import { expect, test, type Locator, type Page } from '@playwright/test'
import { drawn, nodeEngine } from './catalogue'
import { autogradError, CONVENTIONS } from './conventions'
import { cleanAccount, keepAccount, visit } from './visit'

const keysOf = (id: string): string[] =>
  Object.keys(CONVENTIONS).filter((key) => CONVENTIONS[key].functions.includes(id))

/** A number that another picture on the static canvas of the difference's figure would not have; 0 until one is drawn. */
const picture = (difference: Locator): Promise<number> =>
  difference
    .locator('activation-difference, activation-kink, activation-band, activation-error-growth')
    .evaluate((figure) => {
      const canvas = figure.shadowRoot!.querySelector<HTMLCanvasElement>('canvas.static')!
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return new Uint32Array(data.buffer).reduce((mark, pixel) => (Math.imul(mark, 31) + pixel) | 0, 0)
    })

async function openSheet(page: Page, id: string, name: string): Promise<void> {
  await visit(page, `#catalogue&open=${id}`)
  // The first is the page's own start, too.
  await expect(page.locator('.sheet h2')).toHaveText(name, { timeout: 60_000 })
  await expect(page.locator('.sheet pre')).toBeVisible()
}

test(
  'every sheet has its picture, its conventions and no other, and nothing that is no number',
  { tag: '@once' },
  async ({ page }) => {
    test.setTimeout(400_000) // 103 sheets
    const account = await keepAccount(page)
    const functions = (await nodeEngine()).catalogue()
    const sheet = page.locator('.sheet')
    for (const { id, name, elementWise } of functions) {
      await openSheet(page, id, name.en)
      const figure = sheet.locator(elementWise ? 'activation-curve' : 'activation-rows')
      await expect.poll(async () => (await drawn(figure)).ink, id).toBeGreaterThan(400)
      await expect(sheet.getByRole('button', { name: 'Train with it' })).toBeVisible()
      // Half a formula would be another one.
      expect(await sheet.locator('.formulas').evaluate((box) => box.scrollWidth - box.clientWidth), id).toBe(
        0,
      )
      const keys = await page
        .locator('[data-difference]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['difference'] ?? ''))
      expect(keys.sort(), id).toEqual(keysOf(id).sort())
      // NaN stands only where it is what the matter is about.
      const text = await sheet.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement
        copy.querySelectorAll('[data-difference=nan], .specials').forEach((one) => one.remove())
        return copy.textContent
      })
      expect(text, id).not.toMatch(/NaN|undefined|\[object/)
    }
    expect(functions).toHaveLength(103)
    expect(account).toEqual(cleanAccount)
  },
)

const kinds: Readonly<Record<string, (key: string) => boolean>> = {
  'whole functions': (key) => !/_at_|^nan$|^halves$|^guide_/.test(key),
  'single points': (key) => /_at_/.test(key),
  NaN: (key) => key === 'nan',
  'the halves of a row': (key) => key === 'halves',
  'what a guide prints': (key) => /^guide_/.test(key),
}

for (const [kind, belongs] of Object.entries(kinds))
  test(`each switch shows and states its difference: ${kind}`, { tag: '@once' }, async ({ page }) => {
    test.setTimeout(400_000)
    const account = await keepAccount(page)
    const engine = await nodeEngine()
    for (const info of engine.catalogue()) {
      const keys = keysOf(info.id).filter(belongs)
      if (keys.length > 0) await openSheet(page, info.id, info.name.en)
      for (const key of keys) {
        const difference = page.locator(`[data-difference=${key}]`)
        await difference.scrollIntoViewIfNeeded()
        const expected = CONVENTIONS[key].expected(engine, info.id)
        await expect(difference.getByRole('radio')).toHaveCount(expected.length)
        const seen = new Map<string, number>()
        for (const [k, texts] of expected.entries()) {
          await difference.getByRole('radio').nth(k).check()
          if (k > 0) await expect(page).toHaveURL(new RegExp(`versus=[^&]*${key}:${k + 1}`))
          for (const text of texts) await expect(difference, `${info.id} ${key} ${k}`).toContainText(text)
          // Another statement is another picture.
          const drawn = async () => {
            const now = await picture(difference)
            return now !== 0 && [...seen].every(([before, what]) => before === texts.join() || what !== now)
          }
          await expect.poll(drawn, { message: `${info.id} ${key} ${k}` }).toBe(true)
          seen.set(texts.join(), await picture(difference))
        }
      }
    }
    expect(account).toEqual(cleanAccount)
  })

test(
  'how far autograd is off for softsign is what its arithmetic makes of it',
  { tag: '@once' },
  async ({ page }) => {
    await openSheet(page, 'softsign', 'Softsign')
    const difference = page.locator('[data-difference=softsign_slope]')
    for (const [k, round] of [Number, Math.fround].entries()) {
      await difference.getByRole('radio').nth(k).check()
      const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
      const [, mantissa = '', power = ''] =
        /off by ([\d.]+) × 10⁻([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(
          (await difference.locator('.stated').textContent())?.replace(/\u00a0/g, ' ') ?? '',
        ) ?? []
      const exponent = Number([...power].map((digit) => digits.indexOf(digit)).join(''))
      expect(Number(mantissa) * 10 ** -exponent).toBeCloseTo(autogradError(round), exponent + 1)
    }
  },
)

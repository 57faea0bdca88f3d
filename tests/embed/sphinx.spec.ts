import { expect, test, type Locator } from '@playwright/test'
import { cleanAccount, keepAccount } from '../web/visit'

/** Whether some canvas of the element shows more than one colour. */
const drawn = (element: Locator) =>
  element.locator('canvas').evaluateAll((canvases) =>
    canvases.some((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
      if (!pixels) return false
      const colours = new Uint32Array(pixels.buffer)
      return colours.some((colour) => colour !== colours[0])
    }),
  )

for (const address of ['index.html', 'guide/saturation.html']) {
  test(`the element draws in a Sphinx page: ${address}`, async ({ page }) => {
    const account = await keepAccount(page)
    await page.goto(address)
    const element = page.locator('activation-plot')
    await expect.poll(() => drawn(element)).toBe(true)
    expect(account).toEqual(cleanAccount)
  })
}

test('the page plays in an iframe, with the state that its address names', async ({ page }) => {
  const account = await keepAccount(page)
  await page.goto('index.html')
  await page.locator('iframe').scrollIntoViewIfNeeded()
  const frame = page.frameLocator('iframe')
  const reached = async () =>
    Number((await frame.locator('.step-count:visible').innerText()).replace(/\D/g, ''))
  await expect.poll(reached).toBeGreaterThan(0)
  const before = await reached()
  await expect.poll(reached).toBeGreaterThan(before)
  await expect(frame.locator('activation-joint')).toHaveCount(2)
  expect(account).toEqual(cleanAccount)
})

import { expect, test, type Page } from '@playwright/test'
import { lane, openAt } from './playground'

const cells = (page: Page) => page.locator('.readout tbody tr').first().locator('td').allTextContents()

async function joint(page: Page) {
  const box = await lane(page, 1).locator('activation-joint').boundingBox()
  if (!box) throw new Error('no joint figure')
  const left = box.x + 34
  const width = box.width - 40
  return {
    x: (value: number) => left + ((value + 5) / 10) * width,
    y: box.y + 30,
  }
}

test('hovering one curve reads f and f′ of all lanes', async ({ page }) => {
  await openAt(page, '#step=100')
  const { x, y } = await joint(page)
  await page.mouse.move(x(1), y)
  await expect(page.locator('.readout thead')).toContainText(/At x = (0\.9|1\.0)/)
  const rows = page.locator('.readout tbody tr')
  await expect(rows).toHaveCount(3)
  const [value, slope] = await cells(page)
  const at = Number(/x = ([\d.]+)/.exec((await page.locator('.readout thead').textContent()) ?? '')?.[1])
  const sigmoid = 1 / (1 + Math.exp(-at))
  expect(Math.abs(Number(value) - sigmoid)).toBeLessThan(0.003)
  expect(Math.abs(Number(slope) - sigmoid * (1 - sigmoid))).toBeLessThan(0.003)
})

test('dragging zooms all lanes, a double click goes back', async ({ page, browserName }) => {
  await openAt(page, '#step=100')
  const { x, y } = await joint(page)
  const range = () =>
    page
      .locator('activation-joint')
      .evaluateAll((all) =>
        all.map((element) => (element as unknown as { range: { low: number; high: number } }).range),
      )
  await page.mouse.move(x(-1), y)
  await page.mouse.down()
  await page.mouse.move(x(1), y, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await range())[2].high * 10)).toBe(10)
  // Firefox's remote protocol makes two clicks of a double click.
  if (browserName === 'firefox') await lane(page, 1).locator('activation-joint').dispatchEvent('dblclick')
  else await page.mouse.dblclick(x(0), y)
  await expect.poll(async () => (await range())[1]).toEqual({ low: -5, high: 5 })
})

test('arrow keys trace x and choose a layer', async ({ page }) => {
  await openAt(page, '#step=100')
  await page.locator('.board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.readout thead')).toContainText('x = 0.05')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.locator('.readout thead')).toContainText('x = 0.50')
  await page.keyboard.press('ArrowDown')
  const selected = page
    .locator('activation-joint')
    .evaluateAll((all) =>
      all.map((element) => (element as unknown as { selectedLayer: number | null }).selectedLayer),
    )
  expect(await selected).toEqual([0, 0, 0])
})

test('figures of a layer keep their size, however large they are', async ({ page }) => {
  await openAt(page, '#lanes=relu&data=digits&lr=0.1&step=900')
  const flow = lane(page, 1).locator('activation-flow')
  const layers = await flow.evaluate((element) => {
    const { snapshot } = element as HTMLElement & {
      snapshot: { layers: { mean: number; variance: number }[] } | null
    }
    return snapshot!.layers.map(({ mean, variance }) => ({ mean, variance }))
  })
  expect(Math.max(...layers.map(({ variance }) => variance))).toBeGreaterThan(10)
  const rows = flow.locator('tbody tr')
  await expect(rows).toHaveCount(layers.length)
  for (const [k, { mean, variance }] of layers.entries()) {
    const written = await rows.nth(k).locator('td, th').allTextContents()
    const value = (text: string) => Number(text.replace('−', '-'))
    expect(Math.abs(value(written.at(-1)!) - variance)).toBeLessThanOrEqual(0.006 + 0.04 * variance)
    expect(Math.abs(value(written.at(-2)!) - mean)).toBeLessThanOrEqual(0.006 + 0.06 * Math.abs(mean))
    // Four signs is what a column has room for.
    for (const text of written.slice(-2)) expect(text.trim().length).toBeLessThanOrEqual(4)
  }
})

test('long names stand whole at the ends of the lines', async ({ page }) => {
  await page.addInitScript(() => {
    const written = new Set<string>()
    Object.assign(globalThis, { written })
    const { prototype } = CanvasRenderingContext2D
    const paint = Object.getOwnPropertyDescriptor(prototype, 'fillText')!.value as (
      ...given: unknown[]
    ) => void
    prototype.fillText = function (...given) {
      written.add(given[0])
      paint.apply(this, given)
    }
  })
  await openAt(page, '#lanes=flatten_t_swish,leaky_relu,squareplus,gelu&step=300')
  const written = () => page.evaluate(() => [...(globalThis as unknown as { written: Set<string> }).written])
  await expect.poll(written).toContain('Swish')
  expect((await written()).filter((text) => text.endsWith('…'))).toEqual([])
})

test('a formula is shown whole, smaller where it has to be, or not at all', async ({ page }) => {
  await openAt(page, '#lanes=elu,hard_swish,selu,sigmoid&step=10')
  const cut = await page
    .locator('.formula')
    .evaluateAll((all) => all.map((box) => box.scrollWidth > box.clientWidth))
  expect(cut).toEqual([false, false, false, false])
  await expect(lane(page, 1).locator('.formula')).toBeVisible()
  await expect(lane(page, 4).locator('.name')).toBeVisible()
})

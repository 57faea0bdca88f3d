import { gzipSync } from 'node:zlib'
import { expect, test, type Response } from '@playwright/test'

const allowedKilobytes = 120
const allowedMilliseconds = 300

test('the first view weighs little: page, workers and engine together', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'the same files in every browser')
  const answers = new Map<string, Response>()
  page.on('response', (response) => answers.set(response.url(), response))
  await page.goto('./')
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.waitForTimeout(2000)

  const rows = await Promise.all(
    [...answers].map(async ([url, response]) => {
      const size = gzipSync(await response.body(), { level: 9 }).length
      return {
        file: new URL(url).pathname.replace(/^.*\//, '') || 'index.html',
        size,
      }
    }),
  )
  const total = rows.reduce((sum, { size }) => sum + size, 0)
  for (const { file, size } of rows.toSorted((a, b) => b.size - a.size))
    console.log(`${(size / 1024).toFixed(1).padStart(7)} KB gz  ${file}`)
  console.log(`${(total / 1024).toFixed(1).padStart(7)} KB gz  in all, at most ${allowedKilobytes}`)
  expect(total / 1024).toBeLessThanOrEqual(allowedKilobytes)
})

test('the first curve is on the screen soon after navigation', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'the figure is stated for one browser')
  await page.addInitScript(() => {
    const painted = (canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const pixels = width * height > 0 && canvas.getContext('2d')?.getImageData(0, 0, width, height).data
      return (
        Boolean(pixels) && new Uint32Array((pixels as Uint8ClampedArray).buffer).some((pixel) => pixel !== 0)
      )
    }
    const look = () => {
      const joint = document.querySelector('activation-joint')
      const canvases = [...(joint?.shadowRoot?.querySelectorAll('canvas') ?? [])]
      if (canvases.some(painted)) Object.assign(globalThis, { firstCurve: performance.now() })
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const times: number[] = []
  for (let visit = 0; visit < 5; ++visit) {
    await page.goto('about:blank')
    await page.goto('./')
    const time = await page.waitForFunction(() => (globalThis as { firstCurve?: number }).firstCurve)
    times.push(Number(await time.jsonValue()))
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? NaN
  console.log(
    `first curve after ${times.map((time) => time.toFixed(0)).join(', ')} ms; median ${median.toFixed(0)} ms`,
  )
  expect(median).toBeLessThanOrEqual(allowedMilliseconds)
})

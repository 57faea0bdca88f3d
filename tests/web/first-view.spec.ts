import { gzipSync } from 'node:zlib'
import { expect, test, type Response } from '@playwright/test'

const allowedKilobytes = 120

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
  console.log(`${(total / 1024).toFixed(2).padStart(7)} KB gz  in all, at most ${allowedKilobytes}`)
  expect(total / 1024).toBeLessThanOrEqual(allowedKilobytes)
})

// Drawing never waits for training. Measured in Chromium by the browser's own account of the page's thread
// (Performance.getMetrics, ScriptDuration) in thread ticks: processor time, so that workers and other programs on the
// same cores do not count. Divided by the animation frames of the same span.

import { expect, test } from '@playwright/test'
import { digest, open } from './playground'

const allowedMilliseconds = 4
const span = 5000

for (const speed of ['full', '10'])
  test(`four lanes at speed ${speed}: the page's thread runs little script a frame`, async ({
    page,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'the measurement is Chromium’s own')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const scriptSeconds = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN
    }
    await open(page, `#lanes=sigmoid,tanh,relu,gelu&speed=${speed}`)
    await expect.poll(() => digest(page)).toMatch(/^[1-9]\d+:/)
    await page.waitForTimeout(1500)
    const before = await scriptSeconds()
    const frames = await page.evaluate(
      (milliseconds) =>
        new Promise<number>((resolve) => {
          let count = 0
          const end = performance.now() + milliseconds
          const tick = () => {
            count += 1
            if (performance.now() < end) requestAnimationFrame(tick)
            else resolve(count)
          }
          requestAnimationFrame(tick)
        }),
      span,
    )
    const milliseconds = ((await scriptSeconds()) - before) * 1000
    console.log(
      `speed ${speed}: ${(milliseconds / frames).toFixed(2)} ms of script a frame, ${frames} frames`,
    )
    expect(milliseconds / frames).toBeLessThan(allowedMilliseconds)
  })

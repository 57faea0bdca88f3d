// What the page costs here, in headless Chromium with a strict Content-Security-Policy:
//   - its first view in KB gz (every answer that arrives before the page has played for two seconds);
//   - the time from navigation to the first curve on the screen, on a first and on a second visit;
//   - script on the page's thread per animation frame while four lanes play at full speed.
//
// Script is counted by the browser itself (Performance.getMetrics, ScriptDuration) in thread ticks, that is processor
// time of that thread: what the four workers and other programs do on the same cores does not count. It is divided by
// the animation frames of the same quarter of a second; the figure is the median of these spans, and the 95th of 100.
//
// Usage: page.mjs (after build-scripts/build.sh)

import { mkdir, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { fromTop, siteFolder } from '../tools/layout.mjs'
import { launchChromium, whileServing } from './chromium.mjs'
import { median, quantile } from './figures.mjs'

const visits = 11
const spans = 40
const spanMilliseconds = 250
const port = 8097
const address = `http://127.0.0.1:${port}/`

/** @param {string} figure @param {number[]} values @param {number} decimals @param {number} limit */
const row = (figure, values, decimals, limit) => ({
  figure,
  median: Number(median(values).toFixed(decimals)),
  'of 100, the 95th': Number(quantile(values, 0.95).toFixed(decimals)),
  limit,
})

const kilobytes = (/** @type {number} */ bytes) => Math.round(bytes / 102.4) / 10

/** @param {import('playwright-core').Browser} browser */
async function weigh(browser) {
  const page = await browser.newPage()
  /** @type {Promise<{ file: string, bytes: number }>[]} */
  const answers = []
  page.on('response', (response) =>
    answers.push(
      response.body().then((body) => ({
        file: new URL(response.url()).pathname.replace(/^.*\//, '') || 'index.html',
        bytes: gzipSync(body, { level: 9 }).length,
      })),
    ),
  )
  await page.goto(address)
  await page.waitForTimeout(2000)
  const files = new Map((await Promise.all(answers)).map(({ file, bytes }) => [file, bytes]))
  await page.close()
  return [...files]
    .map(([file, bytes]) => ({ file, 'KB gz': kilobytes(bytes) }))
    .sort((a, b) => b['KB gz'] - a['KB gz'])
}

/**
 * Runs in the page before its own scripts: notes when the first joint figure's still canvas holds its curve. One column
 * of pixels is read a frame, for reading a canvas back takes time itself.
 */
function watchForCurve() {
  const look = () => {
    const canvas = document.querySelector('activation-joint')?.shadowRoot?.querySelector('canvas')
    if (canvas && canvas.width * canvas.height > 0) {
      const column = canvas.getContext('2d')?.getImageData(canvas.width >> 1, 0, 1, canvas.height).data
      if (column?.some((value) => value !== 0)) {
        Object.assign(globalThis, { firstCurve: performance.now() })
        return
      }
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * A first visit, with an empty cache in a new process, and a second one.
 * @param {import('playwright-core').Browser} browser
 */
async function firstCurve(browser) {
  /** @type {{ first: number[], again: number[] }} */
  const times = { first: [], again: [] }
  for (let visit = 0; visit < visits; ++visit) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript(watchForCurve)
    for (const list of [times.first, times.again]) {
      await page.goto('about:blank')
      await page.goto(address)
      const time = await page.waitForFunction(
        () => /** @type {{ firstCurve?: number }} */ (globalThis).firstCurve,
      )
      list.push(Number(await time.jsonValue()))
    }
    await context.close()
  }
  return times
}

/** @param {import('playwright-core').Browser} browser */
async function scriptPerFrame(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000
  }
  await page.addInitScript(() => {
    const count = () => {
      const seen = /** @type {{ drawnFrames?: number }} */ (globalThis)
      seen.drawnFrames = (seen.drawnFrames ?? 0) + 1
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  await page.goto(`${address}#lanes=sigmoid,tanh,relu,gelu&speed=full`)
  await page.waitForTimeout(3000)
  const perFrame = []
  const frames = () =>
    page.evaluate(() => Number(/** @type {{ drawnFrames?: number }} */ (globalThis).drawnFrames))
  for (let span = 0; span < spans; ++span) {
    const [scriptBefore, framesBefore] = [await script(), await frames()]
    await page.waitForTimeout(spanMilliseconds)
    const passed = (await frames()) - framesBefore
    if (passed > 0) perFrame.push(((await script()) - scriptBefore) / passed)
  }
  await page.close()
  return perFrame
}

/** @param {import('playwright-core').Browser} browser */
async function measure(browser) {
  const weight = await weigh(browser)
  const curve = await firstCurve(browser)
  const script = await scriptPerFrame(browser)

  const total = Math.round(weight.reduce((sum, row) => sum + row['KB gz'], 0) * 10) / 10
  console.table([...weight, { file: 'first view, at most 120', 'KB gz': total }])
  console.table([
    row('first curve, ms after navigation, first visit', curve.first, 0, 300),
    row('first curve, ms after navigation, second visit', curve.again, 0, 300),
    row('script a frame, ms, four lanes at full speed', script, 2, 4),
  ])
  await mkdir(fromTop('build/bench'), { recursive: true })
  await writeFile(
    fromTop('build/bench/page.json'),
    JSON.stringify({ weight, total, firstCurve: curve, scriptPerFrame: script }, null, 1),
  )
}

const browser = await launchChromium()
try {
  await whileServing(siteFolder, port, ['--strict'], () => measure(browser))
} finally {
  await browser.close()
}

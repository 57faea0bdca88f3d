// The depth and width sweep as a picture: nanoseconds a sample and parameter over the width, a line a depth.
import { fromTop } from '../../tools/layout.mjs'
import { launchChromium } from '../chromium.mjs'
import { depths, widths } from './sweep.mjs'

const uplot = (/** @type {string} */ file) => fromTop(`web/node_modules/uplot/dist/${file}`)

/** Inside the page. @param {{ x: number[], lines: { label: string, y: number[] }[], limit: (number | null)[] }} data */
function draw({ x, lines, limit }) {
  const { uPlot, document } = /** @type {any} */ (globalThis)
  const shade = (/** @type {number} */ k) => `hsl(215 70% ${70 - (50 * k) / (lines.length - 1)}%)`
  const axis = { grid: { stroke: '#ddd' }, ticks: { stroke: '#ddd' } }
  new uPlot(
    {
      title: 'ns a sample and parameter, by width and depth, batch 64',
      width: 900,
      height: 520,
      legend: { live: false },
      scales: { x: { time: false, distr: 3, log: 2 }, y: { distr: 3, log: 10 } },
      axes: [
        { ...axis, label: 'width' },
        { ...axis, label: 'ns', size: 70 },
      ],
      series: [
        { label: 'width' },
        ...lines.map(({ label }, k) => ({ label, stroke: shade(k), width: 2 })),
        { label: 'limit', stroke: '#b00', width: 1, dash: [6, 4], points: { show: false } },
      ],
    },
    [x, ...lines.map(({ y }) => y), limit],
    document.body,
  )
}

/**
 * @param {{ depth: number, width: number, nanoseconds: number }[]} results
 * @param {number} limit of all widths from 16 on
 * @param {string} file a PNG
 */
export async function plotSweep(results, limit, file) {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 920, height: 640 } })
    await page.addStyleTag({ path: uplot('uPlot.min.css') })
    await page.addScriptTag({ path: uplot('uPlot.iife.min.js') })
    const of = (/** @type {number} */ depth, /** @type {number} */ width) =>
      results.find((entry) => entry.depth === depth && entry.width === width)?.nanoseconds ?? NaN
    await page.evaluate(draw, {
      x: widths,
      lines: depths.map((depth) => ({ label: `depth ${depth}`, y: widths.map((width) => of(depth, width)) })),
      limit: widths.map((width) => (width < 16 ? null : limit)),
    })
    await page.screenshot({ path: file })
  } finally {
    await browser.close()
  }
}

// A benchmark that runs in a page: <name>/page.mjs, which leaves its function as globalThis.runBenchmark, beside the
// package's engine, in headless Chromium.

import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import { fromTop, packageFolder } from '../tools/layout.mjs'
import { launchChromium, whileServing } from './chromium.mjs'

const start = `import { loadEngine } from './index.js'
import './page.js'
globalThis.engine = await loadEngine()
`
const document =
  '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="start.js"></script>\n'

/** @param {string} name @param {Readonly<Record<string, string>>} files by their place in the page's folder */
async function makeFolder(name, files) {
  const folder = fromTop(`build/bench/${name}`)
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [fromTop(`web/bench/${name}/page.mjs`)],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    logLevel: 'error',
  })
  const engine = ['index.js', 'engine.wasm'].map((file) => [file, join(packageFolder, file)])
  for (const [place = '', source = ''] of [...engine, ...Object.entries(files)]) {
    await mkdir(join(folder, dirname(place)), { recursive: true })
    await copyFile(source, join(folder, place))
  }
  await writeFile(join(folder, 'start.js'), start)
  await writeFile(join(folder, 'index.html'), document)
  return folder
}

/** Files of npm packages of web/bench, to stand in a folder. @param {string} folder @param {string[]} paths */
export const peerFiles = (folder, paths) =>
  Object.fromEntries(
    paths.map((path) => [`${folder}/${basename(path)}`, fromTop(`web/bench/node_modules/${path}`)]),
  )

/**
 * @template Results
 * @param {object} benchmark
 * @param {string} benchmark.name its folder
 * @param {number} benchmark.port
 * @param {Readonly<Record<string, string>>} benchmark.files what the page asks for, by its place beside it
 * @param {object} benchmark.options of the page's function
 * @returns {Promise<{ results: Results, version: string }>} version: the browser's
 */
export async function measureInPage({ name, port, files, options }) {
  const folder = await makeFolder(name, files)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    page.on('pageerror', (error) => console.error(error.message))
    return await whileServing(folder, port, [], async (address) => {
      await page.goto(address)
      await page.waitForFunction(() => 'engine' in globalThis)
      const results = await page.evaluate((options) => {
        const { engine, runBenchmark } = /** @type {any} */ (globalThis)
        return runBenchmark(engine, options)
      }, options)
      return { results, version: browser.version() }
    })
  } finally {
    await browser.close()
  }
}

// A folder in headless Chromium: what the benchmarks that run in a page share.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium } from 'playwright-core'
import { fromTop } from '../tools/layout.mjs'

/** @returns {Promise<import('playwright-core').Browser>} */
export const launchChromium = () =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/**
 * Serves the folder while `body` runs.
 * @template T @param {string} folder @param {number} port @param {string[]} options of web/tools/serve.mjs
 * @param {(address: string) => Promise<T>} body
 */
export async function whileServing(folder, port, options, body) {
  const server = spawn(process.execPath, [
    fromTop('web/tools/serve.mjs'),
    ...options,
    '--port',
    String(port),
    folder,
  ])
  try {
    await Promise.race([
      once(server.stdout, 'data'),
      once(server, 'exit').then(() => Promise.reject(new Error(`port ${port} is in use`))),
    ])
    return await body(`http://127.0.0.1:${port}/`)
  } finally {
    server.kill()
  }
}

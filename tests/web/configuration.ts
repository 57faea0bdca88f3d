// What all browser tests share: the two browsers of the system, and a server with the headers of a strict host.

import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'

export interface Served {
  /** Name of the suite: results go to build/tests/<name>. */
  name: string
  testDir: string
  port: number
  /** Folder served, and the sub-path it is found under. */
  folder: string
  mount: string
}

export function browserTests({ name, testDir, port, folder, mount }: Served): PlaywrightTestConfig {
  const results = resolve(__dirname, '../../build/tests', name)
  // Firefox insists on a home that it may write to; a profile of the user is not touched.
  const home = resolve(results, 'home')
  mkdirSync(home, { recursive: true })
  const address = `http://127.0.0.1:${port}${mount}`
  return defineConfig({
    testDir,
    outputDir: resolve(results, 'artifacts'),
    // Two browsers on two cores: more workers would only make timing noisy.
    workers: process.env['PLAYWRIGHT_WORKERS'] ? Number(process.env['PLAYWRIGHT_WORKERS']) : 2,
    fullyParallel: true,
    forbidOnly: Boolean(process.env['CI']),
    timeout: 60_000,
    expect: { timeout: 15_000 },
    reporter: [['list']],
    use: {
      baseURL: address,
      locale: 'en-US',
      viewport: { width: 1440, height: 900 },
    },
    projects: [
      {
        name: 'chromium',
        use: {
          browserName: 'chromium',
          launchOptions: {
            executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
            args: [
              '--no-sandbox',
              '--disable-gpu',
              '--disable-background-networking',
              '--disable-component-update',
              '--disable-sync',
              '--no-first-run',
            ],
          },
        },
      },
      {
        name: 'firefox',
        // What asks for numbers and words of a hundred functions finds in a second browser what it found in the first.
        grepInvert: /@once/,
        use: {
          browserName: 'firefox',
          channel: 'moz-firefox',
          launchOptions: {
            executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
            env: { ...environment(), HOME: home },
          },
        },
      },
    ],
    webServer: {
      command: `"${process.execPath}" "${resolve(__dirname, '../../web/tools/serve.mjs')}" --port ${port} --mount ${mount} --strict "${folder}"`,
      url: address,
      reuseExistingServer: false,
      stdout: 'ignore',
      stderr: 'pipe',
    },
  })
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )

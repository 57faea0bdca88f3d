// The sweep as a reader meets it.

import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from './visit'

export async function openSweep(page: Page, address = ''): Promise<void> {
  await visit(page, `#sweep${address}`)
  await expect(page.locator('.sweep .progress')).toBeVisible()
}

/** All its networks are trained. */
export async function trained(page: Page, networks: number): Promise<void> {
  const text = new RegExp(`Networks: ${networks} of ${networks}|网络：${networks} / ${networks}`)
  await expect(page.locator('.progress')).toContainText(text, { timeout: 40_000 })
}

export const row = (page: Page, id: string): Locator => page.locator(`tr[data-function="${id}"]`)

export const cell = (page: Page, id: string, column: number): Locator =>
  row(page, id).locator('td').nth(column)

export const heads = (page: Page): Promise<string[]> =>
  page.locator('.results thead th[scope=col]').allTextContents()

/** How many networks are trained; once it stands still, if it does. */
export async function countOf(page: Page): Promise<number> {
  const read = async () =>
    Number(/Networks: (\d+)/.exec((await page.locator('.progress').textContent()) ?? '')?.[1])
  let before = await read()
  // What is drawn follows a little behind.
  for (let tries = 0; tries < 10; tries++) {
    await page.waitForTimeout(200)
    const now = await read()
    if (now === before) break
    before = now
  }
  return before
}

/** What begins by itself follows from the number of cores. Call before the page is opened. */
export const withTwoCores = (page: Page): Promise<unknown> =>
  page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 }))

// The sweep as a reader meets it.

import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from './visit'

export async function openSweep(page: Page, address = ''): Promise<void> {
  await visit(page, `#sweep${address}`)
  await expect(page.locator('.sweep .progress')).toBeVisible()
}

/** All its networks are trained. */
export async function trained(page: Page, networks: number): Promise<void> {
  const text = new RegExp(`${networks} of ${networks} networks|${networks} / ${networks} 个网络`)
  await expect(page.locator('.progress')).toContainText(text, { timeout: 40_000 })
}

export const row = (page: Page, id: string): Locator => page.locator(`tr[data-function="${id}"]`)

export const cell = (page: Page, id: string, column: number): Locator =>
  row(page, id).locator('td').nth(column)

export const heads = (page: Page): Promise<string[]> =>
  page.locator('.results thead th[scope=col]').allTextContents()

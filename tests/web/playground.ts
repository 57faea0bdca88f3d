// The page as a reader meets it: opening a state, waiting for a step, reading what stands in the lanes.

import { expect, type Locator, type Page } from '@playwright/test'
import { visit } from './visit'

interface Playground extends HTMLElement {
  digest(): Promise<string>
}

/** Opens an address of the page; without `step=` it plays. */
export async function open(page: Page, hash = ''): Promise<void> {
  await visit(page, hash)
  await expect(page.locator('playground-lane, .empty-slot').first()).toBeVisible()
}

/** Opens a paused state and waits until every lane stands at its step. */
export async function openAt(page: Page, hash: string): Promise<void> {
  await open(page, hash)
  const step = Number(/step=(\d+)/.exec(hash)?.[1] ?? 0)
  await caughtUp(page, step)
}

export async function caughtUp(page: Page, step: number): Promise<void> {
  await expect
    .poll(() => digest(page), { timeout: 30_000 })
    .toMatch(new RegExp(`^(((${step}:[0-9a-f]{8})|-)( |$))+$`))
}

export const digest = (page: Page): Promise<string> =>
  page.locator('playground-page').evaluate((element) => (element as Playground).digest())

export const step = async (page: Page): Promise<number> =>
  Number((await page.locator('.step-count:visible').textContent())?.replace(/,/g, ''))

export const lane = (page: Page, slot: number): Locator => page.locator(`#lane-${slot}`)

export const play = (page: Page): Locator => page.locator('button.play:visible')

export async function pause(page: Page): Promise<void> {
  await play(page).click()
  await expect(play(page)).toHaveAccessibleName('Play')
}

// The catalogue as a reader meets it, and the engine that it has to agree with: the package's own, in Node.

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'
import type { ActivationInfo, Engine, Properties } from '../../web/engine/types'
import { visit } from './visit'

const packageEntry = pathToFileURL(resolve(__dirname, '../../build/package/index.js')).href

export async function nodeEngine(): Promise<Engine> {
  const { loadEngine } = (await import(packageEntry)) as { loadEngine: () => Promise<Engine> }
  return loadEngine()
}

export interface Known {
  info: ActivationInfo
  /** Null where there is no curve. */
  properties: Properties | null
}

export function knownFunctions(engine: Engine): Known[] {
  return engine.catalogue().map((info) => {
    try {
      return { info, properties: engine.properties(info.id) }
    } catch {
      return { info, properties: null }
    }
  })
}

export const cards = (page: Page): Locator => page.locator('.card')

export const shownIds = (page: Page): Promise<string[]> =>
  cards(page).evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset['id'] ?? ''))

/** Waits until the open sheet has so many costs, all of them measured. */
export async function everyCost(page: Page, count: number): Promise<void> {
  const costs = page.locator('.sheet .cost b')
  await expect(costs).toHaveText(Array<RegExp>(count).fill(/^[\d.]+ ns$/), { timeout: 30_000 })
}

/** Opens the catalogue and waits until everything is measured. */
export async function openCatalogue(page: Page, parts = ''): Promise<void> {
  await visit(page, `#catalogue${parts}`)
  await measuredAll(page)
}

export async function measuredAll(page: Page): Promise<void> {
  await expect(page.locator('.middle[aria-busy=false]')).toBeAttached({ timeout: 30_000 })
}

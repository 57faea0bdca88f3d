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

/** Opens the catalogue and waits until its list stands. */
export async function openCatalogue(page: Page, parts = ''): Promise<void> {
  await visit(page, `#catalogue${parts}`)
  await catalogueStands(page)
}

export async function catalogueStands(page: Page): Promise<void> {
  await expect(page.locator('.middle :is(.card, .row-link, .no-card)').first()).toBeAttached()
}

/** Pixels of the figure's own drawing that are not empty, and a number that another drawing would not have. */
export const drawn = (of: Locator): Promise<{ ink: number; mark: number }> =>
  of.evaluate((element) => {
    const canvas = element.shadowRoot!.querySelector('canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let ink = 0
    let mark = 0
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] > 200 && data[i - 1] < 80) ink++
      mark = (mark * 31 + data[i]) | 0
    }
    return { ink, mark }
  })

// The specs that a page sends to its lanes' workers, as they go over Comlink.

import { expect, type Page } from '@playwright/test'

export type Spec = Record<string, unknown> & { layers: Record<string, unknown>[] }

/** Call before the page is opened. */
export async function keepSpecs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: unknown[] = []
    Object.assign(window, { keptSpecs: kept })
    window.Worker = class extends Worker {
      override postMessage(message: unknown, more?: StructuredSerializeOptions | Transferable[]): void {
        const { path, argumentList } = message as { path?: string[]; argumentList?: { value: unknown }[] }
        if (path?.[0] === 'configure') kept.push((argumentList?.[1]?.value as { spec: unknown }).spec)
        super.postMessage(message, more as StructuredSerializeOptions)
      }
    }
  })
}

/** Of the lanes, in the order in which they were set up, the newest last. */
export async function lastSpec(page: Page): Promise<Spec> {
  const read = () => page.evaluate(() => (window as unknown as { keptSpecs: Spec[] }).keptSpecs.at(-1))
  await expect.poll(read).toBeTruthy()
  return (await read()) as Spec
}

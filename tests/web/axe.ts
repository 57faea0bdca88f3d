// What axe finds against a page, or against a part of it.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export interface Violation {
  id: string
  targets: unknown[]
}

/** `part`: a selector; what stands around it has been read before. */
export async function violations(page: Page, part?: string): Promise<Violation[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))
}

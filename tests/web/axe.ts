// What axe finds against a page.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Violation {
  id: string
  targets: unknown[]
}

export async function violations(page: Page): Promise<Violation[]> {
  // Of the page itself, without what passes: to carry that, and to look into frames, takes four times as long as to look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))
}

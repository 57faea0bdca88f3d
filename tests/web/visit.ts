// Opening an address and keeping account of what a strict host would not forgive.

import type { Page } from '@playwright/test'

/**
 * Opens an address of the page, `#...` or none. Where the page is open already, as a link in it would: of a way within a page
 * that corrects its address at once, Firefox, as it is driven here, may not tell the end.
 */
export async function visit(page: Page, hash: string): Promise<void> {
  if (hash === '' || page.url() === 'about:blank') await page.goto(`./${hash}`)
  else await page.evaluate(follow, hash)
}

/** In the page: until it has heard of its new address. */
function follow(hash: string): Promise<void> {
  return new Promise((resolve) => {
    const { href } = location
    addEventListener('hashchange', () => setTimeout(resolve), { once: true })
    location.hash = hash
    if (location.href === href) resolve()
  })
}

export interface Account {
  /** Console errors and uncaught exceptions. */
  errors: string[]
  /** Directives that were violated, with what was blocked. */
  violations: string[]
  /** Requests that left the page's own origin, and answers that were not a success. */
  foreign: string[]
  failed: string[]
}

/** Call before the page is opened; the lists fill while it lives, in its iframes too. */
export async function keepAccount(page: Page): Promise<Account> {
  const account: Account = {
    errors: [],
    violations: [],
    foreign: [],
    failed: [],
  }
  await page.exposeFunction('reportViolation', (text: string) => account.violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
      report(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  page.on('console', (message) => {
    if (message.type() === 'error') account.errors.push(message.text())
  })
  page.on('pageerror', (error) => account.errors.push(String(error)))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'blob:' && hostname !== '127.0.0.1') account.foreign.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) account.failed.push(`${response.status()} ${response.url()}`)
  })
  return account
}

export const cleanAccount: Account = {
  errors: [],
  violations: [],
  foreign: [],
  failed: [],
}

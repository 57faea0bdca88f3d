// Texts to copy: a tab each, the lines, and a button that copies them.

import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'

export interface CopyTab<Key extends string> {
  key: Key
  name: string
  text: string
}

const FOR_A_WHILE = 4000

export class CopyTabs implements ReactiveController {
  private said: 'copied' | 'copyFailed' | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Of the elements' ids: a page may hold several of these. */
    private readonly prefix: string,
  ) {
    host.addController(this)
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.reset()
  }

  reset(): void {
    clearTimeout(this.timer)
    this.said = null
  }

  /** @param label What the tabs are of, and what their lines are. */
  render<Key extends string>(
    tabs: readonly CopyTab<Key>[],
    chosen: CopyTab<Key>,
    label: { tabs: string; lines: string },
    words: CatalogueWords,
    choose: (key: Key) => void,
  ): TemplateResult {
    const { prefix } = this
    const pick = (next: Key) => {
      this.reset()
      choose(next)
    }
    const step = (event: KeyboardEvent): void => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      const next = tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length]
      pick(next.key)
      const list = event.currentTarget as HTMLElement
      list.querySelector<HTMLElement>(`#${prefix}-${next.key}`)?.focus()
    }
    return html`<div class="tabs" role="tablist" aria-label=${label.tabs} @keydown=${step}>
        ${tabs.map(
          (tab) =>
            html`<button
              role="tab"
              id=${`${prefix}-${tab.key}`}
              aria-selected=${tab === chosen}
              aria-controls=${`${prefix}-lines`}
              tabindex=${tab === chosen ? 0 : -1}
              @click=${() => pick(tab.key)}
            >
              ${tab.name}
            </button>`,
        )}
      </div>
      <div id=${`${prefix}-lines`} role="tabpanel" aria-labelledby=${`${prefix}-${chosen.key}`}>
        <pre
          tabindex="0"
          aria-label=${`${label.lines}: ${chosen.name}`}
          role="group"
        ><code>${chosen.text}</code></pre>
        <div class="copying">
          <button class="button copy" @click=${() => this.copy(chosen.text)}>${words.sheet.copy}</button>
          <span role="status">${this.said ? words.sheet[this.said] : ''}</span>
        </div>
      </div>`
  }

  private async copy(text: string): Promise<void> {
    this.reset()
    try {
      await navigator.clipboard.writeText(text)
      this.said = 'copied'
    } catch {
      this.said = 'copyFailed'
    }
    this.host.requestUpdate()
    this.timer = setTimeout(() => {
      this.said = null
      this.host.requestUpdate()
    }, FOR_A_WHILE)
  }
}

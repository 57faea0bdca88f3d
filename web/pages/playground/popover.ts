// A panel that hangs below the word that opened it, or stands at the foot of a phone. Takes the focus and gives it
// back; Escape or a click elsewhere closes it.

import { html, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { LightElement } from './light-element.js'
import { adoptSheet } from './adopt-sheet.js'
import popoverStyles from './popover.css?inline'

adoptSheet(popoverStyles)

const GAP = 6
const EDGE = 12
/** What takes the focus, the first that there is: the search, the way out of a sheet, the choice that stands. */
const FIRST_FOCUS = ['[role=combobox]', '.sheet-head button', ':checked', 'input, button, a']
const PHONE = '(max-width: 720px)'

export abstract class Popover extends LightElement {
  @property({ attribute: false }) anchor: HTMLElement | null = null

  private readonly ending = new AbortController()

  protected abstract content(): TemplateResult

  override connectedCallback(): void {
    super.connectedCallback()
    const { signal } = this.ending
    document.addEventListener(
      'pointerdown',
      (event) => {
        const path = event.composedPath()
        if (!path.includes(this) && !(this.anchor && path.includes(this.anchor))) this.close(false)
      },
      { signal },
    )
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      this.close(true)
    })
    this.addEventListener('focusout', (event) => {
      const next = event.relatedTarget as Node | null
      if (next && !this.contains(next) && next !== this.anchor) this.close(false)
    })
    window.addEventListener('resize', () => this.place(), { signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ending.abort()
  }

  protected override render(): TemplateResult {
    return this.content()
  }

  protected override firstUpdated(): void {
    this.place()
    for (const wanted of FIRST_FOCUS) {
      const found = this.querySelector<HTMLElement>(wanted)
      if (found) return found.focus()
    }
  }

  close(giveBack: boolean): void {
    this.dispatchEvent(new CustomEvent('popover-close'))
    if (giveBack) this.anchor?.focus()
  }

  private place(): void {
    const panel = this.querySelector<HTMLElement>('.popover')
    if (!panel) return
    if (matchMedia(PHONE).matches || !this.anchor) {
      panel.style.removeProperty('left')
      panel.style.removeProperty('top')
      panel.style.removeProperty('--top')
      return
    }
    panel.style.removeProperty('--top')
    const anchor = this.anchor.getBoundingClientRect()
    const { width, height } = panel.getBoundingClientRect()
    const left = Math.max(EDGE, Math.min(anchor.left - 2, innerWidth - width - EDGE))
    const below = anchor.bottom + GAP
    const room = innerHeight - EDGE - below
    // What is long scrolls below a word in the upper half; elsewhere it moves up.
    const top = height <= room || room > innerHeight / 2 ? below : Math.max(EDGE, innerHeight - height - EDGE)
    panel.style.left = `${left}px`
    panel.style.top = `${top}px`
    panel.style.setProperty('--top', `${top}px`)
  }
}

/** Panel frame that screen readers know as a dialogue. */
export function panel(label: string, content: TemplateResult, extra = ''): TemplateResult {
  return html`<div class="popover ${extra}" role="dialog" aria-label=${label}>${content}</div>`
}

// A number underlined with dots: drag it sideways, use the arrow keys, or type another one.

import { html, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { LightElement } from './light-element.js'
import { adoptSheet } from './adopt-sheet.js'
import fieldsStyles from './fields.css?inline'

adoptSheet(fieldsStyles)

/** Pixels of dragging for one step. */
const PIXELS = 4

export class ScrubNumber extends LightElement {
  @property({ attribute: false }) value = 0
  @property({ attribute: false }) label = ''
  /** The value some steps away, and the nearest valid value to one typed. */
  @property({ attribute: false }) move: (value: number, steps: number) => number = (value, steps) =>
    value + steps
  @property({ attribute: false }) nearest: (value: number) => number = (value) => value
  @property({ attribute: false }) min = 0
  @property({ attribute: false }) max = 1

  private start: { x: number; value: number } | null = null
  private dragged = false

  private get input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value') && document.activeElement !== this.input)
      this.input.value = this.text(this.value)
  }

  protected override render(): TemplateResult {
    return html`<input
      class="scrub"
      type="text"
      inputmode="decimal"
      role="spinbutton"
      autocomplete="off"
      aria-label=${this.label}
      aria-valuenow=${this.value}
      aria-valuemin=${this.min}
      aria-valuemax=${this.max}
      @pointerdown=${this.down}
      @pointermove=${this.drag}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @keydown=${this.key}
      @change=${this.typed}
      @blur=${this.typed}
    />`
  }

  private text(value: number): string {
    return String(value).replace('-', '−')
  }

  private set(value: number): void {
    const next = this.nearest(value)
    this.input.value = this.text(next)
    if (next === this.value) return
    this.value = next
    this.dispatchEvent(new CustomEvent<number>('value-changed', { detail: next }))
  }

  private down = (event: PointerEvent): void => {
    if (document.activeElement === this.input || event.button !== 0) return
    event.preventDefault()
    this.start = { x: event.clientX, value: this.value }
    this.dragged = false
    this.input.setPointerCapture(event.pointerId)
  }

  private drag = (event: PointerEvent): void => {
    if (!this.start) return
    const steps = Math.trunc((event.clientX - this.start.x) / PIXELS)
    if (steps !== 0) this.dragged = true
    if (this.dragged) this.set(this.move(this.start.value, steps))
  }

  private up = (): void => {
    if (this.start && !this.dragged) {
      this.input.focus()
      this.input.select()
    }
    this.start = null
  }

  private key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.typed()
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
    if (steps === undefined) return
    event.preventDefault()
    this.set(this.move(this.value, steps))
  }

  private typed = (): void => {
    const value = Number(this.input.value.replace('−', '-').replace(',', '.'))
    this.set(Number.isFinite(value) && this.input.value.trim() !== '' ? value : this.value)
  }
}

customElements.define('scrub-number', ScrubNumber)

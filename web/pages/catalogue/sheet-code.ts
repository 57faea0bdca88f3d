// The function in other people's libraries and in ours: a tab each, the lines, and a button that copies them.

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ActivationInfo, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { CODE_NAMES, codesOf, snippet, type Code } from './snippets.js'

const FOR_A_WHILE = 4000

export class CodeSection implements ReactiveController {
  private said: 'copied' | 'copyFailed' | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly host: ReactiveControllerHost) {
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

  render(
    info: ActivationInfo,
    parameters: Parameters,
    wanted: Code | null,
    words: CatalogueWords,
    choose: (code: Code) => void,
  ): TemplateResult {
    const codes = codesOf(info)
    const code = wanted && codes.includes(wanted) ? wanted : codes[0]
    const text = snippet(info, code, parameters)
    const pick = (next: Code) => {
      this.reset()
      choose(next)
    }
    return html`<section class="code">
      <h3>${words.sheet.frameworks}</h3>
      ${codes.length === 1 ? html`<p class="note">${words.sheet.noFramework}</p>` : nothing}
      <div
        class="tabs"
        role="tablist"
        aria-label=${words.sheet.frameworks}
        @keydown=${onArrows(codes, code, pick)}
      >
        ${codes.map(
          (one) =>
            html`<button
              role="tab"
              id=${`tab-${one}`}
              aria-selected=${one === code}
              aria-controls="snippet"
              tabindex=${one === code ? 0 : -1}
              @click=${() => pick(one)}
            >
              ${CODE_NAMES[one]}
            </button>`,
        )}
      </div>
      <div id="snippet" role="tabpanel" aria-labelledby=${`tab-${code}`}>
        <pre
          tabindex="0"
          aria-label=${`${words.sheet.code}: ${CODE_NAMES[code]}`}
          role="group"
        ><code>${text}</code></pre>
        <div class="copying">
          <button class="button copy" @click=${() => this.copy(text)}>${words.sheet.copy}</button>
          <span role="status">${this.said ? words.sheet[this.said] : ''}</span>
        </div>
      </div>
    </section>`
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

const onArrows =
  (codes: readonly Code[], code: Code, choose: (code: Code) => void) =>
  (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = codes[(codes.indexOf(code) + step + codes.length) % codes.length]
    choose(next)
    const list = event.currentTarget as HTMLElement
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }

// How far the kernels are from the exact value: measured here at the parameters of the moment, published at the
// defaults, and at most.

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import '../../elements/activation-error.js'
import { worstOf, type ErrorSamples } from '../../elements/activation-error.js'
import { figures, integer, short } from '../../elements/format.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { accuracyOf, type MeasuredError } from './accuracy.js'
import { INPUTS, measureErrors, RANGE, type KernelErrors } from './kernel-errors.js'

/** A slider that moves asks for nothing. */
const RESTING = 250

type Part = 'value' | 'slope'

interface SheetHost extends ReactiveControllerHost {
  readonly engine: Engine
  readonly isConnected: boolean
}

export class AccuracySection implements ReactiveController {
  private errors: KernelErrors | null = null
  /** What the figure is given: the same object until there is more to draw. */
  private samples: ErrorSamples | null = null
  private failed = false
  private part: Part = 'value'
  private ending = new AbortController()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly host: SheetHost) {
    host.addController(this)
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.stop()
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.ending.abort()
  }

  /** Measures anew. */
  show(info: ActivationInfo, parameters: Parameters): void {
    this.stop()
    this.failed = false
    this.take(null, this.part)
    if (info.elementWise) this.timer = setTimeout(() => void this.measure(info, parameters), RESTING)
  }

  private async measure(info: ActivationInfo, parameters: Parameters): Promise<void> {
    const { host } = this
    this.ending = new AbortController()
    const { signal } = this.ending
    const tell = (errors: KernelErrors) => this.take(errors, this.part)
    try {
      await measureErrors(host.engine, info, parameters, tell, signal)
    } catch {
      if (signal.aborted) return
      this.failed = true
      host.requestUpdate()
    }
  }

  private take(errors: KernelErrors | null, part: Part): void {
    this.errors = errors
    this.part = part
    this.samples = errors && { range: RANGE, x: errors.x, error: errors[part], count: errors.count }
    this.host.requestUpdate()
  }

  render(info: ActivationInfo, words: CatalogueWords, table: string): TemplateResult {
    const { sheet } = words
    return html`<section class="accuracy">
      <h3>${sheet.accuracy} <span role="status">${this.stated(info, words)}</span></h3>
      ${info.elementWise && !this.failed ? this.figure(words) : nothing} ${published(info, words)}
      <p class="note"><a href=${table}>${sheet.accuracyTable}</a></p>
    </section>`
  }

  private stated(info: ActivationInfo, { sheet, measuring }: CatalogueWords): string {
    const { samples, failed } = this
    if (!info.elementWise) return sheet.accuracyNote
    if (failed) return sheet.accuracyFailed
    if (!samples || samples.count < INPUTS) return measuring
    const wrong = samples.error.reduce((count, error) => count + Number(Number.isNaN(error)), 0)
    if (wrong > 0) return sheet.wrongHere(integer(wrong))
    const at = worstOf(samples) ?? 0
    const worst = samples.error[at]
    return worst === 0 ? sheet.exactHere : sheet.worstHere(short(worst), figures(samples.x[at]))
  }

  private figure(words: CatalogueWords): TemplateResult {
    const { sheet } = words
    return html`<div class="parts" role="group" aria-label=${sheet.accuracy}>
        ${(['value', 'slope'] as const).map(
          (part) =>
            html`<button
              aria-pressed=${this.part === part}
              aria-label=${sheet[part]}
              @click=${() => this.take(this.errors, part)}
            >
              ${part === 'value' ? 'f' : 'f ′'}
            </button>`,
        )}
      </div>
      <activation-error
        .samples=${this.samples}
        .label=${sheet.errorsOf(sheet[this.part])}
      ></activation-error>
      <p class="note">${sheet.errorsNote(integer(INPUTS))}</p>`
  }
}

function published(info: ActivationInfo, words: CatalogueWords): TemplateResult {
  const { bound, measured } = accuracyOf(info)
  const { sheet } = words
  const seen = ({ worst, at, mean }: MeasuredError) => {
    if (worst === 0) return sheet.exact
    const place = info.elementWise ? figures(at) : null
    return sheet.worst(short(worst), place, short(mean))
  }
  const row = (label: string, most: number, error: MeasuredError | undefined) =>
    html`<div>
      <dt>${label}</dt>
      <dd>
        ${most === 0 ? sheet.correct : sheet.steps(short(most))}
        ${error ? html`<small>${seen(error)}</small>` : nothing}
      </dd>
    </div>`
  return html`<dl class="properties one-column">
      ${row(sheet.value, bound.value, measured?.value)}
      ${row(info.elementWise ? sheet.slope : sheet.products, bound.slope, measured?.slope)}
    </dl>
    ${measured ? html`<p class="note">${sheet.measured(integer(measured.inputs), !info.elementWise)}</p>` : nothing}`
}

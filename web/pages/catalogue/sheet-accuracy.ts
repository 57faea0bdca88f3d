// How far the kernels are from the exact value, at most and as measured.

import { html, nothing, type TemplateResult } from 'lit'
import { figures, integer, short } from '../../elements/format.js'
import type { ActivationInfo } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { accuracyOf, type MeasuredError } from './accuracy.js'

export function accuracySection(info: ActivationInfo, words: CatalogueWords): TemplateResult {
  const { bound, measured } = accuracyOf(info)
  const { sheet } = words
  const seen = ({ worst, x, mean }: MeasuredError) =>
    worst === 0 ? sheet.exact : sheet.worst(short(worst), figures(x), short(mean))
  const row = (label: string, most: number, error: MeasuredError | undefined) =>
    html`<div>
      <dt>${label}</dt>
      <dd>
        ${most === 0 ? sheet.correct : sheet.steps(short(most))}
        ${error ? html`<small>${seen(error)}</small>` : nothing}
      </dd>
    </div>`
  return html`<section>
    <h3>${sheet.accuracy} <span>${sheet.accuracyNote}</span></h3>
    <dl class="properties one-column">
      ${row(sheet.value, bound.value, measured?.value)}
      ${row(info.elementWise ? sheet.slope : sheet.products, bound.slope, measured?.slope)}
    </dl>
    ${measured ? html`<p class="note">${sheet.measured(integer(measured.inputs))}</p>` : nothing}
  </section>`
}

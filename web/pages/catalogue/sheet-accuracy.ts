// How far the kernels are from the exact value, at most and as measured.

import { html, nothing, type TemplateResult } from 'lit'
import { figures, short } from '../../elements/format.js'
import type { ActivationInfo } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { accuracyOf, type MeasuredError } from './accuracy.js'

export function accuracySection(info: ActivationInfo, words: CatalogueWords): TemplateResult {
  const { bound, measured } = accuracyOf(info)
  const { sheet } = words
  const row = (label: string, most: number, error: MeasuredError | undefined) =>
    html`<div>
      <dt>${label}</dt>
      <dd>
        ${most === 0 ? sheet.correct : sheet.ulp(short(most))}
        ${
          error
            ? html`<small>${sheet.worst(short(error.worst), figures(error.x), short(error.mean))}</small>`
            : nothing
        }
      </dd>
    </div>`
  return html`<section>
    <h3>${sheet.accuracy} <span>${sheet.accuracyNote}</span></h3>
    <dl class="properties one-column">
      ${row(sheet.value, bound.value, measured?.value)}
      ${row(info.elementWise ? sheet.slope : sheet.products, bound.slope, measured?.slope)}
    </dl>
  </section>`
}

// What stands over the columns, and what all lanes share beside them.

import { html, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import type { Settings } from './controls.js'

/** @param add stands in the empty corner where the bar has no room for it */
export function columnHeads(strings: Strings, data: Settings['data'], add: TemplateResult): TemplateResult {
  const words = strings.columns
  return html`<div class="head column none">${add}</div>
    <div class="head column">
      <h2>${words.function}</h2>
      <p class="legend">
        <span><i class="key-line"></i><i>f</i></span
        ><span>${words.thicker}</span><span><i class="key-line dashed"></i><i>f′</i></span
        ><span><i class="swatch"></i>${words.soft}</span><span><i class="swatch hard"></i>${words.hard}</span>
      </p>
    </div>
    ${head(words.flow, html`<p class="flow-note">${words.flowNote}</p>`, 'column')}
    ${head(words.learned, learnedLegend(strings, data), 'column')}`
}

export function head(title: string, note: TemplateResult, extra = ''): TemplateResult {
  return html`<div class="head ${extra}">
    <h2><span class="arrow" aria-hidden="true">→</span>${title}</h2>
    ${note}
  </div>`
}

function learnedLegend(strings: Strings, data: Settings['data']): TemplateResult {
  const words = strings.columns
  if (data === 'digits') return html`<p>${words.digitsNote}</p>`
  if (data === 'curve') return html`<p>${words.curveFit}</p>`
  return html`<p class="legend">
    <span><i class="dot"></i>${words.classA}</span><span><i class="dot ring"></i>${words.classB}</span>
  </p>`
}

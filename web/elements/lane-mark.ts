// ● ■ ▲ ◆ as SVG, beside a lane's name and in its colour.

import { html, svg, type TemplateResult } from 'lit'

const shapes = [
  svg`<circle cx="5" cy="5" r="4.4"/>`,
  svg`<rect x="1" y="1" width="8" height="8"/>`,
  svg`<path d="M5 .4 9.8 9.2H.2z"/>`,
  svg`<path d="M5 0 10 5 5 10 0 5z"/>`,
]

export const laneMark = (lane: number, size = 10): TemplateResult =>
  html`<svg
    viewBox="0 0 10 10"
    width=${size}
    height=${size}
    fill=${`var(--lane${(lane & 3) + 1})`}
    aria-hidden="true"
  >
    ${shapes[lane & 3]}
  </svg>`

// Drawn signs of the catalogue.

import { svg, type SVGTemplateResult } from 'lit'

const sign = (content: SVGTemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${content}</svg>`

export const signs = {
  up: sign(svg`<path d="M10 16V4M5.5 8.5 10 4l4.5 4.5"/>`),
  down: sign(svg`<path d="M10 4v12M5.5 11.5 10 16l4.5-4.5"/>`),
  back: sign(svg`<path d="M12 5l-5 5 5 5"/>`),
}

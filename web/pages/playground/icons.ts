// Drawn signs: icons of the transport, markers of the slots, the small lines of the verdicts.

import { svg, type SVGTemplateResult } from 'lit'
import type { Verdict } from './verdict.js'

const icon = (content: SVGTemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${content}</svg>`

export const icons = {
  brand: svg`<svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true"><path d="M1 16h6c3 0 3-12 6-12h6" stroke-width="2"/><path d="M1 18h18"/><path d="M4 18v-2M7 18v-4M10 18v-7M13 18v-4M16 18v-2"/></svg>`,
  play: icon(svg`<path class="filled" d="M6 3.8 16 10 6 16.2z"/>`),
  pause: icon(svg`<path class="filled" d="M5.5 4h3v12h-3zM11.5 4h3v12h-3z"/>`),
  step: icon(svg`<path d="M5 5l6 5-6 5zM14.5 5v10"/>`),
  rewind: icon(svg`<path d="M4 10a6 6 0 1 0 2-4.5M6 2.5v3.2h3.2"/>`),
  close: icon(svg`<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>`),
  chevron: icon(svg`<path d="M5 8l5 5 5-5"/>`),
  plus: icon(svg`<path d="M10 4v12M4 10h12"/>`),
  sliders: icon(
    svg`<path d="M3 6h8M15 6h2M3 14h2M9 14h8"/><circle cx="13" cy="6" r="2"/><circle cx="7" cy="14" r="2"/>`,
  ),
  link: icon(
    svg`<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2L10 5.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2L10 14.2"/>`,
  ),
  theme: icon(
    svg`<circle cx="10" cy="10" r="6.5"/><path class="filled" d="M10 3.5v13a6.5 6.5 0 0 0 0-13z"/>`,
  ),
}

const MARKERS = [
  svg`<circle cx="5" cy="5" r="4.4"/>`,
  svg`<rect x="1" y="1" width="8" height="8"/>`,
  svg`<path d="M5 .4 9.8 9.2H.2z"/>`,
  svg`<path d="M5 0 10 5 5 10 0 5z"/>`,
]

/** The slot's sign in the slot's colour. */
export function marker(slot: number): SVGTemplateResult {
  return svg`<svg class="marker slot${slot + 1}" viewBox="0 0 10 10" aria-hidden="true">${MARKERS[slot]}</svg>`
}

const GLYPHS: Record<Verdict, SVGTemplateResult> = {
  early: svg`<path d="M1 6h24" stroke-dasharray="1 4"/>`,
  flat: svg`<path d="M1 2.5h24"/>`,
  worse: svg`<path d="M1 9.5h9c4 0 4-7 8-7h7"/>`,
  learning: svg`<path d="M1 2c8 0 12 3 24 7M21 6.4l4 2.8-4.6 1.6"/>`,
  stalled: svg`<path d="M1 2c6 0 6 5 12 5h12"/>`,
  learned: svg`<path d="M1 1.5c5 0 5 9 11 9h13"/>`,
  diverged: svg`<path d="M1 9l5-2 4 3 5-8M19 2l6 6M25 2l-6 6"/>`,
}

export function verdictGlyph(verdict: Verdict): SVGTemplateResult {
  return svg`<svg class="glyph" viewBox="0 0 26 12" aria-hidden="true">${GLYPHS[verdict]}</svg>`
}

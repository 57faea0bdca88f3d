import { css, type CSSResult } from 'lit'

/** A figure as wide as its place and so many pixels high, unless who places it says otherwise. */
export const fixedHeight = (pixels: number): CSSResult => css`
  :host {
    height: ${pixels}px;
  }
  .stage {
    height: 100%;
  }
`

// What all figures look like around their canvas.

import { css } from 'lit'

export const figureStyles = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    color: var(--ink);
    font: 400 var(--t-body) / 1.45 var(--font);
    font-variant-numeric: tabular-nums;
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]) {
    display: none;
  }
  .stage {
    position: relative;
    outline: none;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  .stage:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--r1);
  }
  canvas {
    display: block;
    pointer-events: none;
  }
  canvas + canvas {
    position: absolute;
    inset: 0 auto auto 0;
  }
  .alternative {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`

// What lies over a chart: hairline, brush, and the readout of all lines at one place.

import { css } from 'lit'

export const overlayStyles = css`
  .hair,
  .brush {
    position: absolute;
    pointer-events: none;
    width: 1px;
    background: var(--ink);
  }
  .brush {
    opacity: 0.09;
  }
  .readout {
    position: absolute;
    pointer-events: none;
    z-index: 1;
    padding: 4px 8px 5px;
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: var(--r1);
    font-size: var(--t-label);
    line-height: 1.35;
  }
  .readout table {
    border-collapse: collapse;
  }
  .readout th {
    font-weight: 400;
    color: var(--ink3);
    text-align: right;
    white-space: nowrap;
  }
  .readout th:first-child {
    text-align: left;
  }
  .readout td {
    text-align: right;
    padding-left: 12px;
    white-space: nowrap;
  }
  .readout thead th + th {
    padding-left: 12px;
  }
  .readout tbody th {
    color: var(--ink);
  }
  .readout svg {
    width: 9px;
    height: 9px;
    margin-right: 6px;
  }
  [hidden] {
    display: none;
  }
`

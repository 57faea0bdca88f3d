import { css } from 'lit'

export const plotStyles = css`
  :host {
    height: 320px;
    container-type: inline-size;
  }
  .stage {
    height: 100%;
  }
  .message {
    position: absolute;
    inset: auto auto 30px 44px;
    max-width: calc(100% - 60px);
    box-sizing: border-box;
    margin: 0;
    padding: 8px 12px;
    max-height: 60%;
    overflow: auto;
    background: var(--alertBg);
    border: 1px solid var(--alert);
    border-radius: var(--r2);
    font-size: var(--t-label);
    color: var(--ink);
  }
  .message.quiet {
    background: var(--paper);
    border-color: var(--rule);
    color: var(--ink2);
  }
  .message p {
    margin: 0;
  }
  .message code {
    font-family: var(--mono);
    word-spacing: 0.5em;
  }
  summary {
    cursor: pointer;
    color: var(--ink2);
  }
  @container (max-width: 420px) {
    .readout {
      padding: 2px 5px 3px;
      font-size: var(--t-micro);
    }
    .readout td {
      padding-left: 7px;
    }
  }
`

// The text alternative of a canvas: visually hidden tables, rebuilt at most once a second.

import { html, render } from 'lit'

export interface TableContent {
  caption: string
  head: string[]
  /** The first cell of a row is its heading. */
  rows: string[][]
}

const pauseMilliseconds = 1000

const table = ({ caption, head, rows }: TableContent) =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((text) => html`<td>${text}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`

export class TableAlternative {
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly host: () => HTMLElement | null,
    private readonly describe: () => TableContent[],
  ) {}

  /** Asks for a rebuild; any number of calls within the pause make one. */
  refresh(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      const host = this.host()
      if (host) render(this.describe().map(table), host)
    }, pauseMilliseconds)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}

// The list of keys that "?" opens.

import { html, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Strings } from '../../i18n/index.js'
import { keyWords } from '../../i18n/keys.js'
import { Popover, panel } from './popover.js'

export class KeyList extends Popover {
  @property({ attribute: false }) strings!: Strings

  protected override content(): TemplateResult {
    const { title, note, list } = keyWords(this.strings)
    return panel(
      title,
      html`<h2>${title}</h2>
        <dl class="keys">
          ${list.map(
            ([key, meaning]) =>
              html`<dt><kbd>${key}</kbd></dt>
                <dd>${meaning}</dd>`,
          )}
        </dl>
        <p class="note">${note}</p>
        <p class="note">
          <button class="button" @click=${() => this.close(true)}>${this.strings.close}</button>
        </p>`,
    )
  }
}

customElements.define('key-list', KeyList)

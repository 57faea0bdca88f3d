// What a word of the transport bar opens: the controls of its group; on a phone, all of them.

import { html, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { controlNotes } from '../../i18n/controls.js'
import type { Strings } from '../../i18n/index.js'
import { GROUPS, type Group, type Key, type Settings } from './controls.js'
import { groupFields, groupNote } from './control-fields.js'
import { Popover, panel } from './popover.js'

export class ControlPopover extends Popover {
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) settings!: Settings
  /** Null: every group, one under another. */
  @property({ attribute: false }) group: Group | null = null
  @property({ attribute: false }) change: (key: Key, value: number | string) => void = () => undefined
  @property({ attribute: false }) newSeed: () => void = () => undefined

  protected override content(): TemplateResult {
    const { strings, group } = this
    const groups = group ? [group] : GROUPS
    return panel(
      group ? strings.groups[group] : strings.transport.settings,
      html`${
        group
          ? nothing
          : html`<div class="sheet-head">
              <b>${strings.transport.settings}</b>
              <button class="button" @click=${() => this.close(true)}>${strings.close}</button>
            </div>`
      }${groups.map((each) => this.section(each))}`,
    )
  }

  private section(group: Group): TemplateResult {
    const { strings, settings } = this
    const note = groupNote(group, strings)
    return html`<section>
      <h2 class=${group === 'seed' || group === 'batch' ? 'vh' : ''}>${strings.groups[group]}</h2>
      ${groupFields(group, settings, strings, this.change)}
      ${
        group === 'seed'
          ? html`<button class="button" @click=${this.newSeed}>${strings.transport.newSeed}</button>`
          : nothing
      }
      ${group === 'data' && settings.data === 'digits' ? html`<p class="note">${controlNotes(strings).digitsSource}</p>` : nothing}
      ${note ? html`<p class="note">${note}</p>` : nothing}
    </section>`
  }
}

customElements.define('control-popover', ControlPopover)

// Small notices over the lanes: what a link asked for, what made the lanes start again, what can be undone.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { correctionText } from './corrections.js'
import type { Correction } from './state.js'

export interface Notices {
  corrections: readonly Correction[]
  /** All corrections are listed. */
  expanded: boolean
  message: string
  undo: { text: string; run: () => void } | null
}

export interface NoticeActions {
  expand: () => void
  dismissCorrections: () => void
  dismissMessage: () => void
}

export const NO_NOTICES: Notices = { corrections: [], expanded: false, message: '', undo: null }

export function noticeList(notices: Notices, strings: Strings, actions: NoticeActions): TemplateResult {
  const { corrections, message, undo } = notices
  return html`<div class="notices" role="status" aria-label=${strings.notices.label}>
    ${corrections.length > 0 ? corrected(notices, strings, actions) : nothing}
    ${message ? notice(html`${message}`, strings.notices.dismiss, actions.dismissMessage) : nothing}
    ${undo ? notice(html`${undo.text}`, strings.lane.undo, undo.run) : nothing}
  </div>`
}

function corrected(
  { corrections, expanded }: Notices,
  strings: Strings,
  actions: NoticeActions,
): TemplateResult {
  const shown = expanded ? corrections : corrections.slice(0, 1)
  return html`<div class="notice corrections">
    <div>${shown.map((correction) => html`<p>${correctionText(correction, strings)}</p>`)}</div>
    ${
      expanded || corrections.length === 1
        ? nothing
        : html`<button @click=${actions.expand}>${strings.notices.changed} (${corrections.length})</button>`
    }
    <button @click=${actions.dismissCorrections}>${strings.notices.dismiss}</button>
  </div>`
}

function notice(text: TemplateResult, label: string, run: () => void): TemplateResult {
  return html`<div class="notice">
    <div>${text}</div>
    <button @click=${run}>${label}</button>
  </div>`
}

// Small notices over the lanes.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { noticeWords } from '../../i18n/notices.js'
import { correctionText } from './corrections.js'
import type { NoticeBoard, Notices } from './notice-board.js'
import { adoptSheet } from './adopt-sheet.js'
import noticesStyles from './notices.css?inline'

adoptSheet(noticesStyles)

export function noticeList(board: NoticeBoard, strings: Strings): TemplateResult {
  const { corrections, message, link, undo } = board.notices
  const { dismiss } = noticeWords(strings)
  return html`${corrections.length > 0 ? corrected(board, strings) : nothing}
  ${message ? notice(html`${message}`, dismiss, () => board.change({ message: '' })) : nothing}
  ${link ? notice(linkField(link, strings), dismiss, () => board.change({ link: '' })) : nothing}
  ${undo ? notice(html`${undo.text}`, strings.lane.undo, undo.run) : nothing}`
}

function corrected(board: NoticeBoard, strings: Strings): TemplateResult {
  const { corrections, expanded }: Notices = board.notices
  const shown = expanded ? corrections : corrections.slice(0, 1)
  return html`<div class="notice corrections">
    <div>${shown.map((correction) => html`<p>${correctionText(correction, strings)}</p>`)}</div>
    ${
      expanded || corrections.length === 1
        ? nothing
        : html`<button @click=${() => board.change({ expanded: true })}>
            ${noticeWords(strings).changed} (${corrections.length})
          </button>`
    }
    <button @click=${() => board.change({ corrections: [] })}>${noticeWords(strings).dismiss}</button>
  </div>`
}

/** Selected when it takes the focus: one key copies it. */
function linkField(link: string, strings: Strings): TemplateResult {
  return html`<label class="link-field"
    >${noticeWords(strings).copyFailed}<input
      type="text"
      readonly
      .value=${link}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
  /></label>`
}

function notice(text: TemplateResult, label: string, run: () => void): TemplateResult {
  return html`<div class="notice">
    <div>${text}</div>
    <button @click=${run}>${label}</button>
  </div>`
}

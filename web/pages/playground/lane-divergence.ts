// What a lane says that left the finite numbers, and the ways back.

import { html, nothing, type TemplateResult } from 'lit'
import { divergenceWords } from '../../i18n/divergence.js'
import type { Strings } from '../../i18n/index.js'
import { valueLabel } from './controls.js'
import type { LaneView } from './lane-view.js'
import type { Session } from './session.js'

/** @param since step at which it left them; @param held step of the picture */
export function divergence(
  lane: LaneView,
  session: Session,
  strings: Strings,
  since: number,
  held: number,
): TemplateResult {
  const words = divergenceWords(strings)
  const { optimiser, lr } = session.settings
  const slower = Number((lr / 10).toPrecision(2))
  const others = session.lanes.filter(
    (other) => other && other !== lane && other.snapshot?.divergedAt === null,
  )
  return html`<div class="message" role="alert">
    <b>${since ? words.since(strings.number(since)) : words.first}</b>
    <p>
      ${since ? words.held(strings.number(held)) : words.untrained}
      ${others.length > 0 ? words.others : nothing}
    </p>
    ${
      // Before the first update, neither way back leads elsewhere.
      since
        ? html`<div class="buttons">
            <button class="button" @click=${() => session.rewind()}>${words.rewind}</button>
            <button class="button" @click=${() => session.rewind(slower)}>
              ${words.rewindWith(valueLabel('optimiser', optimiser, strings), strings.number(slower))}
            </button>
          </div>`
        : nothing
    }
  </div>`
}

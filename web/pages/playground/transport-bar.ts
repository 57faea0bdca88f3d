// Play, step, rewind, the counter, and the spec as words to click. On a phone it docks at the foot.

import { html, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { GROUPS, type Group } from './controls.js'
import { icons } from './icons.js'
import type { Session } from './session.js'
import { specWord } from './spec-words.js'

export interface TransportActions {
  toggle: () => void
  step: () => void
  rewind: () => void
  open: (anchor: HTMLElement, group: Group | null) => void
  add: (anchor: HTMLElement) => void
}

interface View {
  session: Session | null
  strings: Strings
  /** The group whose popover is open. */
  opened: Group | null
  full: boolean
  actions: TransportActions
}

export function transportButtons({ session, strings, actions }: View): TemplateResult {
  const playing = session?.playing ?? false
  const words = strings.transport
  return html`<button
      class="round-button main play"
      aria-label=${playing ? words.pause : words.play}
      ?disabled=${!session}
      @click=${actions.toggle}
    >
      ${playing ? icons.pause : icons.play}</button
    ><button
      class="round-button step"
      aria-label=${words.step}
      title=${words.step}
      ?disabled=${!session}
      @click=${actions.step}
    >
      ${icons.step}</button
    ><button
      class="round-button rewind"
      aria-label=${words.rewind}
      title=${words.rewind}
      ?disabled=${!session}
      @click=${actions.rewind}
    >
      ${icons.rewind}
    </button>`
}

export function counter({ session, strings }: View): TemplateResult {
  const words = strings.transport
  return html`<div class="counter">
    <small
      >${words.stepCount}<span class="epoch">
        · ${words.epoch(strings.whole(session?.epoch ?? 0))}</span
      ></small
    >
    <b class="step-count">${strings.number(session?.step ?? 0)}</b>
  </div>`
}

export function transportBar(view: View): TemplateResult {
  const { strings } = view
  return html`<div class="bar">
    <div class="transport" role="group" aria-label=${strings.transport.label}>
      ${transportButtons(view)}${counter(view)}
    </div>
    <div class="words">${GROUPS.map((group) => word(group, view))} ${addButton(view)}</div>
  </div>`
}

export function addButton({ session, strings, full, actions }: View): TemplateResult {
  return html`<button
    class="ghost add"
    ?disabled=${full || !session}
    aria-haspopup="dialog"
    @click=${(event: Event) => actions.add(event.currentTarget as HTMLElement)}
  >
    ${icons.plus}${strings.lane.add}
  </button>`
}

function word(group: Group, { session, strings, opened, actions }: View): TemplateResult {
  return html`<button
    class="word word-${group}"
    aria-haspopup="dialog"
    aria-expanded=${opened === group}
    ?disabled=${!session}
    @click=${(event: Event) => actions.open(event.currentTarget as HTMLElement, group)}
  >
    <small>${strings.groups[group]}</small
    ><b>${session ? specWord(group, session.settings, strings) : '…'}</b>
  </button>`
}

export function dock(view: View, loss: TemplateResult): TemplateResult {
  const { session, strings, actions } = view
  const open = (group: Group | null) => (event: Event) =>
    actions.open(event.currentTarget as HTMLElement, group)
  return html`<div class="dock" role="group" aria-label=${strings.transport.label}>
    ${loss}
    <div class="dock-row">
      ${transportButtons(view)}${counter(view)}
      <button class="ghost" aria-label=${strings.groups.speed} ?disabled=${!session} @click=${open('speed')}>
        ${session ? strings.speedShort[session.settings.speed] : ''}
      </button>
      <button
        class="ghost settings"
        aria-label=${strings.transport.settings}
        ?disabled=${!session}
        @click=${open(null)}
      >
        ${icons.sliders}
      </button>
    </div>
  </div>`
}

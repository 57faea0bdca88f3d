// The lanes as rows, the slot that waits for another one, and on a phone the chips that jump to them.

import { html, nothing, type TemplateResult } from 'lit'
import '../../elements/activation-joint.js'
import type { Engine } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { DEFAULT_LANES, DEFAULTS, SLOTS } from './controls.js'
import { icons, marker } from './icons.js'
import type { KnownFunctions } from './known-functions.js'
import type { LaneView } from './lane-view.js'
import type { Layout } from './layout.js'
import { functionName } from './names.js'
import './playground-lane.js'
import type { Session } from './session.js'

/** Fewer lanes than this leave room for a slot to click. */
const ROOMY = 3

interface Rows {
  session: Session
  engine: Engine
  functions: KnownFunctions
  lanes: readonly LaneView[]
  strings: Strings
  layout: Layout
  selectedLayer: number | null
  openMenu: (anchor: HTMLElement, slot: number) => void
  add: (anchor: HTMLElement) => void
}

export function laneRows(rows: Rows): TemplateResult {
  const { session, lanes, layout, strings } = rows
  const strips = lanes.length > ROOMY && layout !== 'phone'
  return html`${lanes.map(
    (lane, index) =>
      html`<playground-lane
        id=${`lane-${lane.slot + 1}`}
        .lane=${lane}
        .session=${session}
        .engine=${rows.engine}
        .catalogue=${rows.functions.catalogue}
        .formulas=${rows.functions.formulas}
        .strings=${strings}
        .layout=${layout}
        .strips=${strips}
        .first=${index === 0}
        .last=${index === lanes.length - 1}
        .range=${session.window}
        .selectedLayer=${rows.selectedLayer}
        .openMenu=${rows.openMenu}
      ></playground-lane>`,
  )}
  ${
    lanes.length < ROOMY
      ? html`<button class="empty-slot" aria-haspopup="dialog" @click=${onAnchor(rows.add)}>
          ${icons.plus}${strings.lane.add}
        </button>`
      : nothing
  }`
}

/** Axes first: as many as the address asks for, so that nothing jumps. */
export function loadingRows({ loading, figures }: Strings): TemplateResult {
  const asked = new URLSearchParams(location.hash.slice(1)).get('lanes') ?? DEFAULT_LANES
  const count = Math.max(1, Math.min(SLOTS, asked.split(',').filter(Boolean).length))
  return html`${Array.from(
    { length: count },
    (_, slot) =>
      html`<section class="lane">
        <div class="who">
          ${
            slot === 0
              ? html`<p role="status"><b>${loading.engine}</b></p>
                  <p class="loading-note">${loading.note}</p>`
              : nothing
          }
        </div>
        <div class="joint">
          <activation-joint
            .lane=${slot}
            .layers=${DEFAULTS.depth}
            .captions=${figures.joint}
          ></activation-joint>
        </div>
        <div class="flow"></div>
        <div class="learned"></div>
      </section>`,
  )}`
}

export function laneChips(
  lanes: readonly LaneView[],
  current: number,
  strings: Strings,
  jump: (index: number) => void,
  add: (anchor: HTMLElement) => void,
): TemplateResult {
  return html`<div class="chips" role="group" aria-label=${strings.lane.chips}>
    ${lanes.map(
      ({ slot, info }, index) =>
        html`<button class="chip" aria-current=${current === index} @click=${() => jump(index)}>
          ${marker(slot)}${functionName(info)}
        </button>`,
    )}
    ${
      lanes.length < SLOTS
        ? html`<button
            class="chip"
            aria-label=${strings.lane.add}
            aria-haspopup="dialog"
            @click=${onAnchor(add)}
          >
            ${icons.plus}
          </button>`
        : nothing
    }
  </div>`
}

const onAnchor = (open: (anchor: HTMLElement) => void) => (event: Event) =>
  open(event.currentTarget as HTMLElement)

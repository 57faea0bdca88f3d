// What all lanes share: loss, the gradient at layer 1, the values at one x, and the scenes to try.

import { html, nothing, type TemplateResult } from 'lit'
import '../../elements/activation-gradient-history.js'
import '../../elements/activation-loss.js'
import type { ChartLane } from '../../elements/loss/metric.js'
import type { Engine } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { head } from './column-heads.js'
import type { LaneView } from './lane-view.js'
import type { Layout } from './layout.js'
import type { Looking } from './looking.js'
import { readout } from './readout.js'
import { SCENES } from './scenes.js'

const READ_AT = -2
/** Heights of the charts: in the column, in the band above the lanes, in the dock of a phone. */
const LOSS = { wide: 232, middle: 120, phone: 64 }
const GRADIENT = { wide: 120, middle: 120, phone: 130 }

export interface SharedView {
  strings: Strings
  layout: Layout
  engine: Engine | null
  lanes: readonly LaneView[]
  chartLanes: ChartLane[]
  chance: { value: number; label: string } | null
  looking: Looking
  openScene: (address: string) => void
  /** The list of functions for a lane's layer. */
  openMenu: (anchor: HTMLElement, slot: number, layer: number) => void
}

export function lossChart(view: SharedView): TemplateResult {
  const { strings, looking, layout } = view
  return html`<activation-loss
    .lanes=${view.chartLanes}
    .height=${LOSS[layout]}
    .compact=${layout === 'phone'}
    .chance=${view.chance}
    .stepRange=${looking.stepRange}
    .hoverStep=${looking.step}
    .captions=${strings.figures.chart}
    .label=${strings.columns.loss}
    ?hidden=${!view.engine}
    @hover-step=${looking.hoverStep}
    @zoom-steps=${looking.zoomSteps}
  ></activation-loss>`
}

function gradientChart(view: SharedView): TemplateResult {
  const { strings, looking, layout } = view
  return html`<activation-gradient-history
    .lanes=${view.chartLanes}
    .height=${GRADIENT[layout]}
    .stepRange=${looking.stepRange}
    .hoverStep=${looking.step}
    .captions=${strings.figures.chart}
    .label=${strings.columns.gradient}
    ?hidden=${!view.engine}
    @hover-step=${looking.hoverStep}
    @zoom-steps=${looking.zoomSteps}
  ></activation-gradient-history>`
}

export function sharedColumn(view: SharedView): TemplateResult {
  const { strings, layout, engine, lanes, looking } = view
  const words = strings.columns
  return html`<aside class="side" aria-label=${words.loss}>
    <div class="charts">
      ${
        layout === 'phone'
          ? nothing
          : html`<div>${head(words.loss, html`<p>${words.lossNote}</p>`)} ${lossChart(view)}</div>`
      }
      <div class="second">
        ${head(words.gradient, html`<p>${words.gradientNote}</p>`)} ${gradientChart(view)}
      </div>
    </div>
    <div class="notes">
      ${engine ? readout(lanes, looking.x ?? READ_AT, looking.layer, engine, strings) : nothing}
      ${looking.layer === null ? scenes(strings, view.openScene) : layerReadout(view, looking.layer)}
    </div>
  </aside>`
}

/** Loaded with the first layer that is chosen. */
function layerReadout({ lanes, strings, openMenu }: SharedView, layer: number): TemplateResult {
  void import('./layer-readout.js')
  return html`<layer-readout
    .lanes=${lanes}
    .layer=${layer}
    .strings=${strings}
    .openMenu=${openMenu}
  ></layer-readout>`
}

function scenes(strings: Strings, open: SharedView['openScene']): TemplateResult {
  return html`<nav class="try" aria-label=${strings.try.heading}>
    <h2>${strings.try.heading}</h2>
    ${SCENES.map(
      ({ key, address }) =>
        html`<a
          href=${address || '#'}
          @click=${(event: MouseEvent) => {
            // Another tab or window is the browser's business.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            open(address)
          }}
          >${strings.try.scenes[key]}</a
        >`,
    )}
  </nav>`
}

// Everything that is measured of the chosen layer, every lane beside the others.

import { html, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { LayerProbe } from '../../engine/types.js'
import type { Strings } from '../../i18n/index.js'
import { layerReadoutWords } from '../../i18n/layer-readout.js'
import { adoptSheet } from './adopt-sheet.js'
import { icons, marker } from './icons.js'
import type { LaneView } from './lane-view.js'
import { functionOf } from './layer-function.js'
import readoutStyles from './layer-readout.css?inline'
import { LightElement } from './light-element.js'
import { functionName } from './names.js'
import { parameterName } from './parameter-name.js'

adoptSheet(readoutStyles)

type Write = (layer: LayerProbe) => string

export class LayerReadout extends LightElement {
  @property({ attribute: false }) lanes: readonly LaneView[] = []
  @property({ attribute: false }) layer = 0
  @property({ attribute: false }) strings!: Strings
  @property({ attribute: false }) openMenu: (anchor: HTMLElement, slot: number, layer: number) => void = () =>
    undefined

  protected override render(): TemplateResult {
    const { lanes, layer, strings } = this
    const words = layerReadoutWords(strings)
    return html`<div class="readout of-layer">
      <table>
        <caption>
          ${words.heading(strings.number(layer + 1))}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="vh">${words.measure}</span></th>
            ${lanes.map(
              ({ slot, info }) =>
                html`<th scope="col">${marker(slot)}<span class="vh">${functionName(info)}</span></th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.functions}
          ${this.measures.map(([name, write]) => this.row(name, ({ snapshot }) => measured(snapshot?.layers[layer], write)))}
          ${this.parameters}
        </tbody>
      </table>
      <p class="note">${words.note}</p>
    </div>`
  }

  private row(name: string, text: (lane: LaneView) => string | TemplateResult): TemplateResult {
    return html`<tr>
      <th scope="row">${name}</th>
      ${this.lanes.map((lane) => html`<td>${text(lane)}</td>`)}
    </tr>`
  }

  /** What each layer is the function of: its lane's, or its own. */
  private get functions(): TemplateResult {
    const { layer, strings } = this
    const words = layerReadoutWords(strings)
    return this.row(words.function, (lane) => {
      const { info } = functionOf(lane, layer)
      const name = functionName(info)
      // Others make a layer's width.
      if (!lane.info.elementWise) return html`${name}`
      return html`<button
        class="choose"
        aria-haspopup="dialog"
        aria-label=${words.choose(functionName(lane.info), strings.number(layer + 1), name)}
        @click=${(event: Event) => this.openMenu(event.currentTarget as HTMLElement, lane.slot, layer)}
      >
        <span>${name}</span>${icons.chevron}
      </button>`
    })
  }

  private get measures(): [string, Write][] {
    const { percent, fixed } = this.strings
    const words = layerReadoutWords(this.strings)
    return [
      [words.slope, ({ meanSlope }) => fixed(meanSlope, 2)],
      [words.left, ({ saturatedLeft }) => percent(saturatedLeft)],
      [words.right, ({ saturatedRight }) => percent(saturatedRight)],
      [words.dead, ({ dead }) => percent(dead)],
      [words.mean, ({ mean }) => fixed(mean, 2)],
      [words.deviation, ({ variance }) => fixed(Math.sqrt(variance), 2)],
      [words.skew, ({ skew }) => fixed(skew, 2)],
      [words.inputs, ({ gradientNorm }) => power(gradientNorm)],
      [words.weights, ({ weightGradientNorm }) => power(weightGradientNorm)],
    ]
  }

  /** A row for every letter that some lane learns; two, the ends, where units have values of their own. */
  private get parameters(): TemplateResult[] {
    const { lanes, layer, strings } = this
    const words = layerReadoutWords(strings)
    const learned = lanes.flatMap((lane) =>
      functionOf(lane, layer).info.parameters.filter((parameter) => parameter.learned),
    )
    const names = [...new Map(learned.map((parameter) => [parameter.name, parameterName(parameter)]))]
    return names.flatMap(([name, letter]) => {
      const values = ({ snapshot }: LaneView) =>
        snapshot?.layers[layer]?.parameters[name] ?? new Float32Array()
      const end = (of: (...all: number[]) => number) => (lane: LaneView) =>
        values(lane).length > 0 ? strings.fixed(of(...values(lane)), 3) : ''
      if (lanes.every((lane) => values(lane).length < 2)) return [this.row(letter, end(Math.min))]
      return [this.row(words.least(letter), end(Math.min)), this.row(words.most(letter), end(Math.max))]
    })
  }
}

/** Nothing where there is nothing to say: functions of rows have no slope, a unit that never moves no deviation. */
function measured(layer: LayerProbe | undefined, write: Write): string {
  const text = layer ? write(layer) : ''
  return text.includes('NaN') ? '–' : text
}

/** Gradients are compared by their powers of ten. */
function power(value: number): string {
  if (value === 0) return '0'
  return value >= 0.01 && value < 1000 ? value.toPrecision(2) : value.toExponential(0).replace('-', '−')
}

customElements.define('layer-readout', LayerReadout)

declare global {
  interface HTMLElementTagNameMap {
    'layer-readout': LayerReadout
  }
}

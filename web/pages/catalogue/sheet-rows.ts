// The picture of a function of rows: what is held still in it is the reader's to move, and stands in no address.

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import '../../elements/activation-rows.js'
import { CONCEPTS, conceptName } from '../../elements/rows/concepts.js'
import { seedName } from '../../elements/rows/noisy.js'
import type { Held, HeldValues } from '../../elements/rows/row-function.js'
import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { parameterSlider } from '../playground/parameter-slider.js'

interface Sheet {
  engine: Engine
  info: ActivationInfo
  parameters: Parameters
  words: CatalogueWords
  name: string
}

export class RowsSection implements ReactiveController {
  private held: HeldValues = {}

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {}

  reset(): void {
    this.held = {}
  }

  private hold(values: HeldValues): void {
    this.held = { ...this.held, ...values }
    this.host.requestUpdate()
  }

  figure({ engine, info, parameters, words, name }: Sheet): TemplateResult {
    const caption = words.sheet.rows[conceptName(engine, info)]
    return html`<activation-rows
        .engine=${engine}
        .info=${info}
        .parameters=${parameters}
        .held=${this.held}
        .label=${`${name}: ${caption}`}
      ></activation-rows>
      <p class="note">${caption}</p>`
  }

  /** Sliders of what the picture holds still. */
  fields({ engine, info, words }: Sheet): TemplateResult | typeof nothing {
    const concept = conceptName(engine, info)
    const { held } = CONCEPTS[concept]
    if (held.length === 0) return nothing
    const slider = ({ name, default: initial, min, max }: Held) => {
      const parameter = { name, latex: name, default: initial, min, max, integer: false, learned: false }
      return html`<div class="sheet-parameter">
        ${parameterSlider(parameter, this.held[name] ?? initial, (next) => this.hold({ [name]: next }))}
      </div>`
    }
    const again = () => this.hold({ [seedName]: (this.held[seedName] ?? 1) + 1 })
    return html`<section class="parameters held">
      <h3>
        ${words.sheet.held}
        ${
          concept === 'noisy'
            ? html`<button class="quiet" @click=${again}>${words.sheet.drawAgain}</button>`
            : nothing
        }
      </h3>
      ${held.map(slider)}
    </section>`
  }
}

// The conventions on which frameworks, papers and guides disagree about this function: a switch for which is compared,
// the difference drawn, and its size stated. All figures come from the kernels.

import { html, nothing, type TemplateResult } from 'lit'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { compared } from './difference-views.js'
import { conventionName } from './difference-names.js'
import { differencesOf } from './differences/index.js'
import type { Difference } from './differences/types.js'

interface Differences {
  engine: Engine
  info: ActivationInfo
  words: CatalogueWords
  versus: Readonly<Record<string, number>>
  choose: (versus: Readonly<Record<string, number>>) => void
}

export function differenceSection(view: Differences): TemplateResult | typeof nothing {
  const { info, words } = view
  const all = differencesOf(info)
  if (all.length === 0) return nothing
  return html`<section class="differences">
    <h3>${words.sheet.differences}</h3>
    ${all.map((difference) => oneDifference(difference, view))}
  </section>`
}

function oneDifference(difference: Difference, view: Differences): TemplateResult {
  const { engine, info, words } = view
  const { key } = difference
  const versus = Math.min(view.versus[key] ?? 1, difference.sides.length - 1)
  const [first, ...others] = difference.sides.map((side) => conventionName(difference, side, words))
  return html`<div class="difference" data-difference=${key}>
    <h4>${titleOf(key, words)}</h4>
    <fieldset>
      <legend>${words.stated.compared(first)}</legend>
      ${others.map(
        (name, index) =>
          html`<label class="convention">
            <input
              type="radio"
              name=${`versus-${key}`}
              .checked=${versus === index + 1}
              @change=${() => view.choose({ ...view.versus, [key]: index + 1 })}
            />
            <span>${name}</span>
          </label>`,
      )}
    </fieldset>
    ${compared(difference, versus, { engine, info, words })}
  </div>`
}

const titleOf = (key: Difference['key'], { differences }: CatalogueWords): string =>
  key in differences ? differences[key as keyof typeof differences] : differences.guide

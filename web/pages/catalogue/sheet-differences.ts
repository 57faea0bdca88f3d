// The conventions on which the frameworks disagree about this function: a switch for which is compared, the difference
// drawn, and its largest value stated. All figures come from the kernels.

import { html, nothing, type TemplateResult } from 'lit'
import '../../elements/activation-difference.js'
import '../../elements/activation-kink.js'
import { largestDifference } from '../../elements/difference.js'
import { figures, short } from '../../elements/format.js'
import { defaultRange } from '../../elements/plot-frame.js'
import type { ActivationInfo, Engine } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { differencesOf, kinkOf, type Difference } from './differences.js'
import { steady } from './steady.js'

interface Differences {
  engine: Engine
  info: ActivationInfo
  catalogue: readonly ActivationInfo[]
  words: CatalogueWords
  versus: Readonly<Record<string, number>>
  choose: (versus: Readonly<Record<string, number>>) => void
}

export function differenceSection(view: Differences): TemplateResult | typeof nothing {
  const { info, catalogue, words } = view
  const all = differencesOf(info.id, catalogue)
  if (all.length === 0) return nothing
  return html`<section class="differences">
    <h3>${words.sheet.differences}</h3>
    ${all.map((difference) => oneDifference(difference, view))}
  </section>`
}

function oneDifference(difference: Difference, view: Differences): TemplateResult {
  const { words } = view
  const versus = view.versus[difference.key] ?? 1
  const [first, ...others] = difference.sides
  return html`<div class="difference" data-difference=${difference.key}>
    <h4>${words.differences[difference.key]}</h4>
    <fieldset>
      <legend>${words.sheet.compared(nameOf(difference, first))}</legend>
      ${others.map(
        (side, index) =>
          html`<label class="convention">
            <input
              type="radio"
              name=${`versus-${difference.key}`}
              .checked=${versus === index + 1}
              @change=${() => view.choose({ ...view.versus, [difference.key]: index + 1 })}
            />
            <span>${nameOf(difference, side)}</span>
          </label>`,
      )}
    </fieldset>
    ${difference.what === 'point' ? atPoint(difference, versus, view) : overall(difference, versus, view)}
  </div>`
}

/** Who, and with which value. */
function nameOf(difference: Difference, side: Difference['sides'][number]): string {
  if (difference.what === 'point') return side.who
  const { parameters = {}, id } = side as Extract<Difference, { what: 'function' }>['sides'][number]
  const values = Object.entries(parameters).map(([name, value]) => `${name} = ${short(value)}`)
  const what = values.length > 0 ? values.join(', ') : difference.functions.length > 1 ? id : ''
  return what ? `${side.who}: ${what}` : side.who
}

function overall(
  difference: Extract<Difference, { what: 'function' }>,
  versus: number,
  { engine, words }: Differences,
): TemplateResult {
  const first = difference.sides[0]
  const second = difference.sides[versus]
  const largest = (what: 'value' | 'slope') => largestDifference(engine, first, second, defaultRange, what)
  const value = largest('value')
  const slope = largest('slope')
  const size = (of: { difference: number }) => figures(Math.abs(of.difference))
  return html`<activation-difference
      .engine=${engine}
      .first=${steady({ ...first, name: shortName(first.who) })}
      .second=${steady({ ...second, name: shortName(second.who) })}
      .label=${`${nameOf(difference, first)} | ${nameOf(difference, second)}`}
    ></activation-difference>
    <p class="stated">
      <b>${words.sheet.farthest(size(value), short(value.x))}</b>
      ${words.sheet.slopesFarthest(size(slope), short(slope.x))}
    </p>`
}

function atPoint(
  difference: Extract<Difference, { what: 'point' }>,
  versus: number,
  { engine, words }: Differences,
): TemplateResult {
  const kink = kinkOf(engine, difference, versus)
  const [first, second] = kink.slopes.map(({ slope }) => slope)
  const text = words.sheet.kink(
    short(kink.x),
    figures(first),
    figures(second),
    figures(Math.abs(second - first)),
  )
  return html`<activation-kink
      .engine=${engine}
      .kink=${steady(kink)}
      .label=${kink.slopes.map(({ name, slope }) => `${name}: ${figures(slope)}`).join('; ')}
    ></activation-kink>
    <p class="stated"><b>${text}</b></p>`
}

const shortName = (who: string): string => who.split(', ')[0]

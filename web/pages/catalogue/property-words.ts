// Measured properties as the catalogue writes them.

import { figures, fixed, honestPercent, short } from '../../elements/format.js'
import type { Range } from '../../elements/plot-frame.js'
import { widths } from '../../elements/rows/concepts.js'
import type { ActivationInfo, Engine, Properties } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { parameterName } from '../playground/parameter-name.js'

const end = (value: number): string => (Number.isFinite(value) ? short(value, 4) : fixed(value))

/** (−1, 1), [0, ∞). */
export function range({ range: { low, lowAttained, high, highAttained } }: Properties): string {
  return `${lowAttained ? '[' : '('}${end(low)}, ${end(high)}${highAttained ? ']' : ')'}`
}

/** What the quadrature's rounding cannot tell from 0 is 0: an odd function's mean. */
export const moment = (value: number): string => figures(Math.abs(value) < 1e-12 ? 0 : value)

/** Of x, both ends included; never broken over two lines. */
export const interval = ({ low, high }: Readonly<Range>): string => `[${short(low)},\u00a0${short(high)}]`

const CLASSES = { 'C-inf': 'C∞', C2: 'C²', C1: 'C¹', C0: 'C⁰' } as const

/** As short as on a card. */
export const smoothnessMark = ({ continuity }: Properties, words: CatalogueWords): string =>
  continuity === 'discontinuous' ? words.options.smooth.discontinuous : CLASSES[continuity]

export const smoothness = ({ continuity }: Properties, words: CatalogueWords): string =>
  words.options.smooth[continuity]

export const slopeText = ({ slopeBound }: Properties): string =>
  Number.isFinite(slopeBound) ? short(slopeBound, 4) : '∞'

export const slopeBoundText = ({ slopeBound }: Properties): string =>
  Number.isFinite(slopeBound) ? `f′≤${short(slopeBound)}` : 'f′→∞'

/** soft | none · C¹ · f′ ≤ 1.1 */
export function cardLine(properties: Properties, words: CatalogueWords): string {
  const { leftSaturation, rightSaturation } = properties
  const sides = `${words.options.left[leftSaturation]} | ${words.options.right[rightSaturation]}`
  return `${sides} · ${smoothnessMark(properties, words)} · ${slopeBoundText(properties)}`
}

/** How many numbers become how many: 2n → n. */
export function widthsText(engine: Engine, info: ActivationInfo): string {
  const { inputs, outputs } = widths(engine, info)
  const times = (count: number) => (count === 1 ? 'n' : `${count}n`)
  // As many as a parameter says: kn.
  const counted = info.parameters.find(({ integer }) => integer)
  return `${counted ? `${parameterName(counted)}n` : times(inputs)} → ${times(outputs)}`
}

/** One row of the table: what is measured, and its value. */
export type Row = readonly [label: string, value: string]

/** @param steepest The x at which |f′| is largest, null where it is no single place; unasked for without. */
export function propertyRows(properties: Properties, words: CatalogueWords, steepest?: number | null): Row[] {
  const { gain, sparsity } = properties
  const { mean, meanSquare, meanSquareSlope } = properties.gaussianMoments
  const { rows } = words
  const side = (kind: Properties['leftSaturation'], from: number, sign: '<' | '>') =>
    kind === 'none' ? words.options.left.none : `${words.options.left[kind]} ${sign} ${short(from)}`
  // In pairs: on the left what f is like, on the right figures.
  return [
    [rows.range, range(properties)],
    [rows.slope, slopeText(properties)],
    [rows.monotonic, words.monotonic[properties.monotonic]],
    ...(steepest === undefined ? [] : [[rows.reached, reached(steepest, properties, words)] as const]),
    [rows.left, side(properties.leftSaturation, properties.leftSaturationEnd, '<')],
    [rows.mean, moment(mean)],
    [rows.right, side(properties.rightSaturation, properties.rightSaturationEnd, '>')],
    [rows.variance, figures(meanSquare - mean * mean)],
    [rows.smooth, smoothness(properties, words)],
    [rows.forward, figures(gain.forward)],
    [rows.zero, words.yesNo(properties.zeroAtOrigin)],
    [rows.backward, figures(gain.backward)],
    [rows.symmetry, words.symmetry[properties.symmetry]],
    [rows.meanSquareSlope, figures(meanSquareSlope)],
    [rows.corners, corners(properties, words)],
    [rows.meanSquare, figures(meanSquare)],
    [rows.sparsity, share(sparsity)],
  ]
}

/** Where f is odd or even, |f′| is as large on the other side. */
function reached(x: number | null, { symmetry }: Properties, words: CatalogueWords): string {
  if (x === null) return words.noSinglePlace
  const at = short(x, 3)
  return `x = ${symmetry !== 'none' && at !== '0' ? `±${short(Math.abs(x), 3)}` : at}`
}

/** Where f or f′ jumps. */
function corners({ valueJumps, slopeJumps }: Properties, words: CatalogueWords): string {
  const places = [...valueJumps, ...slopeJumps].map(({ x }) => x).sort((a, b) => a - b)
  return [...new Set(places.map((x) => short(x)))].join(', ') || words.symmetry.none
}

/** A tail that underflows to zero where no input falls is no sparsity. */
export const share = (probability: number): string => honestPercent(probability < 1e-9 ? 0 : probability)

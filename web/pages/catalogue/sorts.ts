// What functions can be sorted by, once: the key in the address, the number compared, and what the card then says.

import { figures, integer, short } from '../../elements/format.js'
import { accuracyOf, type Accuracy } from './accuracy.js'
import { FRAMEWORKS } from './facets.js'
import { FAMILIES, familyOf } from './families.js'
import type { Entry } from './entries.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { moment, range, share, slopeBoundText, smoothness } from './property-words.js'

/** Nanoseconds an element, as far as measured. */
export type Costs = ReadonlyMap<string, number>

interface Sort {
  /** Null: not measured, or without meaning; such functions come last. */
  value: (entry: Entry, costs: Costs) => number | null
  text: (entry: Entry, words: CatalogueWords, costs: Costs) => string
}

const SATURATION = { none: 0, soft: 1, hard: 2 }
const MONOTONIC = {
  none: 0,
  'weakly decreasing': 1,
  'strictly decreasing': 2,
  'weakly increasing': 3,
  'strictly increasing': 4,
}
const SYMMETRY = { none: 0, even: 1, odd: 2 }
const CONTINUITY = { discontinuous: 0, C0: 1, C1: 2, C2: 3, 'C-inf': 4 }

type Measured = NonNullable<Entry['properties']>

const of =
  (value: (properties: Measured) => number): Sort['value'] =>
  ({ properties }) =>
    properties && value(properties)

const say =
  (text: (properties: Measured, words: CatalogueWords) => string): Sort['text'] =>
  ({ properties }, words) =>
    properties ? text(properties, words) : ''

const variance = ({ gaussianMoments: { mean, meanSquare } }: Measured): number => meanSquare - mean * mean

type Published = NonNullable<Accuracy['measured']>

/** Of what the sweep measured. */
const published =
  (value: (measured: Published) => number): Sort['value'] =>
  ({ info }) => {
    const { measured } = accuracyOf(info)
    return measured && value(measured)
  }

const sayPublished =
  (text: (measured: Published) => string): Sort['text'] =>
  ({ info }) => {
    const { measured } = accuracyOf(info)
    return measured ? text(measured) : ''
  }

export const SORTS = {
  family: { value: (entry) => familyRank(entry), text: () => '' },
  name: { value: () => 0, text: () => '' },
  left: {
    value: of((p) => SATURATION[p.leftSaturation]),
    text: say((p, w) => w.sorts.left + ' ' + w.options.left[p.leftSaturation]),
  },
  right: {
    value: of((p) => SATURATION[p.rightSaturation]),
    text: say((p, w) => w.sorts.right + ' ' + w.options.right[p.rightSaturation]),
  },
  bounded: { value: of((p) => p.range.high - p.range.low), text: say((p) => range(p)) },
  monotonic: {
    value: of((p) => MONOTONIC[p.monotonic]),
    text: say((p, w) => w.monotonic[p.monotonic]),
  },
  symmetry: { value: of((p) => SYMMETRY[p.symmetry]), text: say((p, w) => w.symmetry[p.symmetry]) },
  centred: {
    value: of((p) => Math.abs(p.gaussianMoments.mean)),
    text: say((p) => `E f(Z) = ${moment(p.gaussianMoments.mean)}`),
  },
  variance: { value: of(variance), text: say((p) => `Var f(Z) = ${figures(variance(p))}`) },
  backward: {
    value: of((p) => p.gaussianMoments.meanSquareSlope),
    text: say((p) => `E f′(Z)² = ${figures(p.gaussianMoments.meanSquareSlope)}`),
  },
  sparsity: {
    value: of((p) => p.sparsity),
    text: say((p) => `P(f(Z) = 0) = ${share(p.sparsity)}`),
  },
  smooth: { value: of((p) => CONTINUITY[p.continuity]), text: say((p, w) => smoothness(p, w)) },
  slope: { value: of((p) => p.slopeBound), text: say((p) => slopeBoundText(p)) },
  cost: {
    value: ({ info }, costs) => costs.get(info.id) ?? null,
    text: ({ info }, words, costs) => {
      const cost = costs.get(info.id)
      return cost !== undefined ? words.nanoseconds(figures(cost)) : words.measuring
    },
  },
  accuracy: {
    value: ({ info }) => info.bound.value + info.bound.slope / 1000,
    text: ({ info: { bound, elementWise } }, words) =>
      words[elementWise ? 'bounds' : 'boundsOfRows'](short(bound.value), short(bound.slope)),
  },
  inputs: {
    value: published(({ inputs }) => inputs),
    text: sayPublished(({ inputs }) => integer(inputs)),
  },
  error: {
    value: published(({ value }) => value.worst),
    text: sayPublished(({ value }) => `f: ${short(value.worst)} ULP`),
  },
  errorMean: {
    value: published(({ value }) => value.mean),
    text: sayPublished(({ value }) => `f: ${short(value.mean, 3)} ULP`),
  },
  slopeError: {
    value: published(({ slope }) => slope.worst),
    text: sayPublished(({ slope }) => `f′: ${short(slope.worst)} ULP`),
  },
  slopeErrorMean: {
    value: published(({ slope }) => slope.mean),
    text: sayPublished(({ slope }) => `f′: ${short(slope.mean, 3)} ULP`),
  },
  wrong: {
    value: published(({ value, slope }) => value.specials + slope.specials),
    text: sayPublished(({ value, slope }) => integer(value.specials + slope.specials)),
  },
  survey: {
    value: ({ info }) => (info.inSurvey ? 0 : 1),
    text: ({ info }, words) => words.options.survey[info.inSurvey ? 'named' : 'other'],
  },
  frameworks: {
    value: ({ info }) => FRAMEWORKS.filter((key) => info.frameworks[key]).length,
    text: ({ info }, words) => words.inFrameworks(FRAMEWORKS.filter((key) => info.frameworks[key]).length),
  },
} satisfies Record<string, Sort>

export type SortKey = keyof typeof SORTS
export const SORT_KEYS = Object.keys(SORTS) as SortKey[]

/** Null until measured. */
function familyRank(entry: Entry): number | null {
  const family = familyOf(entry)
  return family && FAMILIES.indexOf(family)
}

/** Equal ones by name; what has no value comes last, whichever way. */
export function sorted(
  entries: readonly Entry[],
  key: SortKey,
  descending: boolean,
  language: 'en' | 'zh',
  costs: Costs,
): Entry[] {
  const sort: Sort = SORTS[key]
  const collator = new Intl.Collator(language)
  const direction = descending ? -1 : 1
  return entries
    .map((entry) => ({ entry, value: sort.value(entry, costs), name: entry.info.name[language] }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        if (a.value !== b.value) return a.value === null ? 1 : -1
      } else if (a.value !== b.value) return direction * (a.value < b.value ? -1 : 1)
      return (key === 'name' ? direction : 1) * collator.compare(a.name, b.name)
    })
    .map(({ entry }) => entry)
}

// The columns of the two tables: what they are sorted by, what their heads say, and what stands in a cell.

import { figures, integer, short } from '../../elements/format.js'
import type { ActivationInfo, Properties } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import { accuracyOf, type Accuracy } from './accuracy.js'
import type { Entry } from './entries.js'
import { FRAMEWORKS } from './facets.js'
import { familyOf } from './families.js'
import { moment, range, share, slopeText, smoothnessMark } from './property-words.js'
import type { SortKey } from './sorts.js'
import type { ListView } from './state.js'

export interface Column {
  head: (words: CatalogueWords) => string
  /** Absent: nobody looks for the least of it. */
  sort?: SortKey
  /** Figures stand on the right. */
  figure: boolean
  text: (entry: Entry, words: CatalogueWords) => string
}

/** Of what is measured of a function; nothing is where there is no curve. */
const property = (
  head: Column['head'],
  sort: SortKey,
  figure: boolean,
  text: (properties: Properties, words: CatalogueWords) => string,
): Column => ({
  head,
  sort,
  figure,
  text: ({ properties }, words) => (properties ? text(properties, words) : ''),
})

const PROPERTIES: readonly Column[] = [
  {
    head: ({ sorts }) => sorts.family,
    sort: 'family',
    figure: false,
    text: (entry, { families }) => families[familyOf(entry) ?? 'other'][0],
  },
  property(({ rows }) => rows.range, 'bounded', false, range),
  property(
    ({ rows }) => rows.monotonic,
    'monotonic',
    false,
    (p, w) => w.monotonic[p.monotonic],
  ),
  property(
    ({ rows }) => rows.symmetry,
    'symmetry',
    false,
    (p, w) => w.symmetry[p.symmetry],
  ),
  property(
    ({ rows }) => rows.left,
    'left',
    false,
    (p, w) => w.options.left[p.leftSaturation],
  ),
  property(
    ({ rows }) => rows.right,
    'right',
    false,
    (p, w) => w.options.right[p.rightSaturation],
  ),
  property(({ rows }) => rows.smooth, 'smooth', false, smoothnessMark),
  property(({ rows }) => rows.slope, 'slope', true, slopeText),
  property(
    ({ rows }) => rows.mean,
    'centred',
    true,
    (p) => moment(p.gaussianMoments.mean),
  ),
  property(
    ({ rows }) => rows.variance,
    'variance',
    true,
    ({ gaussianMoments: { mean, meanSquare } }) => figures(meanSquare - mean * mean),
  ),
  property(
    ({ rows }) => rows.meanSquareSlope,
    'backward',
    true,
    (p) => figures(p.gaussianMoments.meanSquareSlope),
  ),
  property(
    ({ rows }) => rows.sparsity,
    'sparsity',
    true,
    (p) => share(p.sparsity),
  ),
  {
    head: ({ facets }) => facets.in,
    sort: 'frameworks',
    figure: true,
    text: ({ info }) => String(FRAMEWORKS.filter((key) => info.frameworks[key]).length),
  },
]

/** Of the published errors; nothing is where a function is not among them. */
const swept = (
  head: Column['head'],
  sort: SortKey | undefined,
  text: (measured: NonNullable<Accuracy['measured']>, info: ActivationInfo) => string,
): Column => ({
  head,
  ...(sort && { sort }),
  figure: true,
  text: ({ info }) => {
    const { measured } = accuracyOf(info)
    return measured ? text(measured, info) : ''
  },
})

const ALL = 2 ** 32
const of = (part: 'value' | 'slope', head: keyof CatalogueWords['errors']): Column['head'] => {
  const sign = part === 'value' ? 'f' : 'f ′'
  return ({ errors }) => `${sign}: ${errors[head]}`
}

const errorColumns = (part: 'value' | 'slope', worst: SortKey, mean: SortKey): Column[] => [
  {
    head: of(part, 'bound'),
    sort: 'accuracy',
    figure: true,
    text: ({ info }) => (info.bound[part] > 0 ? `≤\u2009${info.bound[part]}` : '0'),
  },
  swept(of(part, 'worst'), worst, (measured) => short(measured[part].worst, 3)),
  // A row is no place on the line.
  swept(of(part, 'at'), undefined, ({ [part]: error }, { elementWise }) =>
    elementWise && error.worst > 0 ? figures(error.at) : '',
  ),
  swept(of(part, 'mean'), mean, (measured) => short(measured[part].mean, 4)),
]

const ACCURACY: readonly Column[] = [
  swept(
    ({ errors }) => errors.inputs,
    'inputs',
    ({ inputs }) => (inputs === ALL ? '2³²' : integer(inputs)),
  ),
  ...errorColumns('value', 'error', 'errorMean'),
  ...errorColumns('slope', 'slopeError', 'slopeErrorMean'),
  swept(
    ({ errors }) => errors.specials,
    'wrong',
    ({ value, slope }) => integer(value.specials + slope.specials),
  ),
]

export const COLUMNS: Readonly<Record<Exclude<ListView, 'cards'>, readonly Column[]>> = {
  properties: PROPERTIES,
  accuracy: ACCURACY,
}

/** How much of the line, and of how many rows, the errors were looked for, counted. */
export function sweepNote(entries: readonly Entry[], words: CatalogueWords): string {
  const counts = (elementWise: boolean) =>
    entries
      .filter(({ info }) => info.elementWise === elementWise)
      .flatMap(({ info }) => accuracyOf(info).measured?.inputs ?? [])
  const inputs = counts(true)
  const rest = inputs.filter((count) => count < ALL)
  const every = rest.length > 0 ? Math.round(ALL / Math.min(...rest)) : 1
  const numbers = counts(false)
  return [
    ...(inputs.length > 0 ? [words.sweep(inputs.length - rest.length, rest.length, integer(every))] : []),
    ...(numbers.length > 0 ? [words.sweepOfRows(numbers.length, integer(Math.min(...numbers)))] : []),
    words.sweepSource,
  ].join(words.gap)
}

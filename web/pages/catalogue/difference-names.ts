// How a convention is called: who holds it, and with which values or in which way.

import { short } from '../../elements/format.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { Difference, FunctionSide, HalvesSide, PointSide, Printed } from './differences/types.js'
import type { ArithmeticSide, NanSide, PrintedSide } from './differences/types.js'

type AnySide = FunctionSide | PointSide | NanSide | HalvesSide | ArithmeticSide | PrintedSide

export function conventionName(difference: Difference, side: AnySide, words: CatalogueWords): string {
  const detail = side.how
    ? words.how[side.how]
    : 'printed' in side && side.printed
      ? printedText(side.printed, words)
      : difference.what === 'function'
        ? functionDetail(difference.functions, side as FunctionSide)
        : ''
  return side.who && detail ? words.stated.named(side.who, detail) : side.who || detail
}

/** Beside a figure there is room for the first name only. */
export const shortName = (difference: Difference, side: AnySide, words: CatalogueWords): string =>
  side.who.split(', ')[0] || conventionName(difference, side, words)

/** The values of the parameters, or which of the catalogue's functions it is. */
function functionDetail(functions: readonly string[], side: FunctionSide): string {
  if (!('id' in side) || side.row) return ''
  const values = Object.entries(side.parameters ?? {}).map(([name, value]) => `${name} = ${short(value)}`)
  return values.length > 0 ? values.join(', ') : functions.length > 1 ? side.id : ''
}

function printedText(printed: Printed, { printed: words }: CatalogueWords): string {
  switch (printed.property) {
    case 'range':
      return words.range(printed.of === 'slope' ? 'f′' : 'f', printed.text)
    case 'not monotone':
      return words.notMonotone
    case 'even':
      return words.even
    case 'smooth':
      return words.smooth(printed.text)
  }
}

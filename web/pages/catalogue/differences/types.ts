// The kinds of disagreement. Only names, parameters and conventions are written down; all figures are the kernels'.

import type { Range } from '../../../elements/plot-frame.js'
import type { Side } from '../../../elements/difference/sides.js'
import type { Kind, Parameters } from '../../../engine/types.js'
import type { CatalogueWords } from '../../../i18n/catalogue/index.js'

export type How = keyof CatalogueWords['how']

/** Somebody's choice. The first of a difference is the one that the others are compared with. */
export interface Convention {
  who: string
  how?: How
}

/** The whole function. */
export type FunctionSide = Convention &
  Side & {
    /** Compared with this in place of the first side. */
    against?: Side
    /** Shown over this in place of [−5, 5]. */
    range?: Readonly<Range>
    /** Constants that differ, as the first side and as this one have them. */
    constants?: readonly { name: string; first: number; second: number }[]
  }

/** What is taken at one point: the kernel's own, a limit of it, or the mean of both limits. */
export interface PointSide extends Convention {
  take: 'at' | 'left' | 'right' | 'mean'
}

/** Where in a comparison NaN ends up. `branch` by function: an x in the branch that is taken, or NaN where none is. */
export interface NanSide extends Convention {
  branch: Readonly<Record<string, number>> | null
}

/** Which half of a row is the gate. */
export interface HalvesSide extends Convention {
  gate: 'first' | 'second'
}

/** The arithmetic in which the slope is put together; null: the kernel. */
export interface ArithmeticSide extends Convention {
  arithmetic: 'float32' | 'float64' | null
}

/** A property as it is printed somewhere; null: as it is measured. */
export type Printed =
  | { property: 'range'; of: 'value' | 'slope'; low: number; high: number; text: string }
  | { property: 'not monotone' }
  | { property: 'even' }
  | { property: 'smooth'; text: string; at: number; parameter: string; values: readonly [number, number] }

export interface PrintedSide extends Convention {
  printed: Printed | null
}

interface Common<What, OneSide> {
  key: DifferenceKey
  what: What
  sides: readonly OneSide[]
  functions: readonly string[]
}

export type FunctionDifference = Common<'function', FunctionSide>
export type PointDifference = Common<'point', PointSide> & {
  of: 'value' | 'slope'
  parameters: Parameters
  x: number
}
export type NanDifference = Common<'nan', NanSide>
export type HalvesDifference = Omit<Common<'halves', HalvesSide>, 'functions'> & {
  kind: Kind
  /** What stands in the half that does not vary. */
  other: number
}
export type ArithmeticDifference = Common<'arithmetic', ArithmeticSide>
export type PrintedDifference = Common<'printed', PrintedSide>

export type Difference =
  | FunctionDifference
  | PointDifference
  | NanDifference
  | HalvesDifference
  | ArithmeticDifference
  | PrintedDifference

/** A guide's misprints are titled alike whatever the function. */
export type DifferenceKey = Exclude<keyof CatalogueWords['differences'], 'guide'> | `guide_${string}`

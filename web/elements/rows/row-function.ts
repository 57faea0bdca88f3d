// A function of rows as a picture can show it: lines over one of its inputs, the others held still.

import type { ActivationInfo, Engine, Parameters } from '../../engine/types.js'
import type { Branch, Jumps, SampledCurve } from '../sampling.js'
import { sampleBy } from '../sampling.js'
import type { Range } from '../plot-frame.js'
import { jumpsOf } from './jumps.js'

export interface RowLine {
  /** y₁, or what is held: a = 2. Empty: the value is not drawn. */
  name: string
  /** ∂y₁/∂x₁. Empty: the slope is not drawn. */
  slopeName: string
  /** The one that the picture is about. */
  main: boolean
}

export interface RowFunction {
  /** The input on the x-axis. */
  axis: string
  lines: readonly RowLine[]
  /** Value and slope of every line at every x. */
  evaluate: (x: Float32Array) => readonly Omit<Branch, 'x'>[]
  /** Noisy functions: one draw of the main line's value at every x. */
  draw?: (x: Float32Array) => Float32Array
}

/** An input that stands still in the picture, for a reader to move. */
export interface Held {
  name: string
  default: number
  min: number
  max: number
}

/** Held inputs by name; what is not named is at its default. */
export type HeldValues = Readonly<Record<string, number>>

export interface Concept {
  held: readonly Held[]
  of(engine: Engine, info: ActivationInfo, parameters: Parameters, held: HeldValues): RowFunction
}

/** The numbers of one input of every row, in a matrix of several columns. */
export function column(matrix: Float32Array, columns: number, k: number): Float32Array {
  return Float32Array.from({ length: matrix.length / columns }, (_, row) => matrix[row * columns + k])
}

/** Rows that differ in their first number alone. */
export function rowsOver(x: Float32Array, others: readonly number[]): Float32Array {
  const columns = 1 + others.length
  const rows = new Float32Array(x.length * columns)
  x.forEach((value, row) => {
    rows.set([value, ...others], row * columns)
  })
  return rows
}

export interface SampledLine extends RowLine {
  curve: SampledCurve
}

/** Every line between its jumps, which are searched for: a function of rows has no measured properties. */
export function sampleLines(
  { lines, evaluate }: RowFunction,
  range: Readonly<Range>,
  count: number,
): SampledLine[] {
  return lines.map((line, k) => {
    const own = (x: Float32Array) => evaluate(x)[k]
    const jumps: Jumps = {
      valueJumps: line.name ? jumpsOf((x) => own(x).value, range) : [],
      slopeJumps: jumpsOf((x) => own(x).slope, range),
    }
    return { ...line, curve: sampleBy(own, jumps, range, count) }
  })
}

export const subscript = (index: number): string =>
  String(index).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)])

// The lines that figures of one lane share: histogram row k, gradient row k and table row k stand on one line.

import { defaultRange, type Range } from './plot-frame.js'

export interface RowGeometry {
  /** Top of row 0, in CSS pixels from the top of the element. */
  rowsTop: number
  rowHeight: number
  rows: number
  /** Lower end of the last row; ticks stand below. */
  rowsBottom: number
  /** Height of the whole element. */
  height: number
}

export interface JointGeometry extends RowGeometry {
  plotLeft: number
  plotWidth: number
  plotTop: number
  curveHeight: number
  ticks: boolean
  captioned: boolean
}

export interface JointLayout {
  width: number
  rows: number
  /** Four lanes: lower rows. */
  strips: boolean
  ticks: boolean
  captioned: boolean
  yRange: Readonly<Range>
}

export const defaultYRange: Readonly<Range> = { low: -1.15, high: 1.45 }
export const stripsYRange: Readonly<Range> = { low: -1.1, high: 1.15 }

const leftMargin = 34
const rightMargin = 6
const topMargin = 2
const tickHeight = 18
const phoneWidth = 400

/** Rows of full height up to six layers; deeper networks share a little more than that, down to 5 px a row. */
export function rowHeight(rows: number, strips: boolean, narrow: boolean): number {
  const full = strips ? 11 : narrow ? 14 : 16
  return Math.max(5, Math.min(full, Math.floor((full * 7.5) / Math.max(1, rows))))
}

/** Every how many rows a number is written. */
export const rowLabelStep = (height: number): number => (height >= 10 ? 1 : height >= 7 ? 2 : 5)

export const isRowLabelled = (row: number, rows: number, height: number): boolean => {
  const step = rowLabelStep(height)
  return step === 1 || row === 0 || (row + 1) % step === 0 || (row === rows - 1 && rows % step > step / 2)
}

/** One unit is equally long on both axes over the default range; a zoomed x keeps the height of the figure. */
export function jointGeometry(layout: JointLayout): JointGeometry {
  const plotWidth = Math.max(40, layout.width - leftMargin - rightMargin)
  const unit = plotWidth / (defaultRange.high - defaultRange.low)
  const curveHeight = unit * (layout.yRange.high - layout.yRange.low)
  const gap = layout.rows === 0 ? 0 : layout.captioned ? 22 : 8
  const height = rowHeight(layout.rows, layout.strips, layout.width < phoneWidth)
  const rowsTop = topMargin + curveHeight + gap
  const rowsBottom = rowsTop + layout.rows * height
  return {
    plotLeft: leftMargin,
    plotWidth,
    plotTop: topMargin,
    curveHeight,
    rowsTop,
    rowHeight: height,
    rows: layout.rows,
    rowsBottom,
    height: Math.ceil(rowsBottom + (layout.ticks ? tickHeight : 4) + 2),
    ticks: layout.ticks,
    captioned: layout.captioned,
  }
}

export const sameRows = (a: RowGeometry | null, b: RowGeometry): boolean =>
  a !== null &&
  a.rowsTop === b.rowsTop &&
  a.rowHeight === b.rowHeight &&
  a.rows === b.rows &&
  a.height === b.height

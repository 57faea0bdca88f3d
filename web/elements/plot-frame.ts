// Where data lies on the canvas: a rectangle in CSS pixels and the ranges it shows.

export interface Range {
  low: number
  high: number
}

export const defaultRange: Readonly<Range> = { low: -5, high: 5 }

/** For Lit: whether a range property really changed. */
export const rangeChanged = (a: Readonly<Range> | null, b: Readonly<Range> | null | undefined): boolean =>
  a?.low !== b?.low || a?.high !== b?.high

// Beyond this a canvas loses precision; anything there is clipped anyway.
const farAway = 20_000

export class PlotFrame {
  constructor(
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
    readonly xRange: Readonly<Range>,
    readonly yRange: Readonly<Range>,
  ) {}

  get right(): number {
    return this.left + this.width
  }

  get bottom(): number {
    return this.top + this.height
  }

  get unitX(): number {
    return this.width / (this.xRange.high - this.xRange.low)
  }

  get unitY(): number {
    return this.height / (this.yRange.high - this.yRange.low)
  }

  x(value: number): number {
    return this.left + (value - this.xRange.low) * this.unitX
  }

  y(value: number): number {
    const y = this.top + (this.yRange.high - value) * this.unitY
    return y > farAway ? farAway : y < -farAway ? -farAway : y
  }

  valueX(pixel: number): number {
    return this.xRange.low + (pixel - this.left) / this.unitX
  }

  clip(context: CanvasRenderingContext2D, margin = 0): void {
    context.beginPath()
    context.rect(this.left, this.top - margin, this.width, this.height + 2 * margin)
    context.clip()
  }
}

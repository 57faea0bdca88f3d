// The plane that a network has learned: five bands a side in the classes' colours, an ink contour at one half.

import { channels, type Context } from '../canvas.js'
import type { Palette } from '../environment.js'
import { halfContour } from './contour.js'

export interface PlaneView {
  columns: number
  rows: number
  logits: Float32Array
}

const bands = 5
/** At most this far from the middle towards a class's colour. */
const strongest = 0.64
/** Less than this between the largest and the smallest logit: nothing was learned. */
const smallestSpread = 0.05

/** Logits at which |2p − 1| passes from one band to the next. */
const bandEnds = Float32Array.from({ length: bands }, (_, k) => {
  const t = (k + 0.5) / bands
  return Math.log((1 + t) / (1 - t))
})

/** Colours from full class B over the middle to full class A, as little-endian RGBA. */
function shades(palette: Palette): Uint32Array {
  const middle = channels(palette.mid)
  return Uint32Array.from({ length: 2 * bands + 1 }, (_, k) => {
    const end = channels(k < bands ? palette.neg : palette.pos)
    const t = (Math.abs(k - bands) / bands) * strongest
    const [red, green, blue] = middle.map((from, i) => Math.round(from + (end[i] - from) * t))
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
  })
}

/** A colour for every 1/128 of a logit: the bands end well before the last. */
const entriesPerLogit = 128
const entries = 1024

function colourTable(palette: Palette): Uint32Array {
  const colours = shades(palette)
  return Uint32Array.from({ length: entries }, (_, entry) => {
    const logit = (entry + 0.5 - entries / 2) / entriesPerLogit
    const band = bandEnds.filter((end) => Math.abs(logit) > end).length
    return colours[logit < 0 ? bands - band : bands + band]
  })
}

const entryOf = (logit: number): number =>
  Math.max(0, Math.min(entries - 1, Math.floor(logit * entriesPerLogit) + entries / 2))

export class PlanePainter {
  private readonly bitmap = document.createElement('canvas')
  private image: ImageData | null = null
  private palette: Palette | null = null
  private colours: Uint32Array = new Uint32Array()

  paint(context: Context, { columns, rows, logits }: PlaneView, size: number, palette: Palette): void {
    let least = Infinity
    let most = -Infinity
    for (const logit of logits) {
      if (logit < least) least = logit
      if (logit > most) most = logit
    }
    context.fillStyle = palette.mid
    context.fillRect(0, 0, size, size)
    if (!(most - least > smallestSpread)) return
    this.fill(columns, rows, logits, palette)
    context.imageSmoothingEnabled = true
    context.imageSmoothingQuality = 'low'
    context.drawImage(this.bitmap, 0, 0, size, size)
    context.strokeStyle = palette.ink
    context.lineWidth = 1.4
    context.lineJoin = 'round'
    context.stroke(halfContour(logits, columns, rows, size))
  }

  /** Each cell as four pixels of bilinearly interpolated logits: edges follow the function, not the grid. */
  private fill(columns: number, rows: number, logits: Float32Array, palette: Palette): void {
    if (this.palette !== palette) {
      this.palette = palette
      this.colours = colourTable(palette)
    }
    const { colours } = this
    const width = (columns - 1) * 2
    const image = this.imageOf(width, (rows - 1) * 2)
    const pixels = new Uint32Array(image.data.buffer)
    for (let y = 0, pixel = 0; y < image.height; y++) {
      const v = y & 1 ? 0.75 : 0.25
      let at = (y >> 1) * columns
      let left = logits[at] + (logits[at + columns] - logits[at]) * v
      for (let x = 0; x < width; x += 2) {
        at++
        const right = logits[at] + (logits[at + columns] - logits[at]) * v
        const quarter = (right - left) / 4
        pixels[pixel++] = colours[entryOf(left + quarter)]
        pixels[pixel++] = colours[entryOf(right - quarter)]
        left = right
      }
    }
    this.bitmap.getContext('2d')!.putImageData(image, 0, 0)
  }

  private imageOf(width: number, height: number): ImageData {
    if (this.image?.width !== width || this.image.height !== height) {
      this.bitmap.width = width
      this.bitmap.height = height
      this.image = new ImageData(width, height)
    }
    return this.image
  }
}

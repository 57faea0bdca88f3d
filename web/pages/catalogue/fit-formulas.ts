// A formula that is wider than the sheet is written smaller, as far as it can still be read; then it scrolls.

const SMALLEST = 0.62
/** Glyphs do not shrink quite as their font does, and gaps not at all. */
const TRIES = 4

/** @param box Its children are lines that do not wrap; their font size follows --fit. */
export function fitFormulas(box: HTMLElement): void {
  const room = box.clientWidth
  for (const line of box.children as Iterable<HTMLElement>) {
    line.style.removeProperty('--fit')
    let fit = 1
    for (let tries = 0; tries < TRIES && fit > SMALLEST; tries++) {
      // In Firefox a formula's ink may reach beyond its box.
      const width = Math.max(line.getBoundingClientRect().width, line.scrollWidth)
      if (width <= room) break
      fit = Math.max(SMALLEST, (fit * (room - 1)) / width)
      line.style.setProperty('--fit', fit.toFixed(3))
    }
  }
}

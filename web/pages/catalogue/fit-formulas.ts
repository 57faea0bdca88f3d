// A formula that is wider than the sheet is written smaller, as far as it can still be read; then it scrolls.

const SMALLEST = 0.7
/** Of the room: glyphs do not shrink quite as their font does, and gaps do not shrink at all. */
const USED = 0.98

/** @param box Its children are lines that do not wrap; their font size follows --fit. */
export function fitFormulas(box: HTMLElement): void {
  const lines = [...box.children] as HTMLElement[]
  for (const line of lines) line.style.removeProperty('--fit')
  const widths = lines.map((line) => line.getBoundingClientRect().width)
  const room = box.clientWidth
  for (const [k, line] of lines.entries())
    if (widths[k] > room)
      line.style.setProperty('--fit', Math.max(SMALLEST, (USED * room) / widths[k]).toFixed(3))
}

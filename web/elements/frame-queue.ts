// One animation frame for the whole page. Figures mark themselves dirty; each frame draws the oldest of them
// until the budget is spent, and what is left waits for the next frame in its turn.

export interface Drawable {
  draw(): void
}

const budgetMilliseconds = 2.5

// A Set keeps the order of insertion: the first is the one that has waited longest.
const dirty = new Set<Drawable>()
// First drawings that can wait: a chart is set up when every curve is on the screen.
const late = new Set<Drawable>()
let requested = 0

export function queueDraw(figure: Drawable, canWait = false): void {
  ;(canWait ? late : dirty).add(figure)
  if (requested === 0) requested = requestAnimationFrame(drawFrame)
}

export function dropDraw(figure: Drawable): void {
  dirty.delete(figure)
  late.delete(figure)
  if (dirty.size + late.size > 0 || requested === 0) return
  cancelAnimationFrame(requested)
  requested = 0
}

function drawFrame(): void {
  requested = 0
  const end = performance.now() + budgetMilliseconds
  if (dirty.size === 0) {
    const [figure] = late
    if (figure) dirty.add(figure)
  }
  // A figure that marks itself dirty while it is drawn goes to the back, for the next frame.
  let left = dirty.size
  for (const figure of dirty) {
    if (left-- === 0) break
    dirty.delete(figure)
    late.delete(figure)
    try {
      figure.draw()
    } catch (error) {
      reportError(error) // one broken figure must not stop the others
    }
    if (performance.now() >= end) break
  }
  if (dirty.size + late.size > 0 && requested === 0) requested = requestAnimationFrame(drawFrame)
}

// Marching squares: where the logit is zero, the network says one half.

/** Segments over a square of `size` pixels; grid points lie on its edges. */
export function halfContour(logits: Float32Array, columns: number, rows: number, size: number): Path2D {
  const path = new Path2D()
  const stepX = size / (columns - 1)
  const stepY = size / (rows - 1)
  const crossing = (a: number, b: number): number => a / (a - b)
  const ends = new Float64Array(8)
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const at = j * columns + i
      const a = logits[at]
      const b = logits[at + 1]
      const c = logits[at + columns]
      const d = logits[at + columns + 1]
      const positive = a > 0
      if (positive === b > 0 && positive === c > 0 && positive === d > 0) continue
      const x = i * stepX
      const y = j * stepY
      let count = 0
      const add = (px: number, py: number): void => {
        ends[2 * count] = px
        ends[2 * count + 1] = py
        count++
      }
      if (a > 0 !== b > 0) add(x + crossing(a, b) * stepX, y)
      if (b > 0 !== d > 0) add(x + stepX, y + crossing(b, d) * stepY)
      if (c > 0 !== d > 0) add(x + crossing(c, d) * stepX, y + stepY)
      if (a > 0 !== c > 0) add(x, y + crossing(a, c) * stepY)
      // At a saddle the middle of the cell decides which corners belong together.
      const turned = count === 4 && a + b + c + d > 0 === a > 0
      for (let k = 0; k + 1 < count; k += 2) {
        const from = turned ? (k + 1) % 4 : k
        const to = turned ? (k + 2) % 4 : k + 1
        path.moveTo(ends[2 * from], ends[2 * from + 1])
        path.lineTo(ends[2 * to], ends[2 * to + 1])
      }
    }
  }
  return path
}

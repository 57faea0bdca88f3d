// The handwritten digits: fetched when they are first chosen.

import digitsAddress from '../../assets/digits.csv?url'
import type { TrainingData } from '../../engine/types.js'

const PIXELS = 64

export async function loadDigits(): Promise<TrainingData> {
  const response = await fetch(digitsAddress)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const lines = (await response.text()).trim().split('\n').slice(1)
  const x = new Float32Array(lines.length * PIXELS)
  const labels = new Int32Array(lines.length)
  lines.forEach((line, row) => {
    const values = line.split(',').map(Number)
    x.set(values.slice(0, PIXELS), row * PIXELS)
    labels[row] = values[PIXELS]
  })
  return { x, rows: lines.length, labels }
}

// The handwritten digits: fetched when they are first chosen, kept once they are here.

import digitsAddress from '../../assets/digits.csv?url'
import type { TrainingData } from '../../engine/types.js'

const PIXELS = 64

let digits: Promise<TrainingData> | null = null

/** After a failure the next call tries again. */
export function loadDigits(): Promise<TrainingData> {
  digits ??= fetchDigits().catch((thrown: unknown) => {
    digits = null
    throw thrown
  })
  return digits
}

async function fetchDigits(): Promise<TrainingData> {
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

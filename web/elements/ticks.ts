// Round numbers for an axis.

export interface Ticks {
  step: number
  values: number[]
}

/** About `wanted` ticks of step 1, 2 or 5 times a power of ten inside [low, high]. */
export function roundTicks(low: number, high: number, wanted: number): Ticks {
  const rough = (high - low) / Math.max(1, wanted)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  const values: number[] = []
  for (let k = first; k <= last; k++) values.push(k * step)
  return { step, values }
}

// One sample of what a call costs: clocks of browsers are coarse, so the call is repeated for some milliseconds.

export const ELEMENTS = 16_384
const SAMPLE_MILLISECONDS = 2
const REACH = 6

/** Fixed, and in no order that a branch predictor could learn: a fraction of multiples of the golden ratio. */
export const x = Float32Array.from(
  { length: ELEMENTS },
  (_, i) => ((i * 0.618033988749895) % 1) * 2 * REACH - REACH,
)

/** Nanoseconds an element; `call` goes over ELEMENTS. */
export function oneSample(call: () => void): number {
  const start = performance.now()
  let calls = 0
  let now = start
  while (now - start < SAMPLE_MILLISECONDS) {
    call()
    calls++
    now = performance.now()
  }
  return ((now - start) * 1e6) / (calls * ELEMENTS)
}

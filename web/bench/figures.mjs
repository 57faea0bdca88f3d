// Figures of several measurements.

/** @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5)

/** To so many digits that count. @param {number} value @param {number} [digits] */
export const round = (value, digits = 3) => Number(value.toPrecision(digits))

// Numbers as the page writes them: a true minus, a thin space before %, no sentences.

const minus = '\u2212'
const thinSpace = '\u2009'

const signed = (value: number, text: string): string =>
  value < 0 && /[1-9]/.test(text) ? minus + text : text

/** Fixed decimals: −0.964. Never −0.000. */
export function fixed(value: number, decimals = 3): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? `${minus}∞` : '∞'
  return signed(value, Math.abs(value).toFixed(decimals))
}

/** As short as it goes within the decimals: 0.25, 1, 1.13. */
export function short(value: number, decimals = 2): string {
  const text = fixed(value, decimals)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Table figures without the leading zero, with fewer decimals the larger they are: .24, 4.75, 16.5, 3e4. */
export const bare = (value: number, digits = 3): string => {
  const power = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1)
  return power > digits && isFinite(value)
    ? value.toExponential(0).replace('+', '').replace('-', minus)
    : fixed(value, Math.min(2, digits - power)).replace(/^(\D?)0\./, '$1.')
}

/** One figure less, for the sign: +.50, −.02, +2.6. */
export const bareSigned = (value: number): string => {
  const text = bare(value, 2)
  return value > 0 || text[0] === '.' || text[0] === '0' ? `+${text.replace('+', '')}` : text
}

export const percent = (fraction: number, decimals = 0): string =>
  `${fixed(fraction * 100, decimals)}${thinSpace}%`

/** A percentage that never rounds something to nothing or less than all to all. */
export function honestPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.005) return `<${percent(0.01)}`
  if (fraction < 1 && fraction > 0.995) return `>${percent(0.99)}`
  return percent(fraction)
}

/** Step counts: 1,240. */
export const integer = (value: number): string =>
  signed(value, String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ','))

/** A tick of an axis whose ticks are `step` apart. */
export const tick = (value: number, step: number): string =>
  fixed(value, Math.max(0, Math.min(8, Math.ceil(-Math.log10(step) - 1e-9))))

/** Three figures whatever the size: 0.214, 12.3, 1.2e5. */
export function threeFigures(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || size === 0) return fixed(value, 0)
  if (size >= 1e5 || size < 1e-3) return value.toExponential(1).replace(/-/g, minus).replace('+', '')
  return fixed(value, Math.max(0, Math.min(4, 2 - Math.floor(Math.log10(size)))))
}

/** Three figures without idle zeros: 0.95, 1, 12.3, 4.7 × 10⁻⁴. */
export function figures(value: number): string {
  const [digits, exponent] = threeFigures(value).replace(minus, '-').split('e')
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  return (
    plain.replace('-', minus) +
    (exponent ? `\u00a0×\u00a010${superscript(Number(exponent.replace(minus, '-')))}` : '')
  )
}

export const superscript = (exponent: number): string =>
  String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]))

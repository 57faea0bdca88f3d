// Numbers as both languages write them: a true minus, commas between thousands, powers of ten for what is huge.

const minus = (text: string) => text.replace('-', '−')

export const number = (value: number): string =>
  minus(value.toLocaleString('en', { maximumFractionDigits: 6 }))

export const whole = (value: number): string => number(Math.floor(value))

export const percent = (share: number): string => `${Math.round(share * 100)}\u2009%`

export const fixed = (value: number, digits: number): string =>
  Number.isFinite(value) ? minus(value.toFixed(digits)) : 'NaN'

export const short = (value: number): string => minus(String(Number(value.toFixed(2))))

export function loss(value: number): string {
  if (value < 100) return fixed(value, 3)
  if (value < 1e5) return number(Math.round(value))
  if (!(value < Infinity)) return 'NaN'
  const [digits, exponent] = value.toExponential(1).split('e+')
  return `${digits} × 10${superscript(Number(exponent))}`
}

/** One figure of what is small, two of what is large. */
export function significant(value: number): string {
  if (value >= 1e6) return `10${superscript(Math.round(Math.log10(value)))}`
  if (value >= 10) return number(Number(value.toPrecision(2)))
  return value >= 1 ? value.toFixed(1) : String(Number(value.toPrecision(1)))
}

export const list = (words: readonly string[], separator: string): string => words.join(separator)

function superscript(value: number): string {
  return String(value).replace(/./g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'['0123456789-'.indexOf(digit)])
}

// Checks of arguments before they cross into WebAssembly, where a wrong one would go unnoticed.

import { ActivationPlaygroundError } from './errors.js'

export function fail(code: string, path: string, message: string): never {
  throw new ActivationPlaygroundError(code, path, message)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'number' || value === null || value === undefined) return String(value)
  return Object.prototype.toString.call(value).slice(8, -1)
}

export function wholeNumber(path: string, value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    fail('out_of_range', path, `${path} must be a whole number from ${min} to ${max}, not ${shown(value)}`)
  }
  return value
}

export function finiteNumber(path: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    fail('out_of_range', path, `${path} must be a finite number, not ${shown(value)}`)
  }
  return value
}

export function floats(path: string, value: unknown): Float32Array {
  if (!(value instanceof Float32Array))
    fail('wrong_type', path, `${path} must be a Float32Array, not ${shown(value)}`)
  return value
}

/** `names` of the columns a row has help the message: "x[12]". */
export function finiteFloats(path: string, value: unknown): Float32Array {
  const array = floats(path, value)
  if (allFinite(array)) return array
  const at = array.findIndex((entry) => !Number.isFinite(entry))
  fail('not_finite', `${path}[${at}]`, `${path}[${at}] is ${array[at]}; values must be finite`)
}

/** A product with zero is zero unless a value is NaN or infinite. Four sums, for additions wait for each other. */
function allFinite(array: Float32Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0]
  const whole = array.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a += array[i] * 0
    b += array[i + 1] * 0
    c += array[i + 2] * 0
    d += array[i + 3] * 0
  }
  for (let i = whole; i < array.length; ++i) a += array[i] * 0
  return a + b + c + d === 0
}

export function knownKeys(path: string, value: object, valid: readonly string[]): void {
  if (Object(value) !== value) fail('wrong_type', path, `${path} must be an object, not ${shown(value)}`)
  for (const key of Object.keys(value)) {
    if (!valid.includes(key)) {
      fail(
        'unknown_field',
        `${path}.${key}`,
        `${path}.${key} is not a field; valid here: ${valid.join(', ') || 'none'}`,
      )
    }
  }
}

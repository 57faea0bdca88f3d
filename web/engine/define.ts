// Functions that users write (cpp/expression).

import { fail } from './check.js'
import { ExpressionError } from './errors.js'
import { outputJson, sendBytes, type RawModule } from './module.js'
import type { ActivationInfo } from './types.js'

/** The function and the number by which the module knows it. */
export function defineFunction(module: RawModule, text: unknown): { number: number; info: ActivationInfo } {
  if (typeof text !== 'string') {
    fail('wrong_type', 'expression', `an expression is a text such as "x * tanh(a * x)", not ${typeof text}`)
  }
  const bytes = new TextEncoder().encode(text)
  sendBytes(module, bytes)
  const number = module.define()
  if (number >= 0) return { number, info: outputJson(module) as ActivationInfo }
  const mistake = outputJson(module) as Pick<ExpressionError, 'message' | 'position' | 'reason' | 'details'>
  const before = new TextDecoder().decode(bytes.subarray(0, mistake.position))
  throw new ExpressionError(mistake.message, before.length, mistake.reason, mistake.details)
}

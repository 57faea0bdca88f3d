// How functions are called on the page; nothing is typed in, all comes from the catalogue.

import type { ActivationInfo } from '../../engine/types.js'

/** The name, without what stands in brackets. Latin in both languages, as formulas and papers have it. */
export function functionName(info: ActivationInfo): string {
  return info.name.en.replace(/\s*[(（].*$/, '')
}

// How functions and parameters are called on the page; nothing is typed in, all comes from the catalogue.

import type { ActivationInfo, ParameterInfo } from '../../engine/types.js'

/** The name, without what stands in brackets. Latin in both languages, as formulas and papers have it. */
export function functionName(info: ActivationInfo): string {
  return info.name.en.replace(/\s*[(（].*$/, '')
}

const GREEK = 'alpha:α beta:β gamma:γ delta:δ theta:θ lambda:λ mu:μ sigma:σ tau:τ'
const LETTERS = new Map(GREEK.split(' ').map((pair) => pair.split(':') as [string, string]))

/** The parameter's letter. */
export function parameterName({ latex, name }: ParameterInfo): string {
  return LETTERS.get(latex.replace(/^\\/, '')) ?? (/^\w+$/.test(latex) ? latex : name)
}

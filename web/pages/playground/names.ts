// How functions and parameters are called on the page; nothing is typed in, all comes from the catalogue.

import type { ActivationInfo, ParameterInfo } from '../../engine/types.js'

/** The name, without what stands in brackets. Latin in both languages, as formulas and papers have it. */
export function functionName(info: ActivationInfo): string {
  return info.name.en.replace(/\s*[(（].*$/, '')
}

const GREEK = 'alpha:α beta:β gamma:γ delta:δ epsilon:ε theta:θ lambda:λ mu:μ sigma:σ tau:τ omega:ω'
const LETTERS = new Map(GREEK.split(' ').map((pair) => pair.split(':') as [string, string]))

/** All that Unicode has of what formulas take as an index. */
const INDICES = 'aehijklmnoprstuvx0123456789'
const SUBSCRIPTS = 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉'

/** The parameter as formulas write it: α, t_l as tₗ. */
export function parameterName({ latex, name }: ParameterInfo): string {
  const [, letter = '', index = ''] = /^\\?([a-z]+)(?:_(\w))?$/i.exec(latex) ?? []
  const below = index && (SUBSCRIPTS[INDICES.indexOf(index)] ?? `_${index}`)
  return letter ? (LETTERS.get(letter) ?? letter) + below : name
}

// How parameters are called on the page: as formulas write them, from what the catalogue says. Not part of the first view.

import type { ParameterInfo } from '../../engine/types.js'

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

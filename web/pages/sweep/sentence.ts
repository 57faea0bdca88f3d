// What the table says in one sentence, computed from its cells.

import { sweepWords } from '../../i18n/sweep.js'
import { acrossLabel } from './across.js'
import { hasLearned } from './outcome.js'
import { nameOf, rowOf, type Results } from './result-table.js'

/** Of every function at how many values it learns, those that learn at most of them first. */
export function sentence(results: Results): string {
  const { state, catalogue, strings } = results
  const words = sweepWords(strings)
  const names = new Map<number, string[]>()
  state.functions.forEach((choice, k) => {
    const count = rowOf(results, k).filter(hasLearned).length
    names.set(count, [...(names.get(count) ?? []), nameOf(choice, catalogue, strings)])
  })
  const [[most, best], ...rest] = [...names].sort(([a], [b]) => b - a)
  const across = acrossLabel(state.across, strings, state.settings)
  if (most === 0) return words.noneLearns(across)
  return words.says(across, [
    words.mostLearn(best, most, state.values.length),
    ...rest.map(([count, fewer]) => words.fewerLearn(fewer, count)),
  ])
}

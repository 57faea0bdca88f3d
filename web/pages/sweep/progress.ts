// How far a sweep is, and what starts and stops it.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { sweepWords } from '../../i18n/sweep.js'
import type { SweepRun } from './run.js'

/** @param waits It is large, and was not started. */
export function progress(
  run: SweepRun,
  waits: boolean,
  strings: Strings,
  toggle: () => void,
): TemplateResult {
  const words = sweepWords(strings)
  const { rows, total, spent, running, finished, workers } = run
  const trained = rows.length > 0
  const said = [
    words.progress(strings.number(rows.length), strings.number(total)),
    ...(trained ? [words.took(strings.fixed(spent / 1000, 1), workers)] : []),
    ...(waits ? [words.waits] : []),
  ]
  return html`<div class="progress" tabindex="-1">
    ${
      finished
        ? nothing
        : html`<button class="button main" @click=${toggle}>
              ${running ? words.stop : trained ? words.goOn : words.run}
            </button>
            <progress max=${total} value=${rows.length} aria-label=${words.rows}></progress>`
    }
    <span>${said.join(' · ')}</span>
  </div>`
}

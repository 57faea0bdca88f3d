// The function in other people's libraries and in ours.

import { html, nothing, type TemplateResult } from 'lit'
import type { ActivationInfo, Parameters } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { CopyTabs } from './copy-tabs.js'
import { CODE_NAMES, codesOf, snippet, type Code } from './snippets.js'

export function codeSection(
  copyTabs: CopyTabs,
  info: ActivationInfo,
  parameters: Parameters,
  wanted: Code | null,
  words: CatalogueWords,
  choose: (code: Code) => void,
): TemplateResult {
  const tabs = codesOf(info).map((key) => ({
    key,
    name: CODE_NAMES[key],
    text: snippet(info, key, parameters),
  }))
  const chosen = tabs.find(({ key }) => key === wanted) ?? tabs[0]
  const { frameworks, code, noFramework } = words.sheet
  return html`<section class="code">
    <h3>${frameworks}</h3>
    ${tabs.length === 1 ? html`<p class="note">${noFramework}</p>` : nothing}
    ${copyTabs.render(tabs, chosen, { tabs: frameworks, lines: code }, words, choose)}
  </section>`
}

// What to copy into another page.

import { html, type TemplateResult } from 'lit'
import type { ActivationInfo } from '../../engine/types.js'
import type { CatalogueWords } from '../../i18n/catalogue/index.js'
import type { LaneChoice } from '../playground/state.js'
import type { CopyTabs } from './copy-tabs.js'
import { embedCode, EMBEDS, type Embed } from './embed.js'

export function embedSection(
  copyTabs: CopyTabs,
  info: ActivationInfo,
  choice: LaneChoice,
  chosen: Embed,
  words: CatalogueWords,
  choose: (embed: Embed) => void,
): TemplateResult {
  const { sheet } = words
  const page = location.href.replace(/#.*$/, '')
  const tabs = EMBEDS.map((key) => ({
    key,
    name: sheet.embeds[key],
    text: embedCode(key, info, choice, page),
  }))
  const tab = tabs.find(({ key }) => key === chosen) ?? tabs[0]
  return html`<section class="embed" id="embed">
    <h3>${sheet.embed}</h3>
    ${copyTabs.render(tabs, tab, { tabs: sheet.embed, lines: sheet.code }, words, choose)}
    <p class="note">${sheet.embedNotes[chosen]}</p>
  </section>`
}

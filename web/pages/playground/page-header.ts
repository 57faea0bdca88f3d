// The top of the page: its name, the link to this state, language and theme. Views will stand beside the name.

import { html, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { icons } from './icons.js'

export interface HeaderActions {
  copyLink: () => void
  switchLanguage: () => void
  switchTheme: () => void
}

export function pageHeader(strings: Strings, actions: HeaderActions): TemplateResult {
  return html`<header class="top">
    <h1 class="brand">${icons.brand}${strings.title}</h1>
    <div class="end">
      <button class="ghost copy-link" aria-label=${strings.copyLink} @click=${actions.copyLink}>
        ${icons.link}<span class="dt">${strings.copyLink}</span>
      </button>
      <button class="ghost language" lang=${strings.otherLanguageCode} @click=${actions.switchLanguage}>
        ${strings.otherLanguage}
      </button>
      <button
        class="ghost theme"
        aria-label=${strings.theme}
        title=${strings.theme}
        @click=${actions.switchTheme}
      >
        ${icons.theme}
      </button>
    </div>
  </header>`
}

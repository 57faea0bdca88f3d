// The top of the page: its name, its views, the link to this state, language and theme.

import { html, nothing, type TemplateResult } from 'lit'
import type { Strings } from '../../i18n/index.js'
import { icons } from './icons.js'
import type { View } from './view-of.js'

export interface HeaderActions {
  copyLink: () => void
  switchLanguage: () => void
  switchTheme: () => void
}

export interface ViewLinks {
  current: View
  /** Address of each view as it was last seen. */
  addresses: Readonly<Record<View, string>>
  /** A link to another view is followed. */
  leave: (event: MouseEvent) => void
}

const VIEWS: readonly View[] = ['playground', 'catalogue', 'sweep']

export function pageHeader(strings: Strings, views: ViewLinks, actions: HeaderActions): TemplateResult {
  return html`<header class="top">
    <h1 class="brand">${icons.brand}<span>${strings.title}</span></h1>
    <nav aria-label=${strings.views.label}>
      ${VIEWS.map((view) => {
        const current = view === views.current
        return html`<a
          href=${views.addresses[view]}
          aria-current=${current ? 'page' : nothing}
          @click=${current ? nothing : views.leave}
          >${strings.views[view]}</a
        >`
      })}
    </nav>
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

// Language and theme: what the address says, else what was chosen here, else what the system asks for.

import { isLanguage, preferredLanguage, type Language } from '../../i18n/index.js'

export type Theme = 'light' | 'dark'

export interface Preferences {
  language: Language
  theme: Theme | null
}

export function readPreferences(page: Readonly<Record<string, string>>): Preferences {
  const { lang, theme } = page
  return {
    language: isLanguage(lang) ? lang : preferredLanguage(),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  }
}

/** As the address of this moment has it. */
export function addressPreferences(): Preferences {
  return readPreferences(Object.fromEntries(new URLSearchParams(location.hash.slice(1))))
}

export function shownTheme(theme: Theme | null): Theme {
  return theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

export function applyPreferences({ language, theme }: Preferences, code: string, title: string): void {
  const root = document.documentElement
  root.lang = code
  root.dataset.language = language
  if (theme) root.dataset.theme = theme
  else delete root.dataset.theme
  document.title = title
}

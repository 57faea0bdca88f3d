// Which language the page speaks. Elements that are embedded elsewhere bring their own few words.

import { en, type Strings } from './en.js'
import { zh } from './zh.js'

export type { Strings }
export type Language = 'en' | 'zh'

const ALL: Record<Language, Strings> = { en, zh }

export function stringsFor(language: Language): Strings {
  return ALL[language]
}

export function isLanguage(text: string | undefined): text is Language {
  return text === 'en' || text === 'zh'
}

export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

// Which language the page speaks. One is loaded for a visit, the other when asked for. Elements that are embedded
// elsewhere bring their own few words.

import type { Strings } from './en.js'

export type { Strings }
export type Language = 'en' | 'zh'

const loaders: Record<Language, () => Promise<Strings>> = {
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
}

export const loadStrings = (language: Language): Promise<Strings> => loaders[language]()

export function isLanguage(text: string | undefined): text is Language {
  return text === 'en' || text === 'zh'
}

export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

// The words of the catalogue, loaded with it, one language at a time.

import type { Language } from '../index.js'
import type { CatalogueWords } from './en.js'

export type { CatalogueWords }

const loaders: Record<Language, () => Promise<CatalogueWords>> = {
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
}

export const loadCatalogueWords = (language: Language): Promise<CatalogueWords> => loaders[language]()

// Language and theme of the page: as the address says, else as the system asks, and as the reader switches them.

import { loadStrings, type Language, type Strings } from '../../i18n/index.js'
import {
  addressPreferences,
  applyPreferences,
  readPreferences,
  shownTheme,
  type Preferences,
} from './preferences.js'

export class Appearance {
  private preferences = addressPreferences()
  /** What the address must keep of it. */
  pageKeys: Record<string, string> = {}

  constructor(
    /** In the language of the preferences. */
    public strings: Strings,
    private readonly changed: () => void,
  ) {
    this.apply(this.preferences)
  }

  get language(): Language {
    return this.preferences.language
  }

  /** What an address asks for; the rest stays. */
  async follow(page: Readonly<Record<string, string>>): Promise<void> {
    if (page.lang || page.theme) await this.prefer(readPreferences({ ...this.pageKeys, ...page }))
  }

  readonly switchLanguage = (): Promise<void> =>
    this.prefer({ ...this.preferences, language: this.preferences.language === 'en' ? 'zh' : 'en' })

  readonly switchTheme = (): Promise<void> =>
    this.prefer({
      ...this.preferences,
      theme: shownTheme(this.preferences.theme) === 'dark' ? 'light' : 'dark',
    })

  private async prefer(preferences: Preferences): Promise<void> {
    if (preferences.language !== this.preferences.language)
      this.strings = await loadStrings(preferences.language)
    this.apply(preferences)
    this.changed()
  }

  private apply(preferences: Preferences): void {
    const explicit = preferences.language !== readPreferences({}).language
    this.preferences = preferences
    this.pageKeys = {
      ...(explicit && { lang: preferences.language }),
      ...(preferences.theme && { theme: preferences.theme }),
    }
    applyPreferences(preferences, this.strings.code, this.strings.title)
  }
}

// Entry of the page: its language, tokens and formula styles, then the page itself.

import { documentTokens } from '../../elements/tokens.css.js'
import { starterEngine } from '../../engine/starter.js'
import { loadStrings } from '../../i18n/index.js'
import { styles as formulaStyles } from 'virtual:starter-formulas'
import { PlaygroundPage } from './playground-page.js'
import { addressPreferences } from './preferences.js'
import { hasSimd } from './simd.js'

// Both are on their way before the page asks for them; it tells what goes wrong with the engine.
const strings = loadStrings(addressPreferences().language)
if (hasSimd()) starterEngine().catch(() => undefined)

const sheet = new CSSStyleSheet()
sheet.replaceSync(documentTokens.cssText + formulaStyles)
document.adoptedStyleSheets = [sheet]

PlaygroundPage.strings = await strings
customElements.define('playground-page', PlaygroundPage)

// Entry of the page: tokens and formula styles, then the page itself.

import { documentTokens } from '../../elements/tokens.css.js'
import { styles as formulaStyles } from 'virtual:formulas'
import './playground-page.js'

const sheet = new CSSStyleSheet()
sheet.replaceSync(documentTokens.cssText + formulaStyles)
document.adoptedStyleSheets = [sheet]

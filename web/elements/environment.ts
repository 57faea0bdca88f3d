// What every figure has around it: light or dark, and device pixels. Read once, dropped on change.
// Listens to the root element and to media queries while at least one figure is connected, never to window.

import { colours, hostTokens, type ColourToken, type Scheme } from './tokens.css.js'

export interface Palette extends Readonly<Record<ColourToken, string>> {
  readonly scheme: Scheme
  readonly lanes: readonly [string, string, string, string]
}

const toPalette = (scheme: Scheme): Palette => {
  const values = colours[scheme]
  return { ...values, scheme, lanes: [values.lane1, values.lane2, values.lane3, values.lane4] }
}

const palettes: Record<Scheme, Palette> = { light: toPalette('light'), dark: toPalette('dark') }

const darkQuery = matchMedia('(prefers-color-scheme: dark)')

const readScheme = (): Scheme => {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'dark' || chosen === 'light') return chosen
  return darkQuery.matches ? 'dark' : 'light'
}

const sheetOf = (scheme: Scheme): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(hostTokens(scheme))
  return sheet
}

let scheme = readScheme()
const schemeSheet = sheetOf(scheme)
const fixedSheets: Partial<Record<Scheme, CSSStyleSheet>> = {}

/** The tokens for a shadow root: following the page, or fixed. One sheet serves all figures. */
export const tokenSheet = (fixed?: Scheme): CSSStyleSheet =>
  fixed ? (fixedSheets[fixed] ??= sheetOf(fixed)) : schemeSheet

export const palette = (fixed?: Scheme): Palette => palettes[fixed ?? scheme]

export const pixelRatio = (): number => Math.max(1, devicePixelRatio || 1)

type Listener = () => void
const listeners = new Set<Listener>()
const rootObserver = new MutationObserver(applyScheme)
let ratioQuery: MediaQueryList | null = null

function applyScheme(): void {
  const next = readScheme()
  if (next === scheme) return
  scheme = next
  schemeSheet.replaceSync(hostTokens(scheme))
  notify()
}

function notify(): void {
  for (const listener of listeners) listener()
}

// A resolution query matches one ratio only, so it is renewed after each change.
function watchRatio(): void {
  ratioQuery?.removeEventListener('change', ratioChanged)
  ratioQuery = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  ratioQuery.addEventListener('change', ratioChanged)
}

function ratioChanged(): void {
  watchRatio()
  notify()
}

function start(): void {
  rootObserver.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  darkQuery.addEventListener('change', applyScheme)
  watchRatio()
  applyScheme()
}

function stop(): void {
  rootObserver.disconnect()
  darkQuery.removeEventListener('change', applyScheme)
  ratioQuery?.removeEventListener('change', ratioChanged)
  ratioQuery = null
}

/** Calls the listener after the theme or the pixel ratio changed; returns the way to end that. */
export function onEnvironmentChange(listener: Listener): () => void {
  if (listeners.size === 0) start()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) stop()
  }
}

// The design tokens, once: custom properties for CSS and the same values for canvas. No element, no rule but tokens.

import { unsafeCSS, type CSSResult } from 'lit'

export type Scheme = 'light' | 'dark'

const light = {
  paper: '#fbfaf7',
  surface: '#ffffff',
  well: '#f4f2ec',
  ink: '#1b1e22',
  ink2: '#474d54',
  ink3: '#676d74',
  rule: '#d8d5cc',
  hair: '#e9e6de',
  lane1: '#0f43a8',
  lane2: '#b3470e',
  lane3: '#0b7d6c',
  lane4: '#5c2448',
  neg: '#b08d3c',
  mid: '#f7f5ef',
  pos: '#466a8c',
  negInk: '#6d5312',
  posInk: '#1f4363',
  sat: 'rgba(27,30,34,.055)',
  hatch: 'rgba(27,30,34,.17)',
  alert: '#a8201a',
  alertBg: '#fbeeec',
  sel: '#1b1e22',
  selInk: '#fbfaf7',
  focus: '#0f43a8',
}

export type ColourToken = keyof typeof light

const dark: Record<ColourToken, string> = {
  paper: '#14171a',
  surface: '#1a1e22',
  well: '#20252a',
  ink: '#eceae4',
  ink2: '#b9bcbf',
  ink3: '#949a9f',
  rule: '#3a4046',
  hair: '#282d32',
  lane1: '#539ee6',
  lane2: '#e8822e',
  lane3: '#43d9a1',
  lane4: '#e7bbd5',
  neg: '#b8933f',
  mid: '#1c2024',
  pos: '#5f8fb8',
  negInk: '#e9cd86',
  posInk: '#a9cdec',
  sat: 'rgba(236,234,228,.06)',
  hatch: 'rgba(236,234,228,.2)',
  alert: '#ff8a7d',
  alertBg: '#33201f',
  sel: '#eceae4',
  selInk: '#14171a',
  focus: '#8ec1f5',
}

export const colours: Readonly<Record<Scheme, Readonly<Record<ColourToken, string>>>> = { light, dark }

export const fontFamily =
  'system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC",' +
  '"Noto Sans CJK SC","Source Han Sans SC",sans-serif'

const measures: Readonly<Record<string, string>> = {
  font: fontFamily,
  mono: 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace',
  't-micro': '11px',
  't-label': '12px',
  't-body': '13px',
  't-lead': '15px',
  't-name': '17px',
  't-quote': '19px',
  't-title': '22px',
  't-figure': '26px',
  't-display': '34px',
  s1: '4px',
  s2: '8px',
  s3: '12px',
  s4: '16px',
  s5: '24px',
  s6: '32px',
  s7: '48px',
  s8: '64px',
  r1: '3px',
  r2: '6px',
  r3: '22px',
  hit: '44px',
}

const declarations = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value};`)
    .join('')

const colourDeclarations = (scheme: Scheme): string =>
  `color-scheme:${scheme};${declarations(colours[scheme])}`

/** For a document: dark by data-theme on the root or, where that is unset, as the reader's system asks. */
export const documentTokens: CSSResult = unsafeCSS(
  `:root{${declarations(measures)}${colourDeclarations('light')}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${colourDeclarations('dark')}}}` +
    `:root[data-theme=dark]{${colourDeclarations('dark')}}`,
)

/** For a shadow root, which cannot see the document's data-theme: environment.ts swaps the text. */
export const hostTokens = (scheme: Scheme): string =>
  `:host{${declarations(measures)}${colourDeclarations(scheme)}}`

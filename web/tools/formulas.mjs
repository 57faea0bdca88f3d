// The module virtual:formulas: every formula of the catalogue as MathML, made while the page or the package is built.
// No formula is typed in here: the engine itself is asked. MathML's style attributes, which a strict CSP
// blocks, become classes.

import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { TextDecoder } from 'node:util'
import temml from 'temml'
import { engineBinary, engineModule, requireEngine } from './layout.mjs'

export const moduleName = 'virtual:formulas'

/** Temml's own rules for the classes that its output carries. */
const temmlStyles = `math{font-family:'Cambria Math','STIX Two Math','Noto Sans Math',math;line-height:normal}
mtd.tml-left{text-align:left}mtd.tml-right{text-align:right}
@supports (not (-moz-appearance:none)){.tml-sml-pad{padding-left:.05em}.tml-med-pad{padding-left:.1em}.tml-lrg-pad{padding-left:.15em}}
`

/** @returns {Promise<{ id: string, formula: string, derivative: string }[]>} */
async function readCatalogue() {
  requireEngine()
  const { default: createModule } = await import(pathToFileURL(engineModule).href)
  const engine = await createModule({ wasmBinary: await readFile(engineBinary) })
  // The text is left in the module's memory: web/engine/module.ts.
  engine.catalogue()
  const start = engine.outputText()
  return JSON.parse(new TextDecoder().decode(engine.HEAPU8.subarray(start, start + engine.outputTextSize())))
}

/** Source text of the module. */
export async function formulasModule() {
  const classes = new Map()
  /** @param {string} style @param {string} [name] */
  const classFor = (style, name) => {
    if (!classes.has(style)) classes.set(style, `math-${classes.size}`)
    return `class="${name ? `${name} ` : ''}${classes.get(style)}"`
  }
  /** @param {string} id @param {string} latex */
  const render = (id, latex) => {
    let mathml
    try {
      mathml = temml.renderToString(latex, { throwOnError: true, strict: true })
    } catch (error) {
      throw new Error(`formula of ${id}: ${latex}`, { cause: error })
    }
    const clean = mathml.replace(/<\w+(?: [\w-]+="[^"]*")*>/g, (tag) => {
      const style = / style="([^"]*)"/.exec(tag)
      if (!style) return tag
      const name = / class="([^"]*)"/.exec(tag)
      return tag
        .replace(style[0], '')
        .replace(name?.[0] ?? />$/, (match) =>
          name ? ` ${classFor(style[1] ?? '', name[1])}` : ` ${classFor(style[1] ?? '')}${match}`,
        )
    })
    if (clean.includes('style=')) throw new Error(`formula of ${id}: a style attribute is left in ${clean}`)
    return clean
  }
  const catalogue = await readCatalogue()
  /** @param {'formula' | 'derivative'} field */
  const table = (field) =>
    JSON.stringify(Object.fromEntries(catalogue.map((entry) => [entry.id, render(entry.id, entry[field])])))
  // Two tables: a page that shows no derivatives does not carry them.
  const tables = `export const formulas = ${table('formula')}\nexport const derivatives = ${table('derivative')}\n`
  const rules = [...classes].map(([style, name]) => `.${name}{${style}}`).join('')
  return `${tables}export const styles = ${JSON.stringify(temmlStyles + rules)}\n`
}

/** For Vite. */
export function viteFormulas() {
  const resolved = `\0${moduleName}`
  return {
    name: 'formulas',
    /** @param {string} id */
    resolveId: (id) => (id === moduleName ? resolved : null),
    /** @param {string} id */
    load: (id) => (id === resolved ? formulasModule() : null),
  }
}

/** For esbuild. @returns {import('esbuild').Plugin} */
export const esbuildFormulas = () => ({
  name: 'formulas',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${moduleName}$`) }, (arguments_) => ({
      path: arguments_.path,
      namespace: 'formulas',
    }))
    build.onLoad({ filter: /.*/, namespace: 'formulas' }, async () => ({ contents: await formulasModule() }))
  },
})

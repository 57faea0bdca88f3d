// The module virtual:formulas: every formula of the catalogue as MathML, made while the page or the package is built;
// and virtual:starter-formulas, those of the starter's functions. No formula is typed in here: the engine itself is
// asked. MathML's style attributes, which a strict CSP blocks, become classes; both modules call them alike.

import temml from 'temml'
import { engineBinary, engineModule, starterBinary, starterModule } from './layout.mjs'
import { catalogueOf, wasmModule } from './wasm-module.mjs'

const moduleNames = ['virtual:formulas', 'virtual:starter-formulas']

/** Temml's own rules for the classes that its output carries. */
const temmlStyles = `math{font-family:'Cambria Math','STIX Two Math','Noto Sans Math',math;line-height:normal}
mtd.tml-left{text-align:left}mtd.tml-right{text-align:right}
@supports (not (-moz-appearance:none)){.tml-sml-pad{padding-left:.05em}.tml-med-pad{padding-left:.1em}.tml-lrg-pad{padding-left:.15em}}
`

/** Source text of a module. @param {string} name */
async function formulasModule(name) {
  const catalogue = catalogueOf(await wasmModule(engineModule, engineBinary))
  const starter = catalogueOf(await wasmModule(starterModule, starterBinary))
  // The starter's functions first: their classes then have the same names in both modules.
  const isStarter = new Set(starter.map(({ id }) => id))
  const ordered = [...starter, ...catalogue.filter(({ id }) => !isStarter.has(id))]
  return sourceOf(name === 'virtual:formulas' ? ordered : starter)
}

/** @param {{ id: string, formula: string, derivative: string }[]} catalogue */
function sourceOf(catalogue) {
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
    if (clean.includes(' style=')) throw new Error(`formula of ${id}: a style attribute is left in ${clean}`)
    return clean
  }
  const rendered = catalogue.map(({ id, formula, derivative }) => [
    id,
    render(id, formula),
    render(id, derivative),
  ])
  /** @param {number} column */
  const table = (column) => JSON.stringify(Object.fromEntries(rendered.map((row) => [row[0], row[column]])))
  // Two tables: a page that shows no derivatives does not carry them.
  const tables = `export const formulas = ${table(1)}\nexport const derivatives = ${table(2)}\n`
  const rules = [...classes].map(([style, name]) => `.${name}{${style}}`).join('')
  return `${tables}export const styles = ${JSON.stringify(temmlStyles + rules)}\n`
}

/** For Vite. */
export function viteFormulas() {
  return {
    name: 'formulas',
    /** @param {string} id */
    resolveId: (id) => (moduleNames.includes(id) ? `\0${id}` : null),
    /** @param {string} id */
    load: (id) => (moduleNames.includes(id.slice(1)) ? formulasModule(id.slice(1)) : null),
  }
}

/** For esbuild. @returns {import('esbuild').Plugin} */
export const esbuildFormulas = () => ({
  name: 'formulas',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${moduleNames.join('|')})$`) }, (arguments_) => ({
      path: arguments_.path,
      namespace: 'formulas',
    }))
    build.onLoad({ filter: /.*/, namespace: 'formulas' }, async ({ path }) => ({
      contents: await formulasModule(path),
    }))
  },
})

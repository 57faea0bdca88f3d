// Vite wraps every dynamic import in a helper that fetches style sheets and modules ahead of it. Here no part that is
// loaded later has a style sheet of its own (they adopt `?inline` ones), so an import is an import.

const helper = '\0vite/preload-helper.js'

/** @returns {import('vite').Plugin} */
export const plainImports = () => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === helper ? 'export const __vitePreload = (load) => load()' : null),
  generateBundle(_, bundle) {
    const sheets = Object.keys(bundle).filter((name) => name.endsWith('.css'))
    if (sheets.length > 1)
      this.error(`a part loaded later has a style sheet of its own: ${sheets.join(', ')}`)
  },
})

import { defineConfig } from 'vite'
import { viteFormulas } from './tools/formulas.mjs'
import { viteLeanUplot } from './tools/lean-uplot.mjs'
import { viteProperties } from './tools/properties.mjs'
import { plainImports } from './tools/plain-imports.mjs'
import { sharedWorkerCode } from './tools/shared-worker-code.mjs'
import {
  engineBinary,
  engineModule,
  fromTop,
  oracleBinary,
  siteFolder,
  starterBinary,
  starterModule,
} from './tools/layout.mjs'

/** Lit and the page's own parts; what only panels and later views share stays with them. */
const sharedByThePage =
  /node_modules\/(lit|@lit|lit-\w+)\/(?!.*(live|directive-helpers))|decorate\.js|web\/i18n\/numbers|web\/elements\/(?!boundary\/(digits|fitted|other)|rows\/|miniature)|web\/pages\/playground\/(?!popover|own-|control-|further|scrub-number|parameter-|corrections|digits|hand-over|lane-layers|\w+\.css)/

export default defineConfig({
  root: fromTop('web'),
  // Relative addresses: the page works under any sub-path.
  base: './',
  plugins: [viteFormulas(), viteProperties(), viteLeanUplot(), plainImports(), sharedWorkerCode()],
  resolve: {
    alias: [
      { find: 'engine-wasm', replacement: engineModule },
      { find: /^engine\.wasm$/, replacement: engineBinary },
      { find: 'starter-wasm', replacement: starterModule },
      { find: /^starter\.wasm$/, replacement: starterBinary },
      { find: /^oracle\.wasm$/, replacement: oracleBinary },
    ],
  },
  worker: { format: 'es', plugins: () => [viteFormulas()] },
  build: {
    outDir: siteFolder,
    emptyOutDir: true,
    target: 'es2022',
    // A kilobyte less than the default minifier's.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 3, ecma: 2020, hoist_funs: true } },
    // A data: address would be blocked by a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    // For the first view only: panels loaded later need no more than one or two files.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    rolldownOptions: {
      // Terser is what takes the time, and is asked for.
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          // What the first view shares with panels loaded later is one file, not six.
          groups: [{ name: 'shared', test: sharedByThePage, minShareCount: 2 }],
        },
      },
    },
  },
  server: { fs: { allow: [fromTop('.')] } },
})

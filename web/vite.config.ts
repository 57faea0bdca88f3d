import { defineConfig } from 'vite'
import { viteFormulas } from './tools/formulas.mjs'
import { sharedWorkerCode } from './tools/shared-worker-code.mjs'
import { engineBinary, engineModule, fromTop, siteFolder } from './tools/layout.mjs'

export default defineConfig({
  root: fromTop('web'),
  // Relative addresses: the page works under any sub-path.
  base: './',
  plugins: [viteFormulas(), sharedWorkerCode()],
  resolve: {
    alias: [
      { find: 'engine-wasm', replacement: engineModule },
      { find: /^engine\.wasm$/, replacement: engineBinary },
    ],
  },
  worker: { format: 'es', plugins: () => [viteFormulas()] },
  build: {
    outDir: siteFolder,
    emptyOutDir: true,
    target: 'es2022',
    // A data: address would be blocked by a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: [fromTop('.')] } },
})

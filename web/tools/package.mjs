// Makes the npm package, build/package/:
//   index.js     the engine's API (web/engine/index.ts) for a page, a module worker and Node
//   elements.js  the custom elements with all they need, one file
//   sweep.js     sweeps over all cores of a page (web/sweep)
//   cli.js       `activation-playground`, sweeps from a shell
//   engine.wasm  beside them, found through import.meta.url
// Workers that the sources start by `new Worker(new URL('./x.ts', import.meta.url))` become files beside them.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { esbuildFormulas } from './formulas.mjs'
import { esbuildLeanUplot } from './lean-uplot.mjs'
import { engineBinary, engineModule, fromTop, packageFolder, requireEngine } from './layout.mjs'

/** Workers named by any bundled source. @type {Set<string>} */
const workers = new Set()

/** Points `new URL('./x.ts', import.meta.url)` at the bundled file. @type {import('esbuild').Plugin} */
const workerFiles = {
  name: 'workers',
  setup(build) {
    build.onLoad(
      { filter: /\/web\/(engine|elements|figures|experiments|sweep)\/.*\.ts$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8')
        const contents = source.replace(
          /(new URL\(\s*['"])([^'"]+\.ts)(['"],\s*import\.meta\.url)/g,
          (_, before, file, after) => {
            workers.add(resolve(dirname(path), file))
            return `${before}./${basename(file, '.ts')}.js${after}`
          },
        )
        return { contents, loader: 'ts' }
      },
    )
  },
}

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['browser', 'import'],
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  external: ['node:*'],
  alias: { 'engine-wasm': engineModule },
  tsconfig: fromTop('web/tsconfig.json'),
  loader: { '.css': 'text', '.csv': 'file' },
  assetNames: '[name]',
  plugins: [workerFiles, esbuildFormulas(), esbuildLeanUplot()],
  logLevel: 'warning',
}

/** @param {string[]} files */
const bundle = (files) => build({ ...options, entryPoints: files, outdir: packageFolder })

requireEngine()
await rm(packageFolder, { recursive: true, force: true })
await mkdir(packageFolder, { recursive: true })

await build({ ...options, entryPoints: { index: fromTop('web/engine/index.ts') }, outdir: packageFolder })
const elements = fromTop('web/elements/index.ts')
if (existsSync(elements)) await build({ ...options, entryPoints: { elements }, outdir: packageFolder })
await build({ ...options, entryPoints: { sweep: fromTop('web/sweep/pool.ts') }, outdir: packageFolder })
const cli = join(packageFolder, 'cli.js')
await build({
  ...options,
  entryPoints: [fromTop('web/sweep/cli.ts')],
  outfile: cli,
  banner: { js: '#!/usr/bin/env node' },
})
await chmod(cli, 0o755)
const done = new Set()
for (let next = [...workers]; next.length > 0; next = [...workers].filter((file) => !done.has(file))) {
  await bundle(next)
  for (const file of next) done.add(file)
}

await copyFile(engineBinary, join(packageFolder, 'engine.wasm'))
await copyFile(fromTop('LICENSE'), join(packageFolder, 'LICENSE'))

const compiler = fromTop('web/node_modules/typescript/bin/tsc')
const { status } = spawnSync(process.execPath, [compiler, '-p', fromTop('web/tsconfig.package.json')], {
  stdio: 'inherit',
})
if (status !== 0) process.exit(1)

const { name, version, description, license } = JSON.parse(
  await readFile(fromTop('web/package.json'), 'utf8'),
)
const manifest = {
  name,
  version,
  description,
  license,
  type: 'module',
  sideEffects: ['./elements.js'],
  bin: { [name]: './cli.js' },
  exports: {
    '.': { types: './types/engine/index.d.ts', default: './index.js' },
    './elements': './elements.js',
    './sweep': { types: './types/sweep/pool.d.ts', default: './sweep.js' },
    './engine.wasm': './engine.wasm',
  },
}
await writeFile(join(packageFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)

// PyTorch's training runs (tests/parity) through the package: the module that ships, not the native build.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import test from 'node:test'
import { deviations, missingActivation, outputOf } from './parity.mjs'

const { loadEngine } = await import(new URL('../../build/package/index.js', import.meta.url).href)
const engine = await loadEngine()

const folder = new URL('../parity/', import.meta.url)
const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
assert.ok(files.length >= 45)
for (const file of files) {
  const run = JSON.parse(await readFile(new URL(file, folder), 'utf8'))
  const missing = missingActivation(engine, run)
  const skip = missing && `activation ${missing} is not in the catalogue`
  test(`equal to PyTorch: ${run.id}`, { skip }, () => {
    for (const [section, share] of Object.entries(deviations(outputOf(engine, run), run)))
      assert.ok(share <= 1, `${section} deviates by ${share} of its tolerance`)
  })
}

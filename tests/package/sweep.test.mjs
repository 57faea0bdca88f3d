// Sweeps from a shell: however they are cut, killed and run again, the rows are the same.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../build/package/cli.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sweep-'))
after(() => rmSync(folder, { recursive: true }))

const grid = JSON.parse(readFileSync(new URL('page/grid.json', import.meta.url), 'utf8'))
writeFileSync(join(folder, 'grid.json'), JSON.stringify(grid))
const rowCount = 3 * 2 * grid.seeds.length

function run(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const read = (file) => readFileSync(join(folder, file), 'utf8')

const whole = run('sweep', 'grid.json').stdout
const rows = whole.trim().split('\n').map(JSON.parse)

test('a sweep has every combination once, and its networks learned', () => {
  assert.equal(rows.length, rowCount)
  const combinations = new Set(rows.map(({ axes, seed }) => JSON.stringify([axes, seed])))
  assert.equal(combinations.size, rowCount)
  for (const row of rows) {
    assert.equal(row.steps, grid.steps)
    assert.equal(row.losses.at(-1)[0], grid.steps)
  }
  const best = rows.filter(({ axes }) => axes.activation === 'tanh' && axes['learning rate'] === 0.3)
  for (const row of best) assert.ok(row.train.loss < row.losses[0][1] / 2, JSON.stringify(row))
})

test('shards of any number give the same rows', () => {
  for (const count of [2, 5]) {
    const parts = Array.from({ length: count }, (_, i) => `cut${count}-${i}.jsonl`)
    parts.forEach((part, i) =>
      assert.equal(run('sweep', 'grid.json', '--shard', `${i}/${count}`, '--out', part).status, 0),
    )
    assert.equal(run('collect', 'grid.json', ...parts).stdout, whole)
  }
})

test('GNU parallel cuts a sweep without a coordinator', (context) => {
  if (spawnSync('parallel', ['--version']).status !== 0) return context.skip('GNU parallel is not installed')
  const { status, stderr } = spawnSync(
    'parallel',
    [
      '-j2',
      process.execPath,
      cli,
      'sweep',
      'grid.json',
      '--shard',
      '{}/4',
      '--out',
      'parallel-{}.jsonl',
      ':::',
      '0',
      '1',
      '2',
      '3',
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  const parts = [0, 1, 2, 3].map((i) => `parallel-${i}.jsonl`)
  assert.equal(run('collect', 'grid.json', ...parts).stdout, whole)
})

test('a killed part is run again: finished rows stay, the broken line goes', async () => {
  const slow = { ...grid, steps: 20_000 }
  writeFileSync(join(folder, 'slow.json'), JSON.stringify(slow))
  const process_ = spawn(process.execPath, [cli, 'sweep', 'slow.json', '--out', 'killed.jsonl'], {
    cwd: folder,
  })
  const finished = () => {
    try {
      return read('killed.jsonl').split('\n').length - 1
    } catch {
      return 0
    }
  }
  while (finished() < 2) await wait(5)
  process_.kill('SIGKILL')
  await new Promise((resolve) => process_.on('exit', resolve))
  const kept = read('killed.jsonl')
  const count = finished()
  assert.ok(count < rowCount, 'killed before the end')
  writeFileSync(join(folder, 'killed.jsonl'), `${kept.slice(0, kept.lastIndexOf('\n') + 1)}{"grid":"a3`)

  const missing = run('collect', 'slow.json', 'killed.jsonl')
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, new RegExp(`${rowCount - count} rows are missing`))

  const again = run('sweep', 'slow.json', '--out', 'killed.jsonl')
  assert.match(again.stderr, new RegExp(`^${rowCount - count} rows computed, ${count} were there`))
  assert.ok(read('killed.jsonl').startsWith(kept.slice(0, kept.lastIndexOf('\n') + 1)))
  assert.equal(run('collect', 'slow.json', 'killed.jsonl').stdout, run('sweep', 'slow.json').stdout)
})

test('what is there can be left out in another cut', () => {
  run('sweep', 'grid.json', '--shard', '0/3', '--out', 'third.jsonl')
  const rest = run('sweep', 'grid.json', '--skip', 'third.jsonl', '--out', 'rest.jsonl')
  assert.match(rest.stderr, new RegExp(`^${(rowCount * 2) / 3} rows computed`))
  assert.equal(run('collect', 'grid.json', 'third.jsonl', 'rest.jsonl').stdout, whole)
})

test('a row may be longer than one call trains', () => {
  const layers = [{ type: 'dense', units: 1 }]
  const steps = 2_100_000
  writeFileSync(
    join(folder, 'long.json'),
    JSON.stringify({ base: { ...grid.base, layers, batch_size: 1 }, steps }),
  )
  const row = JSON.parse(run('sweep', 'long.json').stdout)
  assert.equal(row.error, undefined)
  assert.equal(row.steps, steps)
  assert.equal(row.losses.at(-1)[0], steps)
})

test('cases say what no product of axes can, and meet every axis and seed', () => {
  const layers = (id, depth) => [
    ...Array.from({ length: depth }, () => [
      { type: 'dense', units: 8 },
      { type: 'activation', id },
    ]).flat(),
    { type: 'dense', units: 1 },
  ]
  const shapes = [
    ['relu', 1],
    ['relu', 2],
    ['swish', 2],
  ]
  const base = { ...grid.base, layers: undefined }
  const cases = shapes.map(([activation, depth]) => ({
    axes: { activation, depth },
    set: { layers: layers(activation, depth), 'optimizer.momentum': depth === 2 ? 0.5 : 0 },
  }))
  const axes = [{ name: 'batch', paths: ['batch_size'], values: [10, 20] }]
  const request = { base, cases, axes, seeds: [1, 2], steps: 40 }
  writeFileSync(join(folder, 'cases.json'), JSON.stringify(request))
  const found = run('sweep', 'cases.json').stdout.trim().split('\n').map(JSON.parse)
  assert.equal(found.length, 3 * 2 * 2)
  assert.deepEqual(found[5].axes, { activation: 'relu', depth: 2, batch: 10 })
  assert.equal(found[5].seed, 2)
  // Each as a grid of its own trains it: the same bits.
  found.forEach((row, k) => {
    const [activation, depth] = shapes[Math.floor(k / 4)]
    const spec = {
      ...base,
      layers: layers(activation, depth),
      batch_size: row.axes.batch,
      seed: row.seed,
      optimizer: { ...base.optimizer, momentum: depth === 2 ? 0.5 : 0 },
    }
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ base: spec, steps: 40 }))
    const one = JSON.parse(run('sweep', 'one.json').stdout)
    assert.deepEqual([row.train, row.test, row.losses], [one.train, one.test, one.losses])
  })
})

test('in a case a field comes before its parts, however they are written', () => {
  const set = { 'optimizer.momentum': 0.9, optimizer: { type: 'sgd', learning_rate: 0.1 } }
  const turned = Object.fromEntries(Object.entries(set).reverse())
  const rowsOf = (one) => {
    const request = { ...grid, axes: [], cases: [{ axes: { which: 1 }, set: one }], seeds: [1], steps: 20 }
    writeFileSync(join(folder, 'order.json'), JSON.stringify(request))
    return run('sweep', 'order.json').stdout
  }
  assert.equal(rowsOf(turned), rowsOf(set))
})

test('a grid without cases keeps the digest that its finished rows have', () => {
  assert.equal(rows[0].grid, 'a371211a8332f494201c8a016062bcf2')
})

test('rows that the engine refuses say why, and the others are computed', () => {
  const axes = [{ name: 'activation', paths: ['layers.1.id'], values: ['tanh', 'tahn'] }]
  writeFileSync(join(folder, 'partly.json'), JSON.stringify({ ...grid, axes, seeds: [1] }))
  const [good, bad] = run('sweep', 'partly.json').stdout.trim().split('\n').map(JSON.parse)
  assert.equal(good.error, undefined)
  assert.equal(bad.error.code, 'unknown_activation')
  assert.match(bad.error.message, /layers\[1\]\.id is "tahn"/)
})

test('wrong words are named', () => {
  const refused = (words, status, message) => {
    const result = run(...words)
    assert.equal(result.status, status, result.stderr)
    assert.match(result.stderr, message)
  }
  refused(['sweep', 'grid.json', '--shard', '4/4'], 1, /i from 0 to n - 1, not "4\/4"/)
  refused(
    ['sweep', 'grid.json', '--shards', '1/4'],
    2,
    /unknown option --shards; valid: --shard, --out, --skip/,
  )
  refused(['sweep', 'nothing.json'], 1, /nothing\.json/)
  refused(['mow'], 2, /unknown command mow/)
  writeFileSync(join(folder, 'foreign.jsonl'), '{"grid":"00","index":0}\n')
  refused(
    ['sweep', 'grid.json', '--out', 'foreign.jsonl'],
    1,
    /foreign\.jsonl, line 1, is not a row of this grid/,
  )
  assert.equal(read('foreign.jsonl'), '{"grid":"00","index":0}\n')
  for (const [change, message] of [
    [{ steps: 0 }, /grid\.steps must be a whole number from 1/],
    [{ seeds: [] }, /grid\.seeds must be a list of at least one entry/],
    [{ axis: [] }, /grid\.axis is not a field; valid here: base, cases, axes, seeds, steps/],
    [{ axes: [{ name: 'a', paths: ['layers.9.id'], values: [1] }] }, /has no "9"/],
    [{ axes: [{ name: 'a', paths: ['seed'], values: [1] }] }, /is the seed: give it by grid\.seeds/],
    [{ axes: null }, /grid\.axes must be a list/],
    [{ cases: [] }, /grid\.cases must be a list of at least one entry/],
    [{ cases: [{ axes: {}, set: {} }] }, /grid\.cases\[0\]\.axes must name/],
    [
      {
        cases: [
          { axes: { depth: 1 }, set: {} },
          { axes: { width: 1 }, set: {} },
        ],
      },
      /grid\.cases\[1\]\.axes must name the same axes as the first case: depth/,
    ],
    [{ cases: [{ axes: { a: 1 }, set: { 'layers.9.id': 1 } }] }, /has no "9"/],
    [{ cases: [{ axes: { a: 1 }, set: { seed: 1 } }] }, /is the seed: give it by grid\.seeds/],
    [
      { cases: [{ axes: { activation: 1 }, set: {} }] },
      /two axes of grid\.axes and grid\.cases have one name/,
    ],
    [{ seeds: null }, /grid\.seeds must be a list/],
  ]) {
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...grid, ...change }))
    refused(['sweep', 'wrong.json'], 1, message)
  }
})

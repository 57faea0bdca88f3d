import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { cards, knownFunctions, nodeEngine, openCatalogue, shownIds, type Known } from './catalogue'
import { cleanAccount, keepAccount } from './visit'
import type { Properties } from '../../web/engine/types'

const sortedIds = (known: readonly Known[]) => known.map(({ info }) => info.id).sort()

test('what the build measured is what the package measures', { tag: '@once' }, async () => {
  const tool = pathToFileURL(resolve(__dirname, '../../web/tools/properties.mjs')).href
  const { propertiesModule } = (await import(tool)) as { propertiesModule: () => Promise<string> }
  const source = `data:text/javascript,${encodeURIComponent(await propertiesModule())}`
  const { properties } = (await import(source)) as { properties: Record<string, Properties> }
  const known = knownFunctions(await nodeEngine()).filter((one) => one.properties)
  expect(Object.keys(properties).sort()).toEqual(sortedIds(known))
  for (const one of known) expect(properties[one.info.id], one.info.id).toEqual(one.properties)
})

test('every function has a card, drawn', async ({ page }) => {
  const account = await keepAccount(page)
  const engine = await nodeEngine()
  await openCatalogue(page)
  expect((await shownIds(page)).sort()).toEqual(sortedIds(knownFunctions(engine)))
  await expect(page.locator('.tools h2')).toHaveText(`${engine.catalogue().length} functions`)
  const blank = () =>
    page.locator('activation-miniature, activation-rows-miniature').evaluateAll((all) =>
      all.flatMap((figure) => {
        const canvas = figure.shadowRoot?.querySelector('canvas')
        const box = figure.getBoundingClientRect()
        if (!canvas || box.bottom < 0 || box.top > innerHeight) return []
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        // Ink, and not the axes alone.
        let dark = 0
        for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && data[i] < 60) dark++
        return dark > 60 ? [] : [figure.closest<HTMLElement>('.card')!.dataset['id']]
      }),
    )
  await expect.poll(blank).toEqual([])
  for (const { info } of knownFunctions(engine).filter(({ properties }) => !properties))
    await expect(page.locator(`.card[data-id=${info.id}] .of-rows`)).toHaveText(info.kind)
  expect(account).toEqual(cleanAccount)
})

test(
  'a search finds names in both languages, ids, aliases and framework names',
  { tag: '@once' },
  async ({ page }) => {
    await openCatalogue(page)
    const search = page.getByRole('searchbox')
    const finds: readonly (readonly [string, string])[] = [
      ['tanh', 'tanh'],
      ['双曲正切', 'tanh'],
      ['leaky_relu', 'leaky_relu'],
      ['leakyrelu', 'leaky_relu'],
      ['expit', 'sigmoid'],
      ['torch.nn.silu', 'silu'],
      ['heaviside', 'binary_step'],
    ]
    for (const [query, id] of finds) {
      await search.fill(query)
      await expect(page.locator(`.card[data-id=${id}]`)).toBeVisible()
      expect((await shownIds(page)).length).toBeLessThan(12)
    }
    await search.fill('no such thing')
    await expect(page.locator('.no-card')).toBeVisible()
    await page.locator('.no-card button').click()
    await expect(search).toHaveValue('')
  },
)

test('a slash goes to the search', async ({ page }) => {
  await openCatalogue(page)
  await cards(page).first().focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test(
  'a search finds Chinese names of functions that are called by Latin ones',
  { tag: '@once' },
  async ({ page }) => {
    await openCatalogue(page, '&lang=zh')
    for (const [query, id] of [
      ['软符号', 'softsign'],
      ['逆平方根单元', 'isru'],
      ['硬双曲正切', 'hard_tanh'],
    ]) {
      await page.getByRole('searchbox').fill(query)
      await expect.poll(() => shownIds(page)).toEqual([id])
    }
  },
)

test('families are what is measured, in one order', { tag: '@once' }, async ({ page }) => {
  const known = knownFunctions(await nodeEngine())
  await openCatalogue(page)
  await expect(page.getByRole('combobox', { name: 'Sort' })).toHaveValue('family')
  const families = await page.locator('.family').evaluateAll((all) =>
    all.map((one) => ({
      family: (one as HTMLElement).dataset['family'] ?? '',
      ids: [...one.querySelectorAll<HTMLElement>('.card')].map((card) => card.dataset['id'] ?? ''),
    })),
  )
  expect(families.flatMap(({ ids }) => ids).length).toBe(known.length)
  const of = (family: string) => families.find((one) => one.family === family)?.ids ?? []
  const measured = (is: (properties: NonNullable<Known['properties']>) => boolean) =>
    sortedIds(known.filter(({ properties }) => properties && is(properties)))
  expect([...of('sigmoid')].sort()).toEqual(measured((p) => p.bounded && p.monotonic !== 'none'))
  expect([...of('line')].sort()).toEqual(
    measured((p) => p.range.low === -Infinity && p.range.high === Infinity && p.monotonic !== 'none'),
  )
  for (const [id, family] of [
    ['relu', 'rectifier'],
    ['gelu', 'dipping'],
    ['absolute', 'bowl'],
    ['gaussian', 'bump'],
    ['sinusoid', 'wave'],
    ['geglu', 'gated'],
    ['maxout', 'pooled'],
  ])
    expect(of(family), family).toContain(id)
  const shown = families.map(({ family }) => family)
  await page.getByRole('button', { name: /Ascending/ }).click()
  await expect
    .poll(() =>
      page.locator('.family').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['family'])),
    )
    .toEqual(shown.reverse())
})

test('the table has every function and its figures, sorted by its heads', async ({ page }) => {
  const engine = await nodeEngine()
  const known = new Map(knownFunctions(engine).map((one) => [one.info.id, one]))
  await openCatalogue(page)
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(page).toHaveURL(/#catalogue&view=properties$/)
  const ids = () =>
    page.locator('.row-link').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['id'] ?? ''))
  expect([...(await ids())].sort()).toEqual([...known.keys()].sort())
  await page.getByRole('button', { name: 'Largest |f′|' }).click()
  await expect(page.getByRole('columnheader', { name: 'Largest |f′|' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const slopes = (await ids()).flatMap((id) => known.get(id)?.properties?.slopeBound ?? [])
  expect(slopes).toEqual([...slopes].sort((a, b) => b - a))
  expect(new Set(slopes).size).toBeGreaterThan(3)
  await page.getByRole('button', { name: 'Function', exact: true }).click()
  await expect(page).toHaveURL(/view=properties&sort=name$/)
  const elu = page.getByRole('row', { name: /^ELU/ }).getByRole('cell')
  await expect(elu.nth(1)).toHaveText('(−1, ∞)')
  await expect(elu.nth(8)).toHaveText(known.get('elu')!.properties!.gaussianMoments.mean.toPrecision(3))
  // A row is a link to the sheet, and has the focus again when that is closed.
  await page.locator('.row-link[data-id=elu]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.sheet h2')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.row-link[data-id=elu]')).toBeFocused()
})

test('the facets count what the engine measures', { tag: '@once' }, async ({ page }) => {
  const known = knownFunctions(await nodeEngine())
  await openCatalogue(page)
  const measured = (is: (properties: NonNullable<Known['properties']>) => boolean) =>
    known.filter(({ properties }) => properties && is(properties))
  const expected: Record<string, Known[]> = {
    'kind:elementwise': known.filter(({ info }) => info.kind === 'elementwise'),
    'kind:pooled': known.filter(({ info }) => info.kind === 'pooled'),
    'left:soft': measured((p) => p.leftSaturation === 'soft'),
    'left:hard': measured((p) => p.leftSaturation === 'hard'),
    'right:none': measured((p) => p.rightSaturation === 'none'),
    'smooth:C0': measured((p) => p.valueJumps.length === 0 && p.slopeJumps.length > 0),
    'smooth:C-inf': measured((p) => p.continuity === 'C-inf'),
    'smooth:discontinuous': measured((p) => p.valueJumps.length > 0),
    'shape:monotone': measured((p) => /creasing/.test(p.monotonic)),
    'shape:bounded': measured((p) => Number.isFinite(p.range.low) && Number.isFinite(p.range.high)),
    'shape:odd': measured((p) => p.symmetry === 'odd'),
    'shape:zero': measured((p) => p.zeroAtOrigin),
    'shape:centred': measured((p) => Math.abs(p.gaussianMoments.mean) < 0.005),
    'in:keras': known.filter(({ info }) => info.frameworks.keras),
    'survey:named': known.filter(({ info }) => info.inSurvey),
  }
  for (const [option, functions] of Object.entries(expected))
    expect
      .soft(await page.locator(`[data-option="${option}"] .count`).textContent(), option)
      .toBe(String(functions.length))

  await page.locator('[data-option="left:soft"] input').check()
  await page.locator('[data-option="left:hard"] input').check()
  await page.locator('[data-option="shape:bounded"] input').check()
  const both = measured((p) => p.leftSaturation !== 'none' && p.bounded)
  expect((await shownIds(page)).sort()).toEqual(sortedIds(both))
  await expect(page).toHaveURL(/left=soft,hard&shape=bounded/)
  // Beside what is chosen elsewhere, an option of the same facet counts for itself.
  await expect(page.locator('[data-option="left:none"] .count')).toHaveText(
    String(measured((p) => p.leftSaturation === 'none' && p.bounded).length),
  )
})

test('sorting follows the measured values, both ways', { tag: '@once' }, async ({ page }) => {
  const known = new Map(knownFunctions(await nodeEngine()).map((one) => [one.info.id, one]))
  await openCatalogue(page, '&sort=slope')
  const values = async (of: (one: Known) => number) =>
    (await shownIds(page))
      .map((id) => known.get(id)!)
      .filter(({ properties }) => properties)
      .map(of)
  const slopes = await values(({ properties }) => properties!.slopeBound)
  expect(slopes).toEqual([...slopes].sort((a, b) => a - b))
  expect(new Set(slopes).size).toBeGreaterThan(3)
  await page.getByRole('button', { name: /Ascending/ }).click()
  const turned = await values(({ properties }) => properties!.slopeBound)
  expect(turned).toEqual([...slopes].sort((a, b) => b - a))
  // What has no curve stays last.
  expect(known.get((await shownIds(page)).at(-1)!)!.properties).toBeNull()

  await page.getByRole('combobox', { name: 'Sort' }).selectOption('centred')
  await expect(page).toHaveURL(/sort=centred&order=down/)
  const means = await values(({ properties }) => Math.abs(properties!.gaussianMoments.mean))
  expect(means).toEqual([...means].sort((a, b) => b - a))
})

test('sorted by cost, every function is measured here', async ({ page }) => {
  await openCatalogue(page, '&sort=cost')
  const nanoseconds = async () =>
    (await page.locator('.card .card-line').allTextContents()).map((text) =>
      Number(/([\d.]+) ns/.exec(text)?.[1] ?? NaN),
    )
  await expect(async () => {
    const costs = await nanoseconds()
    expect(costs.every((cost) => cost > 0)).toBe(true)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
  }).toPass({ timeout: 30_000 })
})

test('what is not found is said by its name', { tag: '@once' }, async ({ page }) => {
  await openCatalogue(page, '&q=qwertz')
  await expect(page.locator('.no-card')).toContainText('No function is called “qwertz”.')
  await page.locator('.no-card button').click()
  await openCatalogue(page, '&q=relu&left=soft&right=hard')
  await expect(page.locator('.no-card')).toContainText('No function called “relu” has all of this.')
})

test('an address brings back the view; back and forward follow', async ({ page, context }) => {
  const address = '&q=relu&left=none&sort=slope&order=down&open=leaky_relu:negative_slope=0.3&code=jax'
  await openCatalogue(page, address)
  expect(new URL(page.url()).hash).toBe(`#catalogue${address}`)
  await expect(page.locator('.sheet h2')).toHaveText('Leaky ReLU')
  await expect(page.getByRole('searchbox')).toHaveValue('relu')
  await expect(page.locator('[data-option="left:none"] input')).toBeChecked()
  const other = await context.newPage()
  await openCatalogue(other, new URL(page.url()).hash.replace('#catalogue', ''))
  expect(await shownIds(other)).toEqual(await shownIds(page))
  await other.close()

  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('.sheet')).toHaveCount(0)
  await page.locator('[data-option="left:none"] input').uncheck()
  await page.goBack()
  await expect(page.locator('[data-option="left:none"] input')).toBeChecked()
  await page.goBack()
  await expect(page.locator('.sheet h2')).toHaveText('Leaky ReLU')
  await page.goForward()
  await expect(page.locator('.sheet')).toHaveCount(0)
})

test('nonsense in the address is left out and said', async ({ page }) => {
  const account = await keepAccount(page)
  await openCatalogue(
    page,
    '&foo=1&left=hard,odd&sort=beauty&open=elu:alpha=99:beta=1&code=fortran&versus=leaky_slope:9&%E0%A4%A',
  )
  const notice = page.locator('.corrections')
  for (const text of [
    '“foo”',
    'left “odd”; there is soft, hard, none',
    'sort “beauty”',
    '“fortran”',
    'leaky_slope:9',
  ])
    await expect(notice).toContainText(text)
  await expect(notice).toContainText('elu alpha 99; the most is 10. Using 10.')
  await expect(notice).toContainText('ELU has no parameter “beta”'.replace('ELU', 'elu'))
  await expect(page).toHaveURL(/#catalogue&left=hard&open=elu:alpha=10$/)
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  expect(account).toEqual(cleanAccount)
})

test('language and theme change under the catalogue', async ({ page }) => {
  await openCatalogue(page, '&open=tanh')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('.sheet h2')).toHaveText('双曲正切')
  await expect(page).toHaveURL(/open=tanh&lang=zh/)
  await expect(page).toHaveTitle(/^函数目录/)
  await page.getByRole('button', { name: '切换深浅色' }).click()
  await expect(page).toHaveURL(/theme=dark/)
})

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { cleanAccount, keepAccount } from '../web/visit'

interface Report {
  ids: string[]
  relu: number[]
  digests: string[]
}

const table = resolve(__dirname, '../digests/training.json')
const trainings = JSON.parse(readFileSync(table, 'utf8')) as { digest: string }[]

test('the package gives the same on a page, in a module worker and in Node', async ({ page }) => {
  const account = await keepAccount(page)
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  await page.goto('./')
  const reports = await page.evaluate(() => (globalThis as unknown as { reports: Promise<Report[]> }).reports)
  for (const { ids, relu, digests } of reports) {
    expect(ids).toContain('relu')
    expect(relu).toEqual([0, 3])
    expect(digests).toEqual(trainings.map(({ digest }) => digest))
  }
  expect(account).toEqual(cleanAccount)
})

test('a sweep over workers gives the rows that Node gives', async ({ page }) => {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  await page.goto('./')
  await page.waitForFunction(() => 'sweepFailing' in globalThis)
  const rows = (workers: number) =>
    page.evaluate(
      (count) =>
        (globalThis as unknown as { sweepWith(workers: number): Promise<unknown[]> }).sweepWith(count),
      workers,
    )
  const cli = resolve(__dirname, '../../build/package/cli.js')
  const inNode = execFileSync(process.execPath, [cli, 'sweep', resolve(__dirname, 'page/grid.json')])
  const expected = inNode
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  expect(await rows(1)).toEqual(expected)
  expect(await rows(3)).toEqual(expected)
})

test('a sweep ends where it is told to, leaves out what is there, and passes on a failure', async ({
  page,
}) => {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  await page.goto('./')
  interface Sweeps {
    sweepAborted(done: number[]): Promise<number[]>
    sweepFailing(): Promise<{ message: string; after: number }>
  }
  await page.waitForFunction(() => 'sweepFailing' in globalThis)
  const there = [0, 1, 2, 3]
  const [indices, failure] = await page.evaluate(async (done) => {
    const page = globalThis as unknown as Sweeps
    return [await page.sweepAborted(done), await page.sweepFailing()] as const
  }, there)
  expect(indices.length).toBe(3)
  expect(indices.filter((index) => there.includes(index))).toEqual([])
  expect(failure).toEqual({ message: 'no more', after: 0 })
})

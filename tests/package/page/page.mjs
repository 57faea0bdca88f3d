import { report } from './report.mjs'

const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
const inWorker = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data))
  worker.onerror = ({ message }) => reject(new Error(message))
})
globalThis.reports = Promise.all([report(), inWorker])
globalThis.reports.catch(() => undefined)

const { sweep } = await import('./package/sweep.js')
const grid = await (await fetch(new URL('./grid.json', import.meta.url))).json()

globalThis.sweepWith = (workers) => sweep(grid, { workers })

/** Ends a sweep at its third row: the indices that came back. */
globalThis.sweepAborted = async (done) => {
  const controller = new AbortController()
  let heard = 0
  const onRow = () => ++heard === 3 && controller.abort()
  const rows = await sweep(grid, { workers: 2, done: new Set(done), onRow, signal: controller.signal })
  return rows.map(({ index }) => index)
}

/** What becomes of the others where hearing of a row fails: how many were heard of after that. */
globalThis.sweepFailing = async () => {
  let heard = 0
  const onRow = () => {
    if (++heard === 2) throw new Error('no more')
  }
  const message = await sweep(grid, { workers: 2, onRow }).catch((error) => error.message)
  const then = heard
  await new Promise((resolve) => setTimeout(resolve, 500))
  return { message, after: heard - then }
}

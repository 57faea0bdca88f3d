import { report } from './report.mjs'

const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
const inWorker = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data))
  worker.onerror = ({ message }) => reject(new Error(message))
})
globalThis.reports = Promise.all([report(), inWorker])
globalThis.reports.catch(() => undefined)

globalThis.sweepWith = async (workers) => {
  const { sweep } = await import('./package/sweep.js')
  const grid = await (await fetch(new URL('./grid.json', import.meta.url))).json()
  return sweep(grid, { workers })
}

// Vite makes of every worker a bundle of its own, so that what page and worker share is loaded twice. Here a worker
// becomes one more entry of the page's build: the shared part is one file that both import.

import { dirname, resolve } from 'node:path'

const workerAddress = /new Worker\(\s*new URL\(\s*['"]([^'"]+\.ts)['"],\s*import\.meta\.url\s*\)/g

/** @returns {import('vite').Plugin} */
export const sharedWorkerCode = () => ({
  name: 'shared-worker-code',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/web\/.*\.ts$/, code: 'new Worker' },
    handler(code, id) {
      return code.replace(workerAddress, (_, path) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) })
        return `new Worker(import.meta.ROLLUP_FILE_URL_${reference}`
      })
    },
  },
})

import { resolve } from 'node:path'
import { browserTests } from './configuration'

// The page, served under a sub-path as a documentation host would.
export default browserTests({
  name: 'web',
  testDir: __dirname,
  port: 8091,
  folder: resolve(__dirname, '../../build/site'),
  mount: '/docs/play/',
})

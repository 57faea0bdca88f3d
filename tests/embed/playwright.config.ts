import { resolve } from 'node:path'
import { browserTests } from '../web/configuration'

// The Sphinx site that build-scripts/embed-tests.sh has built, under a sub-path as documentation hosts serve it.
export default browserTests({
  name: 'embed',
  testDir: __dirname,
  port: 8092,
  folder: resolve(__dirname, '../../build/tests/sphinx/html'),
  mount: '/notes/en/latest/',
})

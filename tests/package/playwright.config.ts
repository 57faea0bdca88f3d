import { resolve } from 'node:path'
import { browserTests } from '../web/configuration'

// A bare page with the package beside it, as build-scripts/package-tests.sh lays it out.
export default browserTests({
  name: 'package',
  testDir: __dirname,
  port: 8093,
  folder: resolve(__dirname, '../../build/tests/package-page'),
  mount: '/lib/',
})

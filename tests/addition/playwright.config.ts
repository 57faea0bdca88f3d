import { resolve } from 'node:path'
import { browserTests } from '../web/configuration'

// The page of the copy that build-scripts/addition-tests.sh has built with one more header.
export default browserTests({
  name: 'addition',
  testDir: __dirname,
  port: 8093,
  folder: resolve(__dirname, '../../build/addition/build/site'),
  mount: '/docs/play/',
})

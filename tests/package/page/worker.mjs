import { report } from './report.mjs'

report().then(
  (result) => postMessage(result),
  (error) => postMessage({ error: String(error) }),
)

// A static server of one folder. Usage: serve.mjs [--port N] [--host H] [--mount /sub/path/] [--strict] folder
// --strict adds the Content-Security-Policy of a strict documentation host, and nothing else:
// no CORS, COOP or COEP headers.
// Exit status 98: the port is in use; 97: no right to listen on it.

import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { parseArgs } from 'node:util'

const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; base-uri 'self'"

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    mount: { type: 'string', default: '/' },
    strict: { type: 'boolean', default: false },
  },
})
const root = await realpath(positionals[0] ?? '.')
const mount = values.mount

/** The file that an address stands for, or null. @param {string} address */
async function fileFor(address) {
  const path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
  if (!path.startsWith(mount)) return null
  const wanted = join(root, path.slice(mount.length))
  const file = await realpath(wanted.endsWith(sep) || wanted === root ? join(wanted, 'index.html') : wanted)
  if (file !== root && !file.startsWith(root + sep)) return null
  const { size, isFile } = await stat(file).then((status) => ({ size: status.size, isFile: status.isFile() }))
  return isFile ? { file, size } : null
}

const server = createServer((request, response) => {
  void fileFor(request.url ?? '/')
    .catch(() => null)
    .then((found) => {
      if (!found) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('not found\n')
        return
      }
      response.writeHead(200, {
        'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
        'Content-Length': found.size,
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        ...(values.strict && { 'Content-Security-Policy': policy }),
      })
      if (request.method === 'HEAD') response.end()
      else createReadStream(found.file).pipe(response)
    })
})
server.on('error', (error) => {
  if ('code' in error && error.code === 'EADDRINUSE') process.exit(98)
  if ('code' in error && error.code === 'EACCES') process.exit(97)
  throw error
})
server.listen(Number(values.port), values.host, () => {
  const host = values.host === '127.0.0.1' ? 'localhost' : values.host
  console.log(`Serving ${positionals[0] ?? '.'} at http://${host}:${values.port}${mount} (Ctrl+C ends it)`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))

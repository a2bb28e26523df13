import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Names under assets/ carry the hash of their content and never change; everything else is asked for again each time. */
const caching = path => (path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')

/** The path inside the folder, or undefined for anything that would leave it. */
const insideOf = address => {
  try {
    const path = decodeURIComponent(new URL(`http://localhost${address}`).pathname)
    if (path.includes('\0') || path.includes('\\')) return undefined
    const clean = normalize(path).replaceAll('\\', '/')
    return clean.split('/').includes('..') ? undefined : clean.endsWith('/') ? `${clean}index.html` : clean
  } catch {
    return undefined
  }
}

const answer = async (folder, request, response) => {
  const refuse = (status, words) => response.writeHead(status, { 'Content-Type': types['.txt'] }).end(words)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Method not allowed')
  const path = insideOf(request.url ?? '/')
  const file = path === undefined ? undefined : join(folder, path)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (path === undefined || file === undefined || found === undefined || !found.isFile())
    return refuse(404, 'Not found')
  const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
  const headers = { 'Cache-Control': caching(path), ETag: tag, 'X-Content-Type-Options': 'nosniff' }
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end()
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
  })
  if (request.method === 'HEAD') return response.end()
  return createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/**
 * Serves a folder of files to this computer only. Port 0 takes any free one.
 * `stop` also cuts open connections, as a pulled plug would; `start` of the answer serves again on the same port.
 */
export const serve = async (folder, port = 0) => {
  let server
  const start = wanted =>
    new Promise((resolve, reject) => {
      server = createServer((request, response) => void answer(folder, request, response))
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => resolve(server.address().port))
    })
  const taken = await start(port)
  const stop = () =>
    new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return { port: taken, address: `http://localhost:${taken}/`, start: () => start(taken), stop }
}

import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const top = fileURLToPath(new URL('../..', import.meta.url))
export const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'test/support/content-security-policy.mjs',
  'test/support/layer-order.mjs',
]

const newest = path => {
  const own = statSync(`${top}/${path}`, { throwIfNoEntry: false })
  if (own === undefined) return 0
  if (!own.isDirectory()) return own.mtimeMs
  const inside = readdirSync(`${top}/${path}`, { recursive: true }).map(
    name => statSync(`${top}/${path}/${name}`).mtimeMs,
  )
  return Math.max(own.mtimeMs, ...inside)
}

const isCurrent = () => {
  const built = statSync(`${dist}/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.every(path => newest(path) <= built)
}

/** Builds the production version into `dist` unless it is newer than everything it is made of. True when it is there. */
export const buildWhenStale = () => {
  if (isCurrent()) return true
  // Vitest's variables would make a development build without service worker.
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...env } = process.env
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  return (
    spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: top, env, stdio: 'inherit' }).status === 0
  )
}

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { top } from '../support/build.mjs'

export const pagesFolder = fileURLToPath(new URL('../../.endure', import.meta.url))

/** Builds the page without a screen; a second or two, so always. */
export const buildPages = () => {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  const config = fileURLToPath(new URL('./vite.config.ts', import.meta.url))
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...env } = process.env
  const build = [vite, 'build', '-c', config, '--logLevel', 'warn']
  return spawnSync(process.execPath, build, { cwd: top, env, stdio: 'inherit' }).status === 0
}

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { top } from '../support/build.mjs'

export const pagesFolder = fileURLToPath(new URL('../../.bench', import.meta.url))

/** Builds the pages the app is measured against; less than a second, so always. */
export const buildPages = () => {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  const config = fileURLToPath(new URL('./vite.config.ts', import.meta.url))
  return (
    spawnSync(process.execPath, [vite, 'build', '-c', config, '--logLevel', 'warn'], { cwd: top, stdio: 'inherit' })
      .status === 0
  )
}

// npm start: builds when needed, serves the app on this computer and opens it where there is a screen.
import { spawn } from 'node:child_process'
import { buildWhenStale, dist } from './build.mjs'
import { serve } from './serve.mjs'

const port = Number(process.env.PORT ?? 4173)
const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'], linux: ['xdg-open'] }

/** A computer without a screen or browser is no error: the address stands in the terminal. */
const open = address => {
  const [command, ...args] = openers[process.platform] ?? []
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (command === undefined || !hasScreen || process.env.CI) return
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

if (!buildWhenStale()) process.exit(1)
try {
  const { address } = await serve(dist, port)
  console.log(`Lotse: ${address}  (Strg+C beendet · Ctrl+C stops)`)
  open(address)
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(`Port ${port} ist belegt. Ein anderer: PORT=${port + 1} npm start`)
  console.error(`Port ${port} is taken. Another one: PORT=${port + 1} npm start`)
  process.exit(1)
}

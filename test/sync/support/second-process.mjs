// Another process with an office of its own: it is told what to do, and answers.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
const { secondOffice } = await server.ssrLoadModule('/test/sync/support/second-office.ts')

process.on('message', async ({ does, ...rest }) => {
  process.send(await secondOffice[does](rest).catch(error => ({ error: String(error.stack ?? error) })))
})
process.on('disconnect', () => process.exit())
process.send({ isReady: true })

// npm run screenshots [-- board "card: menu"]: every place and what opens over it, or the named ones, in all variants into screenshots/,
// and as contact sheets.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// The tours are TypeScript, which the oldest Node that is supported does not read.
const { module } = await runnerImport(fileURLToPath(new URL('take-screenshots.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'warn',
})
process.exitCode = await module.takeScreenshots(process.argv.slice(2))

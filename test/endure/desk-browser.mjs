import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'

const processOf = async context => {
  const session = await context.browser().newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.find(({ type }) => type === 'browser').id
}

/** A browser on a profile of its own that can be killed and started again. */
export const deskBrowser = async address => {
  const profile = mkdtempSync(join(tmpdir(), 'lotse-endure-'))
  let context
  const start = async () => {
    context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: browserArguments })
  }
  await start()
  return {
    /** A tab before anything is opened. */
    blank: () => context.newPage(),
    /** A new tab at the desk; `tell` hears what it writes. */
    open: async (tell = () => undefined) => {
      const page = await context.newPage()
      await page.exposeFunction('tellCommands', tell)
      await page.goto(address)
      await page.waitForFunction(() => 'desk' in globalThis)
      return page
    },
    /** kill -9 of the whole browser, and a new start on what lies on the disk. */
    killAndRestart: async () => {
      const pid = await processOf(context)
      const gone = new Promise(resolve => context.once('close', resolve))
      process.kill(pid, 'SIGKILL')
      await gone
      await start()
    },
    /**
     * An orderly end; `damage` sees the profile folder before the next start.
     * @param {((profile: string) => void)=} damage
     */
    restart: async damage => {
      await context.close()
      damage?.(profile)
      await start()
    },
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

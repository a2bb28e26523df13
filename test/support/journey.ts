import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { dist } from './build.mjs'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { faultsOf, watchPages, type Watch } from './page-watch.ts'
import { serve } from './serve.mjs'

export type Screen = Readonly<{
  width?: number
  height?: number
  /** A phone: touch, no hover, twice the pixels. */
  touch?: boolean
  colorScheme?: 'light' | 'dark'
  locale?: 'de-DE' | 'en-GB'
  reducedMotion?: 'reduce' | 'no-preference'
  forcedColors?: 'active' | 'none'
  /** Switches of the browser beside the usual ones. */
  flags?: readonly string[]
}>

/** One person at one device: a browser with a profile of its own, on the production build, and a server that can be unplugged. */
export type Journey = {
  readonly address: string
  readonly watch: Watch
  /** The first tab; a new one after `restart`. */
  readonly page: () => Page
  readonly context: () => BrowserContext
  readonly openTab: (route?: string) => Promise<Page>
  readonly go: (route: string) => Promise<void>
  readonly stopServer: () => Promise<void>
  readonly startServer: () => Promise<void>
  /** kill -9 of the whole browser: no unload, no flush. The profile stays. */
  readonly kill: () => Promise<void>
  /** Opens the browser anew on the same profile, at the same address. */
  readonly restart: (route?: string) => Promise<Page>
  /** Fails when anything was asked of a foreign origin, the policy was broken, or a page threw, whatever the journey was about. */
  readonly close: () => Promise<void>
}

const viewportOf = ({ width = 1440, height = 900, touch = false }: Screen): object => ({
  viewport: { width, height },
  ...(touch ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
})

const launch = (profile: string, screen: Screen): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserArguments, ...(screen.flags ?? [])],
    acceptDownloads: true,
    colorScheme: screen.colorScheme ?? 'light',
    locale: screen.locale ?? 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: screen.reducedMotion ?? 'no-preference',
    forcedColors: screen.forcedColors ?? 'none',
    ...viewportOf(screen),
  })

const killBrowser = async (context: BrowserContext): Promise<void> => {
  const session = await context.browser()?.newBrowserCDPSession()
  const answer = await session?.send('SystemInfo.getProcessInfo')
  const pid = answer?.processInfo.find(process => process.type === 'browser')?.id
  if (pid === undefined) throw new Error('the browser does not tell its process id')
  const gone = new Promise<void>(resolve => context.once('close', () => resolve()))
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    process.kill(pid, 'SIGKILL')
  }
  await gone
}

/** Journeys under way, for pictures of what went wrong. */
export const openJourneys = new Set<Journey>()

/** Opens the app as a fresh device would. `folder` is the build to serve, normally `dist`. */
export const openJourney = async (screen: Screen = {}, folder: string = dist): Promise<Journey> => {
  const server = await serve(folder)
  const profile = await mkdtemp(join(tmpdir(), 'lotse-'))
  const watch: Watch = { foreign: [], violations: [], crashes: [], errors: [], said: [], shifts: [] }

  const open = async (): Promise<BrowserContext> => {
    const opened = await launch(profile, screen)
    // A shared machine is slow, but a person would have given up by then, too.
    opened.setDefaultTimeout(20_000)
    await watchPages(opened, new URL(server.address).origin, watch)
    return opened
  }
  let context = await open()
  let page = context.pages()[0] ?? (await context.newPage())
  const addressOf = (route: string): string => `${server.address}${route}`

  const journey: Journey = {
    address: server.address,
    watch,
    page: () => page,
    context: () => context,
    openTab: async (route = '') => {
      const tab = await context.newPage()
      await tab.goto(addressOf(route))
      return tab
    },
    go: async route => {
      await page.goto(addressOf(route))
    },
    stopServer: server.stop,
    startServer: async () => {
      await server.start()
    },
    kill: () => killBrowser(context),
    restart: async (route = '') => {
      await context.close().catch(() => undefined)
      context = await open()
      page = context.pages()[0] ?? (await context.newPage())
      await page.goto(addressOf(route))
      return page
    },
    close: async () => {
      openJourneys.delete(journey)
      await context.close().catch(() => undefined)
      await server.stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
      const faults = faultsOf(watch)
      if (faults.length > 0) throw new Error(`On this journey:\n${faults.join('\n')}`)
    },
  }
  openJourneys.add(journey)
  return journey
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { top } from './build.mjs'
import { browserArguments, findBrowser, loopbackArguments } from './find-browser.mjs'
import type { Peer } from './peer-page/peer-page.ts'
import { serve } from './serve.mjs'

/** One person's page, in a browser process of that person's own. */
export type PeerBrowser = Readonly<{
  page: Page
  /** Calls a function of `peer-page.ts` there. */
  ask<Name extends keyof Peer>(name: Name, ...given: Parameters<Peer[Name]>): Promise<Awaited<ReturnType<Peer[Name]>>>
  /** The process is gone without a word. */
  kill(): Promise<void>
}>

export type PeerBrowsers = Readonly<{
  /** A fresh page, as on a device that has nothing yet, in this person's browser. */
  open(person: string): Promise<PeerBrowser>
  /** Closes all pages; the browsers stay. */
  closePages(): Promise<void>
  close(): Promise<void>
}>

const noWay = [
  'Chromium finds no address here by which another browser could reach it, neither as it comes nor over loopback.',
  'Browsers that meet cannot be tested on this machine. It needs a network card with a default route, or loopback and Chromium’s fake microphone.',
].join('\n')

const peerOf = async (browser: Browser, address: string, listens: boolean): Promise<PeerBrowser> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'peer' in globalThis)
  const ask: PeerBrowser['ask'] = (name, ...given) =>
    page.evaluate(
      ([name, given]) => {
        const { peer } = globalThis as unknown as { peer: Record<string, (...given: unknown[]) => unknown> }
        return peer[name]?.(...given)
      },
      [name, given] as const,
    ) as ReturnType<PeerBrowser['ask']> as never
  if (listens) await ask('listen')
  const kill = async (): Promise<void> => {
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const gone = new Promise<void>(resolve => browser.once('disconnected', () => resolve()))
    for (const { id } of processInfo) process.kill(id, 'SIGKILL')
    await gone
  }
  return { page, ask, kill }
}

/**
 * Browsers that can meet, each a process of its own with the flags people have. Where Chromium finds no address that way, over loopback
 * with a fake microphone; where that does not help either it throws: a test that is passed over proves nothing.
 */
export const openPeerBrowsers = async (): Promise<PeerBrowsers> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-peers-'))
  const root = join(top, 'test/support/peer-page')
  await build({ configFile: false, root, base: './', logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  const server = await serve(folder)
  const browsers = new Map<string, Browser>()
  const openWith = async (person: string, flags: readonly string[]): Promise<PeerBrowser> => {
    const running = browsers.get(person)
    const args = [...browserArguments, ...flags]
    const browser = running?.isConnected() ? running : await chromium.launch({ executablePath: findBrowser(), args })
    browsers.set(person, browser)
    return peerOf(browser, server.address, flags.length > 0)
  }
  const closePages = async (): Promise<void> => {
    const contexts = [...browsers.values()].flatMap(browser => browser.contexts())
    await Promise.all(contexts.map(context => context.close().catch(() => undefined)))
  }
  const close = async (): Promise<void> => {
    await Promise.all([...browsers.values()].map(browser => browser.close().catch(() => undefined)))
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  for (const flags of [[], loopbackArguments]) {
    const probed = await (await openWith(`probe ${flags.length}`, flags)).ask('probe')
    if (probed === 'open to others') return { open: person => openWith(person, flags), closePages, close }
  }
  await close()
  throw new Error(noWay)
}

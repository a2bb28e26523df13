import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPeerBrowsers, type PeerBrowser, type PeerBrowsers } from '../support/peer-browsers.ts'

/** Jana invites Cem. Two browsers, two processes; the only way between them is what one reads out to the other. */
const morning = Date.UTC(2026, 10, 16, 8)
const minute = 60_000

let browsers: PeerBrowsers
let jana: PeerBrowser
let cem: PeerBrowser
const opened: PeerBrowser[] = []

const open = async (): Promise<PeerBrowser> => {
  const browser = await browsers.open()
  opened.push(browser)
  return browser
}

const meet = async (): Promise<void> => {
  ;[jana, cem] = [await open(), await open()]
  const reply = await cem.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', reply, morning)).toBe('open')
  await expect.poll(() => cem.ask('isOpen')).toBe(true)
}

beforeAll(async () => {
  browsers = await openPeerBrowsers()
})
afterEach(async () => {
  for (const { page } of opened.splice(0))
    await page
      .context()
      .browser()
      ?.close()
      .catch(() => undefined)
})
afterAll(() => browsers.close())

test('two short texts open the way, and megabytes go through unchanged in both directions', async () => {
  ;[jana, cem] = [await open(), await open()]
  const invitation = await jana.ask('invite', morning)
  const reply = await cem.ask('reply', invitation, morning)
  expect([invitation, reply].map(text => /^[A-Za-z0-9_-]{100,280}$/.test(text))).toEqual([true, true])
  expect(await jana.ask('accept', reply, morning + 2 * minute)).toBe('open')
  await expect.poll(() => cem.ask('isOpen')).toBe(true)
  const [janas, cems] = await Promise.all([jana.ask('send', 3_000_000), cem.ask('send', 2_000_000)])
  await expect.poll(() => cem.ask('heard'), { timeout: 60_000 }).toEqual([janas])
  await expect.poll(() => jana.ask('heard'), { timeout: 60_000 }).toEqual([cems])
})

test('a reply works once, and not after ten minutes', async () => {
  ;[jana, cem] = [await open(), await open()]
  const late = await cem.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', late, morning + 10 * minute)).toBe('invitation has ended')
  const reply = await cem.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', reply, morning)).toBe('open')
  expect(await jana.ask('accept', reply, morning)).toBe('invitation is used')
  expect(await cem.ask('reply', await jana.ask('invite', morning), morning + 16 * minute)).toBe('invitation has ended')
})

test('Cem leaves the page: Jana hears it at once', async () => {
  await meet()
  await cem.page.goto('about:blank')
  await expect.poll(() => jana.ask('ends'), { timeout: 60_000 }).toEqual([expect.stringMatching(/^(left|lost)$/)])
})

test('Cem’s browser dies without a word: Jana notices', async () => {
  await meet()
  await cem.kill()
  await expect.poll(() => jana.ask('ends'), { timeout: 90_000, interval: 1_000 }).toEqual(['lost'])
})

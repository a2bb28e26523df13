import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPeerBrowsers, type PeerBrowser, type PeerBrowsers } from '../support/peer-browsers.ts'

/** Jana invites Dörte. Two browsers, two processes; the only way between them is what one reads out to the other. */
const morning = Date.UTC(2026, 10, 16, 8)
const minute = 60_000

let browsers: PeerBrowsers

const digitsOn = async (browser: PeerBrowser, name: string): Promise<string> => {
  await expect.poll(() => browser.ask('digits')).toMatch(new RegExp(`^${name}: \\d{6}$`))
  return (await browser.ask('digits')).slice(-6)
}

/** Up to where both have become members and have shaken hands. */
const meet = async (): Promise<readonly [jana: PeerBrowser, doerte: PeerBrowser]> => {
  const [jana, doerte] = [await browsers.open('Jana'), await browsers.open('Dörte')]
  const invitation = await jana.ask('invite', morning)
  const reply = await doerte.ask('reply', invitation, morning)
  expect([invitation, reply].filter(text => !/^[A-Za-z0-9_-]{100,280}$/.test(text))).toEqual([])
  expect(await jana.ask('accept', reply, morning + 2 * minute)).toBe('connected')
  expect(await digitsOn(jana, 'Dörte Petersen')).toBe(await digitsOn(doerte, 'Jana Vogt'))
  await jana.ask('decide', true)
  await expect
    .poll(() => Promise.all([jana.ask('outcome'), doerte.ask('outcome')]))
    .toEqual(['open to doerte', 'open to jana'])
  return [jana, doerte]
}

beforeAll(async () => {
  browsers = await openPeerBrowsers()
})
afterEach(() => browsers.closePages())
afterAll(() => browsers.close())

test('two short texts and six digits open the way, and megabytes go through unchanged in both directions', async () => {
  const [jana, doerte] = await meet()
  const [janas, doertes] = await Promise.all([jana.ask('send', 3_000_000), doerte.ask('send', 2_000_000)])
  await expect.poll(() => doerte.ask('heard'), { timeout: 60_000 }).toEqual([janas])
  await expect.poll(() => jana.ask('heard'), { timeout: 60_000 }).toEqual([doertes])
})

test('a reply works once, and not after ten minutes', async () => {
  const [jana, doerte] = [await browsers.open('Jana'), await browsers.open('Dörte')]
  const late = await doerte.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', late, morning + 10 * minute)).toBe('invitation has ended')
  const reply = await doerte.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', reply, morning)).toBe('connected')
  expect(await jana.ask('accept', reply, morning)).toBe('invitation is used')
  expect(await doerte.ask('reply', await jana.ask('invite', morning), morning + 16 * minute)).toBe(
    'invitation has ended',
  )
})

test('the digits are others, says Jana: nobody has joined', async () => {
  const [jana, doerte] = [await browsers.open('Jana'), await browsers.open('Dörte')]
  const reply = await doerte.ask('reply', await jana.ask('invite', morning), morning)
  expect(await jana.ask('accept', reply, morning)).toBe('connected')
  await digitsOn(jana, 'Dörte Petersen')
  await jana.ask('decide', false)
  await expect
    .poll(() => Promise.all([jana.ask('outcome'), doerte.ask('outcome')]))
    .toEqual(['not confirmed', 'not confirmed'])
})

test('Mallory has put herself between and passes everything on: the certificates of the channels betray her', async () => {
  const [jana, mallory, doerte] = [
    await browsers.open('Jana'),
    await browsers.open('Mallory'),
    await browsers.open('Dörte'),
  ]
  const changed = await mallory.ask('standBetween', await jana.ask('invite', morning), morning)
  const reply = await mallory.ask('passOn', await doerte.ask('reply', changed, morning), morning)
  expect(await jana.ask('accept', reply, morning)).toBe('connected')
  await expect
    .poll(() => Promise.all([jana.ask('outcome'), doerte.ask('outcome')]))
    .toEqual(['proof is wrong', 'proof is wrong'])
  expect([await jana.ask('digits'), await doerte.ask('digits')]).toEqual(['', ''])
})

test('Dörte leaves the page: Jana hears it at once', async () => {
  const [jana, doerte] = await meet()
  await doerte.page.goto('about:blank')
  await expect.poll(() => jana.ask('ends'), { timeout: 60_000 }).toEqual([expect.stringMatching(/^(left|lost)$/)])
})

test('Dörte’s browser dies without a word: Jana notices', async () => {
  const [jana, doerte] = await meet()
  await doerte.kill()
  await expect.poll(() => jana.ask('ends'), { timeout: 90_000, interval: 1_000 }).toEqual(['lost'])
})

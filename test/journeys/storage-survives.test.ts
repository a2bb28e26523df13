import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deskBrowser } from '../endure/desk-browser.mjs'
import { endureKills } from '../endure/kills.mjs'
import { buildPages, pagesFolder } from '../endure/pages-build.mjs'
import { serve } from '../support/serve.mjs'

type Desk = {
  burst: (count: number) => Promise<number>
  look: () => Promise<{ serial: number; isEqual: boolean; findings: readonly string[] }>
  takeSnapshot: () => Promise<string>
  fences: () => readonly string[]
  lost: () => Promise<readonly { workspace: string; because: string; snapshots: readonly unknown[] }[]>
  housework: () => Promise<void>
  fill: () => Promise<number>
  findings: () => readonly string[]
  saving: () => Promise<{ pending: number; failure: { because: string } | undefined }>
}

const at = <Answer>(page: Page, ask: (desk: Desk) => Answer | Promise<Answer>): Promise<Answer> =>
  page.evaluate(`(${ask.toString()})(globalThis.desk)`)

/** The browser's store of all databases of an origin: its largest log or table file. */
const storeFile = (profile: string): string => {
  const folder = join(profile, 'Default', 'IndexedDB')
  const files = readdirSync(folder, { recursive: true })
    .map(name => join(folder, String(name)))
    .filter(path => /\.(log|ldb)$/.test(path))
  const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size)
  if (largest === undefined) throw new Error('no store found')
  return largest
}

const flipOneByte = (profile: string): void => {
  const file = storeFile(profile)
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

describe('what is saved survives', () => {
  let server: Awaited<ReturnType<typeof serve>>
  let browser: Awaited<ReturnType<typeof deskBrowser>>

  beforeAll(() => {
    expect(buildPages()).toBe(true)
  })
  beforeEach(async () => {
    server = await serve(pagesFolder)
    browser = await deskBrowser(`${server.address}desk.html`)
  })
  afterEach(async () => {
    await browser.close()
    await server.stop()
  })

  test('kill -9 of the browser, and tabs closed in the tick of an edit', async () => {
    expect((await endureKills({ kills: 1, closes: 2 })).faults).toEqual([])
  })

  test('an orderly restart brings everything back from copy and journal, without a finding', async () => {
    const page = await browser.open()
    await at(page, desk => desk.burst(30))
    await at(page, desk => desk.look())
    await browser.restart()
    const next = await browser.open()
    expect(await at(next, desk => desk.look())).toMatchObject({ serial: 30, isEqual: true, findings: [] })
  })

  test('one flipped byte empties every database of the origin: the workspace is missed, its snapshot is there', async () => {
    const page = await browser.open()
    await at(page, desk => desk.burst(30))
    await at(page, desk => desk.look())
    const workspace = await at(page, desk => desk.takeSnapshot())
    await browser.restart(flipOneByte)
    const next = await browser.open()
    // The browser may find the damage late and empty everything once more; then the new workspace of this start is missed, too.
    const lost = await at(next, desk => desk.lost())
    const ours = lost.filter(one => one.workspace === workspace)
    expect(ours).toMatchObject([{ because: 'dataLoss', snapshots: [{ reason: 'byHand' }] }])
  })

  test('the data are cleared while the tab is open: it notices within two seconds and writes nothing into the void', async () => {
    const page = await browser.open()
    await at(page, desk => desk.burst(3))
    await at(page, desk => desk.look())
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(server.address).origin, storageTypes: 'all' })
    await expect.poll(() => at(page, desk => desk.fences()), { timeout: 2000 }).toEqual(['storageGone'])
  })
  test('the disk is full: the reserve takes the last edits, then it is said, and nothing that was saved is lost', async () => {
    const origin = new URL(server.address).origin
    const blank = await browser.blank()
    const session = await blank.context().newCDPSession(blank)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000 })
    const page = await browser.open()
    await at(page, desk => desk.burst(5))
    await at(page, desk => desk.look())
    await at(page, desk => desk.housework())
    expect(await at(page, desk => desk.fill())).toBeGreaterThan(10)
    await at(page, desk => desk.burst(5))
    expect(await at(page, desk => desk.look())).toMatchObject({ serial: 10, isEqual: true })
    expect(await at(page, desk => desk.findings())).toEqual(['quotaExceeded'])
    expect(await at(page, desk => desk.saving())).toMatchObject({ pending: 0, failure: undefined })
    await at(page, desk => desk.fill())
    await at(page, desk => desk.burst(40))
    await expect.poll(() => at(page, desk => desk.saving())).toMatchObject({ failure: { because: 'storageFull' } })
  })
})

import type { CDPSession, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, cardIn, quickField } from '../support/board-verbs.ts'
import { takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** The disk of Petra Lange's laptop is full, in the middle of a planning round. */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.page().goto('about:blank')
  await setQuota(12_000_000)
  await journey.go('')
  await foundTeam(journey.page(), { person: 'Petra Lange', team: 'Jugendamt' })
  await addCards(journey.page(), 'Bereit', 'Vorher gesichert')
  await saved(journey.page())
})
afterAll(() => journey.close())

/** The browser keeps the limit as long as the session that set it lasts. */
let session: CDPSession
const setQuota = async (bytes?: number): Promise<void> => {
  session ??= await journey.context().newCDPSession(journey.page())
  const origin = new URL(journey.address).origin
  await session.send('Storage.overrideQuotaForOrigin', bytes === undefined ? { origin } : { origin, quotaSize: bytes })
}

/** Whatever else lies in this browser: fills the room that is left, in steps that become small. */
const fillDisk = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ballast of others')
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows', { autoIncrement: true }))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
    })
    const put = (bytes: number): Promise<boolean> =>
      new Promise(resolve => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
        const noise = new Uint8Array(bytes)
        for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536))
        transaction.objectStore('rows').add(noise)
        transaction.addEventListener('complete', () => resolve(true))
        transaction.addEventListener('abort', () => resolve(false))
      })
    for (let size = 1_000_000; size >= 500; size /= 2) while (await put(size));
    database.close()
  })

test('it is said within two seconds, the cards stay on the screen, and the file has them', async () => {
  const page = journey.page()
  await fillDisk(page)
  const field = await quickField(page, 'Bereit')
  await field.fill('Auf vollem Speicher')
  const before = Date.now()
  await field.press('Enter')
  await page.getByText('Nicht gesichert: Der Speicher ist voll.').waitFor()
  console.log(`said after ${Date.now() - before} ms`)
  expect(Date.now() - before).toBeLessThan(2000)
  await page.locator('[data-saving="failed"]').waitFor()
  await addCards(page, 'Bereit', 'Noch eine')
  await cardIn(page, 'Bereit', 'Auf vollem Speicher').waitFor()
  const file = await takeFile(page, 'Jetzt Datei speichern')
  const text = file.buffer.toString('utf8')
  for (const title of ['Vorher gesichert', 'Auf vollem Speicher', 'Noch eine']) expect(text).toContain(title)
})

test('with room again it is saved by itself, and a reload has it', async () => {
  const page = journey.page()
  await setQuota()
  await saved(page)
  await page.getByText('Nicht gesichert: Der Speicher ist voll.').waitFor({ state: 'detached' })
  await page.reload()
  for (const title of ['Vorher gesichert', 'Auf vollem Speicher', 'Noch eine'])
    await cardIn(page, 'Bereit', title).waitFor()
})

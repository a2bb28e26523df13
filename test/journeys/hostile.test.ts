import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { chooseFile, takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { said, spoil } from '../support/spoil-archive.ts'
import { saved } from '../support/team-verbs.ts'
import { settle, type Addresses } from '../support/walk.ts'

/** Somebody has written into every text of every record what could do harm; Katrin Albers opens one place after the other. */
let journey: Journey
let addresses: Addresses
const dialogs: string[] = []
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  const page = journey.page()
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  addresses = (await openSample(page, journey.address)) as Addresses
})
afterAll(() => journey.close())

type ArchiveFile = { readonly documents: Parameters<typeof spoil>[0] }
let written: readonly string[] = []

const takeArchive = async (): Promise<ArchiveFile> => {
  const page = journey.page()
  await journey.go(`#/t/${addresses.team}/export`)
  const { buffer } = await takeFile(page, 'Sicherung herunterladen')
  return JSON.parse(buffer.toString('utf8')) as ArchiveFile
}

test('a backup with something hostile in every text is restored', async () => {
  const page = journey.page()
  const archive = await takeArchive()
  const spoilt = spoil(archive.documents)
  written = spoilt.written
  expect(written.length).toBeGreaterThan(500)
  await journey.go(`#/t/${addresses.team}/import`)
  const buffer = Buffer.from(JSON.stringify({ ...archive, documents: spoilt.documents }))
  await chooseFile(page, { name: '<b>Sicherung</b>.lotse.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Einspielen' }).click()
  await page.getByRole('heading', { name: 'Die Sicherung ist eingespielt' }).waitFor()
  await saved(page)
})

const places = [
  'board', 'backlog', 'sprint/planning', 'sprint/running', 'sprint/past', 'impediments', 'bin', 'people', 'import', 'export',
] // prettier-ignore

/** Elements that only a text which became markup could have made. */
const grown = 'script:not([src]), iframe, svg[onload], [onerror], [onload], img[src="x"], a[href^="javascript" i]'

test('no place runs any of it', async () => {
  const page = journey.page()
  const found: string[] = []
  const look = async (place: string): Promise<void> => {
    await page.locator('main h1').first().waitFor()
    await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
    await settle(page)
    const count = await page.locator(grown).count()
    if (count > 0) found.push(`${place}: ${count}`)
    if ((await page.locator('main').innerText()).includes('Ein Schritt ist nicht gelungen'))
      found.push(`${place} failed`)
  }
  for (const team of [addresses.team, addresses.kanban])
    for (const place of places) {
      await journey.go(`#/t/${team}/${place}`)
      await look(`${team} ${place}`)
    }
  for (const place of ['settings', 'data']) {
    await journey.go(`#/${place}`)
    await look(place)
  }
  await journey.go(`#/t/${addresses.team}/board`)
  const cards = page.locator('[data-column] [data-card]')
  await cards.first().click()
  for (let opened = 0; opened < 6; opened++) {
    await page.locator('dialog[open] [data-section=references]').waitFor()
    await look(`card ${opened}`)
    await page.keyboard.press('j')
  }
  await journey.go(`#/t/${addresses.team}/impediments`)
  await page.locator('[data-impediment] a').first().click()
  await look('impediment')
  expect(found).toEqual([])
  expect(dialogs).toEqual([])
  expect(journey.watch.violations).toEqual([])
}, 180_000)

test('and nothing of it is lost', async () => {
  const { documents } = await takeArchive()
  expect(written.filter(line => !said(documents, [line]).length)).toEqual([])
})

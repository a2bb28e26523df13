import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, showAs } from '../support/board-verbs.ts'
import { digestOf, type PlainDocument } from '../../src/document/canonical.ts'
import { chooseFile, takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** Ayşe Demir brings two hundred old files along and puts them in order at once. */
let journey: Journey
const count = 200
const offices = ['Bauamt', 'Meldeamt', 'Standesamt', 'Jugendamt']

beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  const page = journey.page()
  await journey.go('')
  await foundTeam(page, { person: 'Ayşe Demir', team: 'Registratur' })
  await goTo(page, 'Dateien')
  const rows = Array.from({ length: count }, (_, at) => `Altakte ${at + 1}, ${offices[at % 4]};${(at % 5) + 1};Bereit`)
  const buffer = Buffer.from(['Titel;Punkte;Spalte', ...rows].join('\n'))
  await chooseFile(page, { name: 'altakten.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: `${count} Karten sind da` }).waitFor()
  await saved(page)
})
afterAll(() => journey.close())

const button = (name: string) => journey.page().getByRole('button', { name, exact: true })
const route = (): string => decodeURIComponent(new URL(journey.page().url()).hash)

/** Equal state means equal digest: of all records as the archive holds them, without times. */
const digest = async (): Promise<string> => {
  const page = journey.page()
  await goTo(page, 'Dateien')
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
  const { buffer } = await takeFile(page, 'Sicherung herunterladen')
  const { documents } = JSON.parse(buffer.toString('utf8')) as {
    readonly documents: { readonly [name: string]: PlainDocument }
  }
  await goTo(page, 'Board')
  return digestOf(documents)
}

test('two hundred cards are estimated, given out and moved together; each is one step, and the way back ends where it began', async () => {
  const page = journey.page()
  const before = await digest()
  await showAs(page, 'Liste')
  await page.getByRole('checkbox', { name: 'Alle auswählen' }).check()
  const bar = page.getByRole('group', { name: 'Ausgewählte Karten' })
  await bar.getByText(`${count} ausgewählt`).waitFor()
  await expect.poll(() => journey.watch.said).toContain(`${count} ausgewählt`)

  await bar.getByRole('button', { name: 'Schätzung' }).click()
  await button('13').click()
  await page.getByText(`${count} Karten geschätzt`).first().waitFor()
  await bar.getByRole('button', { name: 'Personen' }).click()
  await page.getByRole('option', { name: 'Ayşe Demir' }).click()
  await page.getByText(`${count} Karten liegen jetzt auch bei Ayşe Demir`).first().waitFor()
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Verschieben nach …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'In Arbeit' }).click()
  await page.getByText(`${count} Karten nach In Arbeit verschoben`).first().waitFor()
  await saved(page)
  await page.getByRole('button', { name: /^Spalte von „Altakte 1, Bauamt“: In Arbeit$/ }).waitFor()
  const done = await digest()
  expect(done).not.toBe(before)

  // One step each, from the newest to the oldest.
  for (const left of ['Spalte von „Altakte 1, Bauamt“: Bereit', undefined, 'Schätzung von „Altakte 1, Bauamt“: 1']) {
    await page.locator('main h1').focus()
    await page.keyboard.press('Control+z')
    if (left !== undefined) await button(left).waitFor()
    else await expect.poll(() => page.getByRole('cell', { name: 'Ayşe Demir' }).count()).toBe(0)
  }
  await saved(page)
  expect(await digest()).toBe(before)
})

test('a filter outlives a reload in the address, and is kept as a view that is found again', async () => {
  const page = journey.page()
  await showAs(page, 'Board')
  await page.getByRole('searchbox', { name: 'Auf dem Board suchen' }).fill('Meldeamt')
  await expect.poll(route).toContain('/board?q=Meldeamt')
  await page.reload()
  await page.getByRole('search').getByText(`50 von ${count}`).waitFor()
  await card(page, 'Altakte 2, Meldeamt').click()
  await page.getByRole('dialog').waitFor()
  expect(route()).toMatch(/\/board\/c\/[^/]+\?q=Meldeamt$/)
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(route()).toMatch(/\/board\?q=Meldeamt$/)

  await button('Ansichten').click()
  await page.getByRole('menuitem', { name: 'Filter als Ansicht merken …' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Meldeamt offen')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button('Filter aufheben').click()
  await page.getByRole('search').getByText(`50 von ${count}`).waitFor({ state: 'detached' })
  await expect.poll(route).toMatch(/\/board$/)
  await button('Ansichten').click()
  await page.getByRole('menuitemradio', { name: 'Meldeamt offen' }).click()
  await page.getByRole('search').getByText(`50 von ${count}`).waitFor()
  await page.goBack()
  await page.getByRole('search').getByText(`50 von ${count}`).waitFor({ state: 'detached' })

  await page.getByRole('searchbox', { name: 'Auf dem Board suchen' }).fill('Sterberegister')
  await page.getByText('Nichts gefunden für „Sterberegister“ (1 Filter aktiv).').first().waitFor()
  await button('Papierkorb durchsuchen').click()
  await page.getByRole('heading', { name: 'Papierkorb', level: 1 }).waitFor()
})

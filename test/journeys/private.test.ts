import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresBesidePeople } from '../support/figures-in-page.ts'
import { takeFile } from '../support/file-verbs.ts'
import { Findings } from '../support/findings.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { openWithLongWord } from '../support/long-word.ts'
import { boardTour, cardTour } from '../support/tours/board.ts'
import { planningTour } from '../support/tours/planning.ts'
import { walk, type Addresses } from '../support/walk.ts'

/** Katrin Albers walks through every screen; the staff council looks over her shoulder: nowhere a figure for a person. */
let journey: Journey
let addresses: Addresses
let names: readonly string[]
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  addresses = await openWithLongWord(journey)
  names = await peopleOfBothTeams()
})
afterAll(() => journey.close())

/** As the screen of people names them. */
const peopleOfBothTeams = async (): Promise<readonly string[]> => {
  const page = journey.page()
  const met: string[] = []
  for (const team of [addresses.team, addresses.kanban]) {
    await journey.go(`#/t/${team}/people`)
    const fields = page.locator('[data-person] button[aria-label^="Name: "]')
    await fields.first().waitFor()
    met.push(...(await fields.allTextContents()))
  }
  return [...new Set(met.map(name => name.trim()))]
}

test('no screen, dialog or panel shows a figure beside a person', async () => {
  expect(names.length).toBeGreaterThan(4)
  const findings = new Findings()
  const tour = { page: journey.page(), address: journey.address, addresses, language: 'de' as const }
  const stops = [
    ...boardTour,
    ...cardTour,
    ...planningTour,
    { name: 'people', route: () => `#/t/${addresses.team}/people` },
  ]
  await walk(tour, stops, async ({ page }, { name }) => findings.add(name, await figuresBesidePeople(page, names)))
  expect(findings.all).toEqual([])
}, 240_000)

test('the eye would find one: in a sentence, a row, a table, a tooltip', async () => {
  const page = journey.page()
  const [name = ''] = names
  await page.evaluate(person => {
    const add = (tag: string, text: string, label?: string): void => {
      const element = document.createElement(tag)
      element.textContent = text
      if (label !== undefined) element.setAttribute('aria-label', label)
      document.querySelector('main')?.append(element)
    }
    add('p', `${person}: 12 Punkte im Mittel`)
    add('span', 'MB', `${person}, 3 Karten`)
    add('p', `${person}, dabei seit 20. Nov. 2026, 14:05 Uhr`)
    const row = document.createElement('tr')
    for (const text of [person, '4,5']) row.append(Object.assign(document.createElement('td'), { textContent: text }))
    document.querySelector('main')?.append(row)
  }, name)
  expect(await figuresBesidePeople(page, names)).toEqual([
    `${name}: 12 Punkte im Mittel`,
    `${name}, 3 Karten`,
    expect.stringMatching(`${name}\\s*4,5`),
  ])
})

type Cells = Readonly<Record<string, unknown>>
type ArchiveFile = { readonly documents: Readonly<Record<string, Record<string, Record<string, Cells>>>> }

test('what goes out holds no figure for a person either', async () => {
  const page = journey.page()
  await journey.go(`#/t/${addresses.team}/export`)
  const table = await takeFile(page, 'Tabelle herunterladen')
  const [head = ''] = table.buffer.toString('utf8').replace('\uFEFF', '').split('\r\n')
  const ofCards =
    'Schlüssel;Art;Titel;Beschreibung;Spalte;Sprint;Schätzung;Priorität;Labels;Personen;Fällig am;Angelegt am;Akzeptanzkriterien;Checkliste;Verweise;Kommentare'
  expect(head.split(';')).toEqual(ofCards.split(';'))
  const archive = await takeFile(page, 'Sicherung herunterladen')
  const { documents } = JSON.parse(archive.buffer.toString('utf8')) as ArchiveFile
  const all = Object.values(documents).flatMap(document =>
    Object.entries(document).flatMap(([type, records]) => Object.values(records).map(cells => ({ type, cells }))),
  )
  const ofPeople = all.filter(({ type }) => type === 'person').flatMap(({ cells }) => Object.keys(cells))
  expect([...new Set(ofPeople)].toSorted()).toEqual(['m', 'name'])
  const numbers = all
    .filter(({ cells }) => 'person' in cells)
    .flatMap(({ type, cells }) =>
      Object.entries(cells).flatMap(([cell, value]) => (typeof value === 'number' ? `${type}.${cell}` : [])),
    )
  // Days somebody can give to a sprint are what they say themselves; screens show the sum of the team.
  expect([...new Set(numbers)]).toEqual(['availability.days'])
})

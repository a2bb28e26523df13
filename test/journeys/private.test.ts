import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresBesidePeople } from '../support/figures-in-page.ts'
import { takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { openWithLongWord } from '../support/long-word.ts'
import { peopleOfTeams } from '../support/people-of-teams.ts'
import type { Addresses } from '../support/walk.ts'

/** The walks of `accessible-*` look for a figure beside a person on every screen; here the staff council tries that eye, and what goes out. */
let journey: Journey
let addresses: Addresses
let names: readonly string[]
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  addresses = await openWithLongWord(journey)
  names = await peopleOfTeams(journey, [addresses.team, addresses.kanban])
  expect(names.length).toBeGreaterThan(4)
})
afterAll(() => journey.close())

test('the screen of people shows none', async () => {
  for (const team of [addresses.team, addresses.kanban]) {
    await journey.go(`#/t/${team}/people`)
    await journey.page().locator('[data-person]').first().waitFor()
    expect(await figuresBesidePeople(journey.page(), names)).toEqual([])
  }
})

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

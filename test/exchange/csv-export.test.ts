import { expect, it } from 'vitest'
import { proposeChoices } from '../../src/domain/intake/choices.ts'
import { forecast } from '../../src/domain/intake/forecast.ts'
import { importItems } from '../../src/domain/intake/import-items.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { team } from '../../src/domain/people/team.ts'
import { csvOfTeam } from '../../src/exchange/csv-export.ts'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'
import type { TableWords } from '../../src/workspace/exchange-port.ts'
import german from '../../src/i18n/messages/de/files.json'
import work from '../../src/i18n/messages/de/work.json'
import { hueWords, planned, planOf } from '../domain/intake/plans.ts'
import { memoryOffice } from '../support/memory-office.ts'

const words: TableWords = { headings: german.headings, kinds: work.kinds, priorities: work.priorities }

const office = () => {
  const desk = memoryOffice()
  const columns = [
    { name: 'Bereit', category: 'open' },
    { name: 'Erledigt', category: 'done' },
  ] as const
  desk.run(foundTeam, { name: 'Bauamt', prefix: 'BAU', method: 'kanban', founderName: 'Anna', columns })
  const ofTeam = desk.view.get(team, desk.view.ids(team, 'all', 'all')[0]!)!
  return { ...desk, ofTeam }
}

const point = (title: string, isDone = false) => ({ title, isDone, due: null, person: null })
const rich = planned('=SUMME(A1)', {
  kind: 'bug',
  description: 'Zeile 1;\n"Zeile 2"',
  estimate: 3.5,
  priority: 'high',
  due: '2026-12-01',
  people: ['trello:m'],
  labels: ['trello:l', 'trello:l2'],
  column: 'bereit',
  criteria: [point('Frist steht', true), point('- Amt stimmt zu')],
  checklists: [
    { title: 'Unterlagen', checks: [point('Lageplan'), point('Statik', true)] },
    { title: 'Leer', checks: [] },
  ],
  links: [
    { source: 'l1', name: 'Satzung', address: 'https://example.org/s' },
    { source: 'l2', name: '', address: 'https://example.org/ohne' },
    { source: 'l3', name: 'Ablage', address: '\\\\server\\amt\\akte' },
  ],
  createdAt: Date.UTC(2026, 5, 1, 10),
})
const plan = planOf(
  [rich, planned('Ohne alles', { column: null }), planned('Großes Ganzes', { kind: 'epic', column: null })],
  {
    columns: [{ source: 'bereit', name: 'Bereit', isArchived: false }],
    people: [{ source: 'trello:m', name: 'Ben' }],
    labels: [
      { source: 'trello:l', name: 'Eilt', hue: 'red' },
      { source: 'trello:l2', name: 'Bau', hue: 'blue' },
    ],
  },
)

const exported = (from = plan) => {
  const desk = office()
  const choices = proposeChoices(desk.view, desk.ofTeam, from, hueWords)
  desk.run(importItems, { team: desk.ofTeam.id, plan: from, choices })
  return { desk, text: csvOfTeam(desk.view, desk.ofTeam, words) }
}

const again = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const read = await readBytes({ name: 'Bauamt.csv', bytes })
  if (!read.ok || read.value.kind !== 'table') throw new Error('no table')
  const result = planBytes({ name: 'Bauamt.csv', bytes }, read.value.mapping)
  if (!result.ok) throw new Error(result.refusal.because)
  return result.value
}

it('prints what German Excel opens: mark, semicolons, CRLF, decimal comma, guarded formulas', () => {
  const { text } = exported()
  const [header, first] = text.split('\r\n')
  expect(header).toBe(
    '\uFEFFSchlüssel;Art;Titel;Beschreibung;Spalte;Sprint;Schätzung;Priorität;Labels;Personen;Fällig am;Angelegt am;Akzeptanzkriterien;Checkliste;Verweise;Kommentare',
  )
  expect(first).toMatch(/^BAU-\w{5};Epic;Großes Ganzes;/)
  expect(text).toContain(`;Fehler;'=SUMME(A1);"Zeile 1;\n""Zeile 2""";Bereit;;3,5;hoch;`)
  expect(text.endsWith('\r\n')).toBe(true)
})

it('comes back equal into another team', async () => {
  const { text } = exported()
  const { items, people, labels, losses, findings } = await again(text)
  const [epic, back, bare] = items
  const { title, description, kind, estimate, priority, due, criteria, checklists } = rich
  expect(back).toMatchObject({
    title,
    description,
    kind,
    estimate,
    priority,
    due,
    criteria,
    checklists,
  })
  expect([epic?.kind, bare?.title, bare?.column]).toEqual(['epic', 'Ohne alles', null])
  expect([people.map(({ name }) => name), labels.map(({ name }) => name).sort()]).toEqual([['Ben'], ['Bau', 'Eilt']])
  expect(back?.links.map(({ name, address }) => [name, address])).toEqual([
    ['Satzung', 'https://example.org/s'],
    ['', 'https://example.org/ohne'],
    ['Ablage', '\\\\server\\amt\\akte'],
  ])
  expect([losses, findings]).toEqual([[], []])
})

it('counts comments and leaves their words and their people out', async () => {
  const said = { source: 'c', author: 'Clara Weiß', text: 'Geheimnis', createdAt: Date.UTC(2026, 5, 2) }
  const { text } = exported(planOf([planned('Antrag', { comments: [said, { ...said, source: 'd' }] })]))
  expect(text).toMatch(/;2\r\n$/)
  expect(text).not.toMatch(/Clara|Geheimnis/)
  expect((await again(text)).losses).toEqual([{ loss: 'tableColumn', name: 'Kommentare', count: 1, examples: ['2'] }])
})

it('is recognised card by card where it came from', async () => {
  const { desk, text } = exported()
  const back = await again(text)
  const outlook = forecast(desk.view, desk.ofTeam, back, proposeChoices(desk.view, desk.ofTeam, back, hueWords))
  expect(outlook).toMatchObject({ fresh: 0, untouched: 3, updated: 0 })
})

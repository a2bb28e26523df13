import { expect, test } from 'vitest'
import { edit } from '../../../src/domain/kernel/change.ts'
import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { resolveImpediment } from '../../../src/domain/impediments/move-impediment.ts'
import {
  ageInDays,
  impedimentsByParty,
  impedimentsOfItem,
  impedimentsOver,
  isStepOverdue,
  openImpedimentsOfItem,
} from '../../../src/domain/impediments/open-impediments.ts'
import { document } from '../scrum/building-office.ts'
import { obstructedOffice } from './obstructed-office.ts'

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

test('by whose turn it is: the gravest first, then the oldest', () => {
  const office = obstructedOffice()
  const report = (title: string, fields: object = {}) => {
    office.pass(1000)
    return office.report({ title, ...fields })
  }
  const netz = report('Netz', { party: 'provider', severity: 'low' })
  const raum = report('Raum')
  const stelle = report('Stelle', { party: 'office' })
  const server = report('Server', { party: 'provider', severity: 'critical' })
  const lizenz = report('Lizenz', { party: 'provider', severity: 'low' })
  office.run(resolveImpediment, { impediment: report('Erledigt'), helped: '' })
  expect(impedimentsByParty(office.view, document).map(group => [group.party, ids(group.impediments)])).toEqual([
    ['team', [raum]],
    ['office', [stelle]],
    ['provider', [server, netz, lizenz]],
  ])
})

test('of a card: all that mention it, and those that hold it up now', () => {
  const office = obstructedOffice()
  const first = office.report({ title: 'Drucker', items: ['antrag'] })
  office.pass(1000)
  const second = office.report({ title: 'Netz', items: ['antrag', 'karte'] })
  office.run(resolveImpediment, { impediment: first, helped: '' })
  expect(ids(impedimentsOfItem(office.view, 'antrag'))).toEqual([first, second])
  expect(ids(openImpedimentsOfItem(office.view, 'antrag'))).toEqual([second])
  expect(openImpedimentsOfItem(office.view, 'bescheid')).toEqual([])
})

test('what is over, the latest first', () => {
  const office = obstructedOffice()
  const [first, second, third] = ['a', 'b', 'c'].map(title => office.report({ title })) as [string, string, string]
  const fourth = office.report({ title: 'd' })
  for (const id of [second, first]) {
    office.pass(1000)
    office.run(resolveImpediment, { impediment: id, helped: '' })
  }
  for (const id of [third, fourth]) office.apply(edit(impediment, office.impediment(id), { state: 'tolerated' }))
  expect(ids(impedimentsOver(office.view, document))).toEqual([first, second, third, fourth])
})

test('its age is counted in calendar days of the office and stops when it is over', () => {
  const office = obstructedOffice()
  office.at('2026-11-16T22:30:00')
  const id = office.report({ title: 'Drucker' })
  const age = () => ageInDays(office.impediment(id), office.now)
  expect(age()).toBe(0)
  office.at('2026-11-16T23:30:00')
  expect(age()).toBe(1)
  office.at('2026-11-15T12:00:00')
  expect(age()).toBe(0)
  office.at('2026-11-19T12:00:00')
  office.run(resolveImpediment, { impediment: id, helped: '' })
  office.at('2026-12-24T12:00:00')
  expect(age()).toBe(3)
  office.apply(edit(impediment, office.impediment(id), { overAt: null }))
  expect(age()).toBe(38)
})

test('a next step is overdue on the day after, as long as it is open', () => {
  const office = obstructedOffice()
  const dated = office.report({ title: 'Drucker', dueAt: '2026-11-18' })
  const open = office.report({ title: 'Netz' })
  const overdue = (id: string, today: string) => isStepOverdue(office.impediment(id), today)
  expect([overdue(dated, '2026-11-18'), overdue(dated, '2026-11-19'), overdue(open, '2026-11-19')]).toEqual([
    false,
    true,
    false,
  ])
  office.run(resolveImpediment, { impediment: dated, helped: '' })
  expect(overdue(dated, '2026-11-19')).toBe(false)
})

import { expect, test } from 'vitest'
import { create } from '../../../src/domain/kernel/change.ts'
import { availability } from '../../../src/domain/scrum/availability.ts'
import { cancelSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { availableDays, setAvailability, teamDays } from '../../../src/domain/scrum/team-availability.ts'
import { buildingOffice, document } from './building-office.ts'

test('days per person are entered, changed and taken away; the team sees their sum', () => {
  const { plan, run, view } = buildingOffice()
  const sprint = plan('Sprint 1')
  expect(teamDays(view, sprint)).toBeUndefined()
  run(setAvailability, { sprint, entries: [{ person: 'anna', days: 8 }] })
  run(setAvailability, { sprint, entries: [{ person: 'ben', days: 4.5 }] })
  expect(teamDays(view, sprint)).toBe(12.5)
  run(setAvailability, { sprint, entries: [{ person: 'anna', days: 0 }] })
  expect([...availableDays(view, sprint)].sort()).toEqual([
    ['anna', 0],
    ['ben', 4.5],
  ])
  run(setAvailability, { sprint, entries: [{ person: 'anna', days: null }] })
  expect([...availableDays(view, sprint)]).toEqual([['ben', 4.5]])
  run(setAvailability, { sprint: plan('Sprint 2'), entries: [{ person: 'anna', days: null }] })
  expect(view.ids(availability, 'sprint', sprint)).toHaveLength(2)
})

test('entered twice while apart, the newer one counts, whichever stands first', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  const enter = (id: string, days: number) =>
    office.apply(create(availability, { document, id }, { sprint, person: 'anna', days }, office.context()))
  enter('b', 5)
  office.pass(1000)
  enter('a', 7)
  expect(teamDays(office.view, sprint)).toBe(7)
  office.pass(1000)
  enter('c', 3)
  office.apply(create(availability, { document, id: 'd' }, { sprint, days: 99 }, office.context()))
  office.apply(create(availability, { document, id: 'e' }, { person: 'anna', days: 99 }, office.context()))
  expect(teamDays(office.view, sprint)).toBe(3)
  office.pass(1000)
  office.run(setAvailability, { sprint, entries: [{ person: 'anna', days: 6 }] })
  expect(teamDays(office.view, sprint)).toBe(6)
})

test('refusals', () => {
  const { plan, run, view, whyNot } = buildingOffice()
  const sprint = plan('Sprint 1')
  const anna = { person: 'anna', days: 5 }
  const entry = { sprint, entries: [anna] }
  expect(whyNot(setAvailability, { ...entry, sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
  expect(whyNot(setAvailability, { sprint, entries: [anna, { person: 'nobody', days: 3 }] })).toEqual({
    because: 'personIsGone',
  })
  for (const days of [-1, 367, Number.NaN, Infinity])
    expect(whyNot(setAvailability, { sprint, entries: [anna, { person: 'ben', days }] })).toEqual({
      because: 'numberIsUnfit',
    })
  expect(teamDays(view, sprint)).toBeUndefined()
  run(startSprint, { sprint })
  expect(whyNot(setAvailability, entry)).toBe('no refusal')
  run(cancelSprint, { sprint })
  expect(whyNot(setAvailability, entry)).toEqual({ because: 'sprintIsOver', state: 'cancelled' })
})

test('a whole team is entered in one step', () => {
  const { plan, run, view } = buildingOffice()
  const sprint = plan('Sprint 1')
  const entries = [
    { person: 'anna', days: 8 },
    { person: 'ben', days: 4.5 },
  ]
  run(setAvailability, { sprint, entries })
  expect([...availableDays(view, sprint)].sort()).toEqual(entries.map(({ person, days }) => [person, days]))
})

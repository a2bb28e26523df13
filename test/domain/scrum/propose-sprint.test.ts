import { expect, test } from 'vitest'
import { edit } from '../../../src/domain/kernel/change.ts'
import { team } from '../../../src/domain/people/team.ts'
import { cancelSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { proposeSprint } from '../../../src/domain/scrum/propose-sprint.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { buildingOffice } from './building-office.ts'

const proposal = (office: ReturnType<typeof buildingOffice>, today: string) =>
  proposeSprint(office.view, office.view.get(team, 'bau')!, today)

test.each([
  ['on a Monday', '2026-11-16', '2026-11-16', '2026-11-27'],
  ['on a Tuesday', '2026-11-17', '2026-11-23', '2026-12-04'],
  ['on a Sunday', '2026-11-22', '2026-11-23', '2026-12-04'],
])('the first sprint, planned %s, begins on a Monday and ends on a Friday', (_, today, start, end) => {
  expect(proposal(buildingOffice(), today)).toEqual({ number: 1, start, end })
})

test.each([
  ['Friday', '2026-11-27', '2026-11-16', '2026-11-30', '2026-12-11'],
  ['Sunday', '2026-11-29', '2026-11-16', '2026-11-30', '2026-12-11'],
  ['Tuesday', '2026-12-01', '2026-11-16', '2026-12-02', '2026-12-15'],
  ['Friday, some days ago', '2026-11-27', '2026-12-02', '2026-12-02', '2026-12-15'],
  ['Friday, and today is Saturday', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-11'],
])('the next one follows the last, which ended on a %s', (_, lastEnd, today, start, end) => {
  const office = buildingOffice()
  office.plan('Sprint 12', { start: '2026-11-16', end: lastEnd })
  expect(proposal(office, today)).toEqual({ number: 13, start, end })
})

test('the team says how long its sprints are', () => {
  const office = buildingOffice()
  office.apply(edit(team, office.view.get(team, 'bau')!, { sprintDays: 7 }))
  expect(proposal(office, '2026-11-16')).toMatchObject({ start: '2026-11-16', end: '2026-11-20' })
  office.apply(edit(team, office.view.get(team, 'bau')!, { sprintDays: 1 }))
  expect(proposal(office, '2026-11-16')).toMatchObject({ start: '2026-11-16', end: '2026-11-16' })
})

test('a cancelled sprint does not hold the next one up', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1', { start: '2026-11-16', end: '2026-11-27' })
  office.run(startSprint, { sprint })
  office.run(cancelSprint, { sprint })
  expect(proposal(office, '2026-11-16')).toMatchObject({ number: 2, start: '2026-11-16' })
})

test.each([
  ['Sprint 9', 10],
  ['Sprint 099', 100],
  ['7', 8],
  ['KW47', 48],
  ['Herbst 2026', 2],
  ['Aufräumen', 2],
])('after "%s" comes number %i', (name, number) => {
  const office = buildingOffice()
  office.plan(name)
  expect(proposal(office, '2026-11-16').number).toBe(number)
})

import { describe, expect, test } from 'vitest'
import { editSprint, planSprint, type SprintPlan } from '../../../src/domain/scrum/plan-sprint.ts'
import { closeSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { discard } from '../../../src/domain/kernel/change.ts'
import { team } from '../../../src/domain/people/team.ts'
import { buildingOffice, document } from './building-office.ts'

test('Anna plans a sprint with goal and days', () => {
  const { plan, sprint, view } = buildingOffice()
  const id = plan('  Sprint  12 ', { goal: 'Bauanträge online einreichen\n', start: '2026-11-16', end: '2026-11-27' })
  expect(sprint(id)).toMatchObject({
    document,
    name: 'Sprint 12',
    goal: 'Bauanträge online einreichen',
    state: 'planned',
    start: '2026-11-16',
    end: '2026-11-27',
    createdBy: 'anna',
  })
  expect(view.get(team, 'bau')?.name).toBe('Bauakte')
})

const unfit: readonly (readonly [string, SprintPlan, object])[] = [
  ['no name', { name: ' ' }, { because: 'nameIsEmpty' }],
  ['too long a name', { name: 'S'.repeat(81) }, { because: 'nameIsTooLong', longest: 80 }],
  ['too long a goal', { name: 'S', goal: 'g'.repeat(501) }, { because: 'textIsTooLong', longest: 500 }],
  ['a start that no calendar has', { name: 'S', start: '2026-02-30' }, { because: 'dayIsUnfit' }],
  ['an end that no calendar has', { name: 'S', start: '2026-02-01', end: '2026-13-01' }, { because: 'dayIsUnfit' }],
  [
    'an end before the start',
    { name: 'S', start: '2026-11-17', end: '2026-11-16' },
    { because: 'sprintEndsBeforeStart' },
  ],
  [
    'a mistyped year',
    { name: 'S', start: '2026-11-16', end: '2027-11-17' },
    { because: 'sprintIsTooLong', longest: 366 },
  ],
]

describe('planning and editing refuse', () => {
  test.each(unfit)('%s', (_, plan, refusal) => {
    const office = buildingOffice()
    expect(office.whyNot(planSprint, { team: 'bau', ...plan })).toEqual(refusal)
    expect(office.whyNot(editSprint, { sprint: office.plan('Sprint 1'), ...plan })).toEqual(refusal)
  })

  test('but not a sprint of one day or of a year', () => {
    const { whyNot } = buildingOffice()
    const year = { team: 'bau', name: 'S', start: '2026-11-16', end: '2027-11-16' }
    expect(whyNot(planSprint, year)).toBe('no refusal')
    expect(whyNot(planSprint, { ...year, end: '2026-11-16' })).toBe('no refusal')
  })

  test('a team or a sprint that is not there', () => {
    const { whyNot } = buildingOffice()
    expect(whyNot(planSprint, { team: 'forst', name: 'S' })).toEqual({ because: 'teamIsGone' })
    expect(whyNot(editSprint, { sprint: 'nowhere', name: 'S' })).toEqual({ because: 'sprintIsGone' })
  })

  test('a team in the bin', () => {
    const office = buildingOffice()
    office.apply(discard(office.view.get(team, 'bau')!, office.context()))
    expect(office.whyNot(planSprint, { team: 'bau', name: 'S' })).toEqual({ because: 'teamIsGone' })
  })

  test('a change of a sprint that is over', () => {
    const office = buildingOffice()
    const id = office.plan('Sprint 1')
    office.run(startSprint, { sprint: id })
    office.run(closeSprint, { sprint: id, carryOver: {}, goalOutcome: 'reached' })
    expect(office.whyNot(editSprint, { sprint: id, goal: 'Nachträglich' })).toEqual({
      because: 'sprintIsOver',
      state: 'closed',
    })
  })
})

test('editing changes what is named and leaves the rest', () => {
  const { plan, run, sprint } = buildingOffice()
  const id = plan('Sprint 1', { goal: 'Erster', start: '2026-11-16', end: '2026-11-27' })
  run(editSprint, { sprint: id, end: '2026-11-20' })
  run(editSprint, { sprint: id, goal: ' Zweiter ' })
  run(editSprint, { sprint: id, name: 'Sprint 1 (kurz)', start: null })
  expect(sprint(id)).toMatchObject({ name: 'Sprint 1 (kurz)', goal: 'Zweiter', start: null, end: '2026-11-20' })
})

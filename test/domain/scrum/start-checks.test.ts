import { describe, expect, test } from 'vitest'
import { create, discard, edit } from '../../../src/domain/kernel/change.ts'
import { team } from '../../../src/domain/people/team.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { sprint as sprintRecord } from '../../../src/domain/scrum/sprint.ts'
import { startChecks } from '../../../src/domain/scrum/start-checks.ts'
import { buildingOffice, document } from './building-office.ts'

const today = '2026-11-16'
const days = { start: today, end: '2026-11-27' }

/** Roles are another matter here: the team has said that it knows. */
const office = () => {
  const scene = buildingOffice()
  scene.apply(edit(team, scene.view.get(team, 'bau')!, { rolesUnchecked: true }))
  const findings = (id: string) => startChecks(scene.view, scene.sprint(id), today)
  const closed = (id: string, donePoints: number, doneItems: number) =>
    scene.apply(
      create(sprintRecord, { document, id }, { state: 'closed', closedAt: 1, donePoints, doneItems }, scene.context()),
    )
  return Object.assign(scene, { findings, closed })
}

test('nothing is missing', () => {
  const { plan, card, run, findings, closed } = office()
  closed('früher', 20, 4)
  const sprint = plan('Sprint 1', { goal: 'Online-Antrag', ...days })
  run(addToSprint, { sprint, items: [card('a', { estimate: 8 }), card('b', { estimate: 12 })] })
  expect(findings(sprint)).toEqual([])
})

test('everything is missing', () => {
  const { plan, findings } = office()
  expect(findings(plan('Sprint 1'))).toEqual([
    { finding: 'goalIsMissing' },
    { finding: 'daysAreMissing' },
    { finding: 'sprintIsEmpty' },
  ])
})

describe('days', () => {
  test.each([
    ['only a start', today, null, [{ finding: 'daysAreMissing' }]],
    ['only an end', null, today, [{ finding: 'daysAreMissing' }]],
    ['a start that is past', '2026-11-13', '2026-11-27', [{ finding: 'startIsPast', start: '2026-11-13' }]],
    ['a start to come', '2026-11-17', '2026-11-27', [{ finding: 'startIsAhead', start: '2026-11-17' }]],
    ['an end that is past', '2026-11-02', '2026-11-13', [{ finding: 'endIsPast', end: '2026-11-13' }]],
    ['from today', today, today, []],
  ])('%s', (_, start, end, expected) => {
    const { plan, card, run, findings } = office()
    const sprint = plan('Sprint 1', { goal: 'Ziel', start, end })
    run(addToSprint, { sprint, items: [card('a')] })
    expect(findings(sprint)).toEqual(expected)
  })
})

describe('scope', () => {
  const withCards = (estimates: readonly (number | null)[], results: readonly (readonly [number, number])[]) => {
    const scene = office()
    results.forEach(([points, items], index) => scene.closed(`früher ${index}`, points, items))
    const sprint = scene.plan('Sprint 1', { goal: 'Ziel', ...days })
    const items = estimates.map((estimate, index) => scene.card(`card ${index}`, { estimate }))
    scene.run(addToSprint, { sprint, items })
    return scene.findings(sprint)
  }

  test('cards without an estimate, where the team estimates', () => {
    expect(withCards([5, null, 0, null], [])).toEqual([{ finding: 'itemsAreUnestimated', items: ['card 1', 'card 3'] }])
    expect(withCards([null], [[20, 4]])).toEqual([{ finding: 'itemsAreUnestimated', items: ['card 0'] }])
    expect(withCards([null, null], [[0, 4]])).toEqual([])
  })

  test('more than the mean of the last three, in points or in cards', () => {
    expect(withCards([13, 10], [[20, 4]])).toEqual([
      { finding: 'sprintIsOverMean', planned: 23, mean: 20, by: 3, unit: 'points' },
    ])
    expect(withCards([null, null, null], [[0, 2]])).toEqual([
      { finding: 'sprintIsOverMean', planned: 3, mean: 2, by: 1, unit: 'items' },
    ])
  })
})

test('roles are looked at too, as long as the team is known', () => {
  const { plan, view, sprint, apply, context } = buildingOffice()
  const id = plan('Sprint 1', { goal: 'Ziel', ...days })
  const found = () => startChecks(view, sprint(id), today).map(({ finding }) => finding)
  expect(found()).toEqual(['sprintIsEmpty', 'productOwnerIsMissing', 'scrumMasterIsMissing', 'developersAreTooFew'])
  apply(discard(view.get(team, 'bau')!, context()))
  expect(found()).toEqual(['sprintIsEmpty'])
})

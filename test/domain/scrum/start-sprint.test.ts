import { describe, expect, test } from 'vitest'
import { column } from '../../../src/domain/kanban/column.ts'
import { discard } from '../../../src/domain/kernel/change.ts'
import { cancelSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { moveSprintToReview, startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { item, placeKey } from '../../../src/domain/work/item.ts'
import { buildingOffice, document } from './building-office.ts'

test('the start brings waiting cards to the foot of the first column in their order and writes the scope down', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  office.card('läuft schon', { position: ['ready', 'a5'] })
  office.card('b', { estimate: 5 })
  office.card('a', { estimate: 3 })
  office.card('c')
  office.card('in arbeit', { position: ['doing', 'a1'], estimate: 8 })
  office.card('verworfen', { estimate: 13, dropped: [1, 'ben'] })
  office.run(addToSprint, { sprint, items: ['c', 'a', 'b', 'in arbeit'] })
  office.pass(60_000)
  office.run(startSprint, { sprint })
  expect(office.view.ids(item, 'place', placeKey(document, 'ready', sprint))).toEqual(['b', 'a', 'c'])
  expect(office.item('b').position[1] > 'a5').toBe(true)
  expect(office.story('b')).toEqual([
    ['sprint', sprint],
    ['column', ['ready', 'open']],
  ])
  expect(office.place('in arbeit')).toBe('doing')
  expect(office.sprint(sprint)).toMatchObject({
    state: 'running',
    startedAt: office.now,
    plannedPoints: 16,
    plannedItems: 4,
  })
  expect(office.sprint(sprint).history).toMatchObject([{ kind: 'state', value: 'running', by: 'anna' }])
})

test('the review follows, and then the next start waits until it is closed', () => {
  const office = buildingOffice()
  const [first, second] = [office.plan('Sprint 1'), office.plan('Sprint 2')]
  office.run(startSprint, { sprint: first })
  expect(office.whyNot(startSprint, { sprint: second })).toEqual({ because: 'anotherSprintRuns', sprint: first })
  office.run(moveSprintToReview, { sprint: first })
  expect(office.sprint(first)).toMatchObject({ state: 'review', history: [{ value: 'running' }, { value: 'review' }] })
  expect(office.whyNot(startSprint, { sprint: second })).toEqual({ because: 'anotherSprintRuns', sprint: first })
  office.run(cancelSprint, { sprint: first })
  office.run(startSprint, { sprint: second })
  expect(office.sprint(second).state).toBe('running')
})

describe('refused', () => {
  test('what is not there, or not in the state for it', () => {
    const { plan, run, whyNot } = buildingOffice()
    const sprint = plan('Sprint 1')
    expect(whyNot(startSprint, { sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
    expect(whyNot(moveSprintToReview, { sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
    expect(whyNot(moveSprintToReview, { sprint })).toEqual({ because: 'sprintIsNotRunning', state: 'planned' })
    run(startSprint, { sprint })
    expect(whyNot(startSprint, { sprint })).toEqual({ because: 'sprintIsNotPlanned', state: 'running' })
  })

  test('a start with cards and no column to put them in', () => {
    const office = buildingOffice()
    const sprint = office.plan('Sprint 1')
    office.card('antrag')
    office.run(addToSprint, { sprint, items: ['antrag'] })
    for (const id of ['ready', 'doing', 'done']) office.apply(discard(office.view.get(column, id)!, office.context()))
    expect(office.whyNot(startSprint, { sprint })).toEqual({ because: 'teamHasNoColumn' })
  })
})

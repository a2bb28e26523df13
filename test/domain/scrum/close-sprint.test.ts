import { describe, expect, test } from 'vitest'
import { column } from '../../../src/domain/kanban/column.ts'
import { discard } from '../../../src/domain/kernel/change.ts'
import { cancelSprint, closeSprint, type CarryOver } from '../../../src/domain/scrum/close-sprint.ts'
import { deleteSprint, restoreSprint } from '../../../src/domain/scrum/delete-sprint.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { itemsOfSprint, sprintsOf } from '../../../src/domain/scrum/sprints.ts'
import { moveSprintToReview, startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { edit } from '../../../src/domain/kernel/change.ts'
import { item, placeKey } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { buildingOffice, document } from './building-office.ts'

/** Six cards in a running sprint: `fertig` is done, the others are not. */
const twoWeeks = () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  const cards = ['fertig', 'weiter', 'zurück', 'zurück2', 'doch', 'weg']
  cards.forEach((id, index) => office.card(id, { estimate: index + 1 }))
  office.card('wartet')
  office.run(addToSprint, { sprint, items: cards })
  office.run(startSprint, { sprint })
  office.pass(1000)
  office.run(moveItem, { item: 'fertig', place: 'done' })
  office.run(moveItem, { item: 'weiter', place: 'doing' })
  office.pass(1000)
  const carryOver: Record<string, CarryOver> = {
    weiter: 'nextSprint',
    zurück: 'backlog',
    zurück2: 'backlog',
    doch: 'done',
    weg: 'dropped',
  }
  return Object.assign(office, { sprintId: sprint, carryOver })
}

test('each unfinished card goes where it was said, with its history; the result is written down', () => {
  const office = twoWeeks()
  const { sprintId, carryOver } = office
  const next = office.plan('Sprint 2')
  office.run(closeSprint, { sprint: sprintId, carryOver, goalOutcome: 'partly' })

  expect(office.sprint(sprintId)).toMatchObject({
    state: 'closed',
    closedAt: office.now,
    goalOutcome: 'partly',
    plannedPoints: 21,
    plannedItems: 6,
    donePoints: 6,
    doneItems: 2,
  })
  expect(office.item('weiter')).toMatchObject({ sprint: next })
  expect(office.place('weiter')).toBe('doing')
  expect(office.story('weiter').at(-1)).toEqual(['sprint', next])

  expect(office.view.ids(item, 'place', placeKey(document, 'backlog', null))).toEqual(['zurück', 'zurück2', 'wartet'])
  expect(office.story('zurück').slice(-2)).toEqual(
    expect.arrayContaining([
      ['column', ['backlog', 'open']],
      ['sprint', null],
    ]),
  )
  expect(office.view.ids(item, 'place', placeKey(document, 'done', sprintId))).toEqual(['fertig', 'doch'])
  expect(office.story('doch').at(-1)).toEqual(['column', ['done', 'done']])
  expect(office.item('weg')).toMatchObject({ dropped: [office.now, 'anna'], sprint: null })
  expect(itemsOfSprint(office.view, sprintId).map(({ id }) => id)).toEqual(['fertig', 'doch'])
})

test('the next sprint can be made on the way, also when nothing is carried over', () => {
  const office = twoWeeks()
  const nextSprint = { name: 'Sprint 2', start: '2026-11-30', end: '2026-12-11' }
  office.run(closeSprint, { sprint: office.sprintId, carryOver: office.carryOver, goalOutcome: 'reached', nextSprint })
  const made = sprintsOf(office.view, document).find(({ name }) => name === 'Sprint 2')!
  expect(made).toMatchObject({ state: 'planned', ...nextSprint })
  expect(office.item('weiter').sprint).toBe(made.id)
  office.run(startSprint, { sprint: made.id })
  office.run(closeSprint, {
    sprint: made.id,
    carryOver: { weiter: 'done' },
    goalOutcome: 'reached',
    nextSprint: { name: 'Sprint 3' },
  })
  expect(sprintsOf(office.view, document).map(({ name, state }) => [name, state])).toEqual([
    ['Sprint 2', 'closed'],
    ['Sprint 1', 'closed'],
    ['Sprint 3', 'planned'],
  ])
})

test('of several planned sprints the one named gets the cards', () => {
  const office = twoWeeks()
  office.plan('Sprint 2', { start: '2026-11-30' })
  const later = office.plan('Sprint 3', { start: '2026-12-14' })
  office.run(moveSprintToReview, { sprint: office.sprintId })
  office.run(closeSprint, {
    sprint: office.sprintId,
    carryOver: office.carryOver,
    goalOutcome: 'missed',
    nextSprint: later,
  })
  expect(office.item('weiter').sprint).toBe(later)
})

test('cards that were finished or dropped in the meantime need no decision, and dropped ones leave', () => {
  const office = twoWeeks()
  office.run(moveItem, { item: 'weiter', place: 'done' })
  office.apply(edit(item, office.item('doch'), { dropped: [office.now, 'ben'] }))
  office.run(closeSprint, { sprint: office.sprintId, carryOver: office.carryOver, goalOutcome: 'reached' })
  expect(office.place('weiter')).toBe('done')
  expect(office.item('doch')).toMatchObject({ sprint: null, dropped: [office.now, 'ben'] })
  expect(office.sprint(office.sprintId)).toMatchObject({ doneItems: 2, donePoints: 3 })
})

test('a card that lies in the backlog although its sprint runs is carried over like the others', () => {
  const office = twoWeeks()
  office.card('von ben', { sprint: office.sprintId })
  const carryOver = { ...office.carryOver, weiter: 'dropped', 'von ben': 'backlog' } as const
  office.run(closeSprint, { sprint: office.sprintId, carryOver, goalOutcome: 'reached' })
  expect(office.item('von ben')).toMatchObject({ sprint: null, position: ['backlog', expect.any(String)] })
  expect(office.story('von ben')).toEqual([['sprint', null]])
})

describe('the close refuses', () => {
  test('cards without a decision, by name', () => {
    const office = twoWeeks()
    const { weiter: _, ...rest } = office.carryOver
    const undecided = { ...rest, weg: 'vielleicht' as CarryOver }
    expect(
      office.whyNot(closeSprint, { sprint: office.sprintId, carryOver: undecided, goalOutcome: 'reached' }),
    ).toEqual({ because: 'itemsAreUndecided', items: expect.arrayContaining(['weiter', 'weg']) })
  })

  test.each([
    ['no next sprint at all', undefined, { because: 'nextSprintIsMissing' }],
    ['a next sprint that is not planned', 'itself', { because: 'nextSprintIsMissing' }],
    ['an unfit plan of a new one', { name: '' }, { because: 'nameIsEmpty' }],
  ])('%s', (_, wanted, refusal) => {
    const office = twoWeeks()
    const { sprintId, carryOver } = office
    const nextSprint = wanted === 'itself' ? sprintId : wanted
    const args = { sprint: sprintId, carryOver, goalOutcome: 'reached' as const }
    expect(office.whyNot(closeSprint, nextSprint === undefined ? args : { ...args, nextSprint })).toEqual(refusal)
  })

  test('"done" when no column means done', () => {
    const office = twoWeeks()
    office.plan('Sprint 2')
    office.apply(discard(office.view.get(column, 'done')!, office.context()))
    const carryOver = { ...office.carryOver, fertig: 'done' as const }
    expect(office.whyNot(closeSprint, { sprint: office.sprintId, carryOver, goalOutcome: 'reached' })).toEqual({
      because: 'teamHasNoDoneColumn',
    })
  })

  test('sprints that are gone or do not run', () => {
    const office = buildingOffice()
    const sprint = office.plan('Sprint 1')
    const rest = { carryOver: {}, goalOutcome: 'reached' as const }
    const notRunning = { because: 'sprintIsNotRunning', state: 'planned' }
    expect(office.whyNot(closeSprint, { sprint: 'nowhere', ...rest })).toEqual({ because: 'sprintIsGone' })
    expect(office.whyNot(cancelSprint, { sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
    expect(office.whyNot(closeSprint, { sprint, ...rest })).toEqual(notRunning)
    expect(office.whyNot(cancelSprint, { sprint })).toEqual(notRunning)
  })
})

test('a cancelled sprint keeps what is done; the rest lies on top of the backlog', () => {
  const office = twoWeeks()
  office.apply(edit(item, office.item('weg'), { dropped: [office.now, 'ben'] }))
  office.run(moveSprintToReview, { sprint: office.sprintId })
  office.run(cancelSprint, { sprint: office.sprintId })
  expect(office.sprint(office.sprintId)).toMatchObject({ state: 'cancelled', doneItems: 1, donePoints: 1 })
  expect(itemsOfSprint(office.view, office.sprintId).map(({ id }) => id)).toEqual(['fertig'])
  const backlog = office.view.ids(item, 'place', placeKey(document, 'backlog', null))
  expect(backlog.toSorted()).toEqual(['doch', 'wartet', 'weiter', 'zurück', 'zurück2'])
  expect(backlog.at(-1)).toBe('wartet')
  expect(office.item('weg').sprint).toBeNull()
})

describe('a planned sprint can be deleted', () => {
  test('its cards are in the backlog again, and coming back it is empty', () => {
    const office = twoWeeks()
    const next = office.plan('Sprint 2')
    office.run(closeSprint, { sprint: office.sprintId, carryOver: office.carryOver, goalOutcome: 'reached' })
    office.run(addToSprint, { sprint: next, items: ['wartet', 'zurück'] })
    office.apply(edit(item, office.item('zurück'), { dropped: [office.now, 'ben'] }))
    office.run(deleteSprint, { sprint: next })
    expect(office.view.ids(item, 'place', placeKey(document, 'backlog', null))).toEqual(['weiter', 'zurück2', 'wartet'])
    expect(office.item('zurück').sprint).toBeNull()
    expect(office.sprint(next).deleted).not.toBeNull()
    office.run(restoreSprint, { sprint: next })
    expect(office.sprint(next)).toMatchObject({ deleted: null, state: 'planned' })
    expect(itemsOfSprint(office.view, next)).toEqual([])
  })

  test('one that was started, or is gone, is refused', () => {
    const office = twoWeeks()
    expect(office.whyNot(deleteSprint, { sprint: office.sprintId })).toEqual({
      because: 'sprintIsNotPlanned',
      state: 'running',
    })
    expect(office.whyNot(deleteSprint, { sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
    expect(office.whyNot(restoreSprint, { sprint: 'nowhere' })).toEqual({ because: 'sprintIsGone' })
  })
})

import { describe, expect, test } from 'vitest'
import { column } from '../../../src/domain/kanban/column.ts'
import { create, discard } from '../../../src/domain/kernel/change.ts'
import { cancelSprint, closeSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { addToSprint, removeFromSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { item, placeKey } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { buildingOffice, document } from './building-office.ts'

test('while a sprint is planned, cards join it and stay where they lie', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  office.card('antrag')
  const { position } = office.item('antrag')
  office.run(addToSprint, { sprint, items: ['antrag', 'antrag'] })
  expect(office.item('antrag')).toMatchObject({ sprint, position })
  expect(office.story('antrag')).toEqual([['sprint', sprint]])
  office.run(removeFromSprint, { items: ['antrag'] })
  expect(office.item('antrag')).toMatchObject({ sprint: null, position })
  expect(office.story('antrag')).toEqual([
    ['sprint', sprint],
    ['sprint', null],
  ])
})

test('once it runs, a card that joins appears at the foot of the first column, and goes on top of the backlog when it leaves', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  for (const id of ['antrag', 'bescheid', 'spät', 'wartet']) office.card(id)
  office.run(addToSprint, { sprint, items: ['antrag', 'bescheid'] })
  office.run(startSprint, { sprint })
  office.pass(1000)
  office.run(addToSprint, { sprint, items: ['spät'] })
  expect(office.view.ids(item, 'place', placeKey(document, 'ready', sprint))).toEqual(['antrag', 'bescheid', 'spät'])
  office.run(removeFromSprint, { items: ['bescheid', 'wartet'] })
  expect(office.view.ids(item, 'place', placeKey(document, 'backlog', null))).toEqual(['bescheid', 'wartet'])
  expect(office.story('bescheid').slice(-2)).toEqual(
    expect.arrayContaining([
      ['column', ['backlog', 'open']],
      ['sprint', null],
    ]),
  )
})

test('a card that is on the board already keeps its column', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  office.run(startSprint, { sprint })
  office.card('ohne sprint', { position: ['doing', 'a1'] })
  office.run(addToSprint, { sprint, items: ['ohne sprint'] })
  expect(office.item('ohne sprint')).toMatchObject({ sprint, position: ['doing', 'a1'] })
})

test.each([
  ['without sprint', 'a2', 'a7'],
  ['of the sprint', 'a7', 'a2'],
])('newcomers stand below all cards, be the last one %s', (_, ofSprint, without) => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  office.run(startSprint, { sprint })
  office.card('im sprint', { position: ['ready', ofSprint], sprint })
  office.card('ohne sprint', { position: ['ready', without] })
  office.card('neu')
  office.run(addToSprint, { sprint, items: ['neu'] })
  expect(office.item('neu').position[1] > 'a7').toBe(true)
})

test('a spot orders the plan, and adding again moves a card within it', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  for (const id of ['a', 'b', 'c', 'd']) office.card(id)
  office.run(addToSprint, { sprint, items: ['a', 'b'] })
  office.run(addToSprint, { sprint, items: ['d', 'c'], spot: { after: 'a' } })
  const order = () => office.view.ids(item, 'sprint', sprint)
  expect(order()).toEqual(['a', 'd', 'c', 'b'])
  office.run(addToSprint, { sprint, items: ['b'], spot: 'top' })
  expect(order()).toEqual(['b', 'a', 'd', 'c'])
  expect(office.item('c').position[0]).toBe('backlog')
})

describe('the scope refuses', () => {
  test.each([
    ['a sprint that is not there', 'nowhere', ['antrag'], { because: 'sprintIsGone' }],
    ['cards that are not there', 'planned', ['nowhere', 'verworfen'], { because: 'itemIsGone' }],
    ['no cards', 'planned', [], { because: 'itemIsGone' }],
    ['an epic', 'planned', ['antrag', 'epos'], { because: 'epicHasNoSprint' }],
    ['a card of another team', 'planned', ['fremd'], { because: 'itemIsInAnotherTeam' }],
    ['a cancelled sprint', 'cancelled', ['antrag'], { because: 'sprintIsOver', state: 'cancelled' }],
    ['what a closed sprint finished', 'planned', ['fertig'], { because: 'itemWasFinishedInClosedSprint' }],
  ])('%s', (_, target, items, refusal) => {
    const office = buildingOffice()
    office.card('antrag')
    office.card('epos', { kind: 'epic' })
    office.card('verworfen', { dropped: [1, 'ben'] })
    office.apply(create(item, { document: 'team:forst#1', id: 'fremd' }, { title: 'fremd' }, office.context()))
    const ids: Record<string, string> = { cancelled: office.plan('Sprint 1') }
    office.run(startSprint, { sprint: ids['cancelled']! })
    office.card('fertig', { position: ['done', 'a1'], sprint: ids['cancelled']! })
    office.run(cancelSprint, { sprint: ids['cancelled']! })
    ids['planned'] = office.plan('Sprint 2')
    expect(office.whyNot(addToSprint, { sprint: ids[target] ?? target, items })).toEqual(refusal)
  })

  test('taking out what a closed sprint finished, or what is gone', () => {
    const office = buildingOffice()
    const sprint = office.plan('Sprint 1')
    office.run(startSprint, { sprint })
    office.card('fertig', { position: ['done', 'a1'], sprint })
    office.run(closeSprint, { sprint, carryOver: {}, goalOutcome: 'reached' })
    expect(office.whyNot(removeFromSprint, { items: ['fertig'] })).toEqual({ because: 'itemWasFinishedInClosedSprint' })
    expect(office.whyNot(removeFromSprint, { items: ['nowhere'] })).toEqual({ because: 'itemIsGone' })
  })

  test('a running sprint of a team that has no column', () => {
    const office = buildingOffice()
    const sprint = office.plan('Sprint 1')
    office.run(startSprint, { sprint })
    office.card('antrag')
    for (const id of ['ready', 'doing', 'done']) office.apply(discard(office.view.get(column, id)!, office.context()))
    expect(office.whyNot(addToSprint, { sprint, items: ['antrag'] })).toEqual({ because: 'teamHasNoColumn' })
  })
})

test('unfinished cards a merge has left in a closed sprint can be taken out and used again', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1')
  office.run(startSprint, { sprint })
  office.run(closeSprint, { sprint, carryOver: {}, goalOutcome: 'missed' })
  office.card('verirrt', { position: ['doing', 'a1'], sprint })
  office.run(removeFromSprint, { items: ['verirrt'] })
  expect(office.item('verirrt')).toMatchObject({ sprint: null })
  office.run(moveItem, { item: 'verirrt', place: 'doing' })
  expect(office.place('verirrt')).toBe('doing')
})

import { describe, expect, test } from 'vitest'
import { create, discard } from '../../../src/domain/kernel/change.ts'
import {
  impediment,
  impedimentStates,
  isOver,
  type ImpedimentState,
} from '../../../src/domain/impediments/impediment.ts'
import { moveImpediment, resolveImpediment, transitions } from '../../../src/domain/impediments/move-impediment.ts'
import {
  attachItems,
  deleteImpediment,
  detachItems,
  editImpediment,
  reportImpediment,
  restoreImpediment,
  type ImpedimentFields,
} from '../../../src/domain/impediments/report-impediment.ts'
import { item } from '../../../src/domain/work/item.ts'
import { obstructedOffice } from './obstructed-office.ts'

test('a title is enough', () => {
  const office = obstructedOffice()
  const id = office.report({ title: '  Drucker steht \n still ' })
  expect(office.impediment(id)).toMatchObject({
    title: 'Drucker steht still',
    state: 'reported',
    severity: 'medium',
    party: 'team',
    level: null,
    owner: null,
    items: [],
    createdBy: 'anna',
    createdAt: office.now,
  })
})

test('everything else can be said at once, and the cards carry the fact', () => {
  const office = obstructedOffice()
  const fields = {
    effect: 'Bescheide gehen nicht raus',
    severity: 'high',
    party: 'provider',
    partyName: 'Rechenzentrum',
    owner: 'ben',
    nextStep: 'Ticket nachfassen',
    dueAt: '2026-11-18',
    escalateAt: '2026-11-20',
  } as const
  const id = office.report({ title: 'Schnittstelle fehlt', ...fields, items: ['antrag', 'bescheid', 'antrag'] })
  expect(office.impediment(id)).toMatchObject({ ...fields, items: ['antrag', 'bescheid'] })
  expect(office.story('antrag')).toEqual([['blocked', id]])
  expect(office.story('karte')).toEqual([])
})

const unfit: readonly (readonly [string, ImpedimentFields, object])[] = [
  ['an empty title', { title: ' \n' }, { because: 'nameIsEmpty' }],
  ['too long a title', { title: 'x'.repeat(501) }, { because: 'nameIsTooLong', longest: 500 }],
  ['too long an effect', { title: 'x', effect: 'x'.repeat(2001) }, { because: 'textIsTooLong', longest: 2000 }],
  ['too long a next step', { title: 'x', nextStep: 'x'.repeat(501) }, { because: 'textIsTooLong', longest: 500 }],
  ['too long a name', { title: 'x', partyName: 'x'.repeat(121) }, { because: 'textIsTooLong', longest: 120 }],
  ['too long a help', { title: 'x', helped: 'x'.repeat(501) }, { because: 'textIsTooLong', longest: 500 }],
  ['a day that is none', { title: 'x', dueAt: '2026-02-30' }, { because: 'dayIsUnfit' }],
  ['an escalation on no day', { title: 'x', dueAt: null, escalateAt: 'morgen' }, { because: 'dayIsUnfit' }],
]

describe('refused', () => {
  test.each(unfit)('%s', (_, fields, refusal) => {
    const office = obstructedOffice()
    expect(office.whyNot(reportImpediment, { team: 'bau', ...fields })).toEqual(refusal)
    expect(office.whyNot(editImpediment, { impediment: office.report({ title: 'x' }), ...fields })).toEqual(refusal)
  })

  test('a team, cards and impediments that are not there, and cards of another team', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x' })
    office.apply(create(item, { document: 'team:forst#1', id: 'fremd' }, { title: 'fremd' }, office.context()))
    office.apply(discard(office.item('karte'), office.context()))
    expect(office.whyNot(reportImpediment, { team: 'forst', title: 'x' })).toEqual({ because: 'teamIsGone' })
    for (const [items, because] of [
      [['antrag', 'karte'], 'itemIsGone'],
      [['fremd'], 'itemIsInAnotherTeam'],
    ] as const) {
      expect(office.whyNot(reportImpediment, { team: 'bau', title: 'x', items })).toEqual({ because })
      expect(office.whyNot(attachItems, { impediment: id, items })).toEqual({ because })
    }
    const gone = { because: 'impedimentIsGone' }
    office.run(deleteImpediment, { impediment: id })
    expect(office.whyNot(editImpediment, { impediment: id, title: 'y' })).toEqual(gone)
    expect(office.whyNot(attachItems, { impediment: id, items: [] })).toEqual(gone)
    expect(office.whyNot(detachItems, { impediment: id, items: [] })).toEqual(gone)
    expect(office.whyNot(moveImpediment, { impediment: id, to: 'accepted' })).toEqual(gone)
    expect(office.whyNot(resolveImpediment, { impediment: id, helped: '' })).toEqual(gone)
    expect(office.whyNot(deleteImpediment, { impediment: id })).toEqual(gone)
    expect(office.whyNot(restoreImpediment, { impediment: 'nowhere' })).toEqual(gone)
  })

  test('too long a line about what helped', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x' })
    expect(office.whyNot(resolveImpediment, { impediment: id, helped: 'x'.repeat(501) })).toEqual({
      because: 'textIsTooLong',
      longest: 500,
    })
  })
})

test('editing changes what is named and leaves the rest', () => {
  const office = obstructedOffice()
  const id = office.report({ title: 'Drucker', effect: 'Stau', owner: 'ben' })
  office.run(editImpediment, { impediment: id, owner: null, dueAt: '2026-11-30' })
  office.run(editImpediment, { impediment: id, title: ' Drucker im Flur ' })
  expect(office.impediment(id)).toMatchObject({
    title: 'Drucker im Flur',
    effect: 'Stau',
    owner: null,
    dueAt: '2026-11-30',
  })
})

describe('cards come and go', () => {
  test('each with its fact, and no fact twice', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x', items: ['antrag'] })
    office.pass(1000)
    office.run(attachItems, { impediment: id, items: ['antrag', 'bescheid'] })
    office.pass(1000)
    office.run(detachItems, { impediment: id, items: ['antrag', 'karte'] })
    expect(office.impediment(id).items).toEqual(['bescheid'])
    expect(office.story('antrag')).toEqual([
      ['blocked', id],
      ['unblocked', id],
    ])
    expect(office.story('bescheid')).toEqual([['blocked', id]])
    expect(office.story('karte')).toEqual([])
  })

  test('without a fact once the impediment is over', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x' })
    office.run(resolveImpediment, { impediment: id, helped: '' })
    office.run(attachItems, { impediment: id, items: ['antrag'] })
    office.run(detachItems, { impediment: id, items: ['antrag'] })
    expect(office.story('antrag')).toEqual([])
  })

  test('cards in the bin are passed over', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x', items: ['antrag', 'bescheid'] })
    office.apply(discard(office.item('antrag'), office.context()))
    office.pass(1000)
    office.run(resolveImpediment, { impediment: id, helped: 'Neustart' })
    expect(office.story('antrag')).toEqual([['blocked', id]])
    expect(office.story('bescheid').at(-1)).toEqual(['unblocked', id])
  })
})

/** Brings a fresh impediment into a state by the shortest road. */
const roads: { readonly [State in ImpedimentState]: readonly ImpedimentState[] } = {
  reported: [],
  accepted: ['accepted'],
  inProgress: ['inProgress'],
  escalated: ['escalated'],
  decided: ['escalated', 'decided'],
  resolved: ['resolved'],
  tolerated: ['tolerated'],
}

describe('states', () => {
  const pairs = impedimentStates.flatMap(from => impedimentStates.map(to => [from, to] as const))

  test.each(pairs)('from %s to %s', (from, to) => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x', items: ['antrag'] })
    for (const state of roads[from]) office.run(moveImpediment, { impediment: id, to: state })
    office.pass(1000)
    if (!transitions[from].includes(to)) {
      const refusal = { because: 'impedimentCannotGoThere', from, to }
      expect(office.whyNot(moveImpediment, { impediment: id, to })).toEqual(refusal)
      return
    }
    office.run(moveImpediment, { impediment: id, to })
    expect(office.impediment(id)).toMatchObject({ state: to, overAt: isOver(to) ? office.now : null })
    expect(
      office
        .facts(id)
        .filter(([kind]) => kind === 'state')
        .at(-1),
    ).toEqual(['state', to])
    const last = office.story('antrag').at(-1)
    expect(last).toEqual([isOver(to) ? 'unblocked' : 'blocked', id])
    expect(office.story('antrag')).toHaveLength(1 + Number(isOver(from)) + Number(isOver(from) !== isOver(to)))
  })

  test('the table is that of the domain page', () => {
    expect(impedimentStates.map(state => [state, ...transitions[state]].join(' '))).toEqual([
      'reported accepted inProgress escalated resolved tolerated',
      'accepted inProgress escalated resolved tolerated',
      'inProgress escalated resolved tolerated',
      'escalated escalated decided inProgress resolved tolerated',
      'decided inProgress escalated resolved tolerated',
      'resolved inProgress',
      'tolerated inProgress',
    ])
  })
})

describe('escalation', () => {
  test('climbs one step, or to the step named; person, turn and reason are kept', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x' })
    office.as('ben')
    office.run(moveImpediment, { impediment: id, to: 'escalated', party: 'pmo', reason: ' Keine Antwort ' })
    expect(office.impediment(id)).toMatchObject({ level: 1, party: 'pmo' })
    expect(office.facts(id).sort()).toEqual([
      ['level', 1],
      ['reason', 'Keine Antwort'],
      ['state', 'escalated'],
    ])
    expect(office.impediment(id).history.every(({ by }) => by === 'ben')).toBe(true)
    office.run(moveImpediment, { impediment: id, to: 'escalated', level: 3 })
    expect(office.impediment(id)).toMatchObject({ level: 3, party: 'pmo' })
    office.run(moveImpediment, { impediment: id, to: 'inProgress', party: 'team' })
    expect(office.impediment(id)).toMatchObject({ level: 3, party: 'team' })
  })

  test('never goes down or stays', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x' })
    office.run(moveImpediment, { impediment: id, to: 'escalated', level: 2 })
    for (const level of [0, 1, 2])
      expect(office.whyNot(moveImpediment, { impediment: id, to: 'escalated', level })).toEqual({
        because: 'levelIsNotHigher',
        level: 2,
      })
  })
})

describe('the end', () => {
  test('resolved: what helped stays with it, the cards are free', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x', items: ['antrag'] })
    office.pass(1000)
    office.run(resolveImpediment, { impediment: id, helped: ' Anruf beim\nRechenzentrum ' })
    expect(office.impediment(id)).toMatchObject({
      state: 'resolved',
      helped: 'Anruf beim Rechenzentrum',
      overAt: office.now,
    })
    office.pass(1000)
    office.run(moveImpediment, { impediment: id, to: 'inProgress', reason: 'Kam wieder' })
    expect(office.impediment(id)).toMatchObject({ helped: 'Anruf beim Rechenzentrum', overAt: null })
    expect(office.story('antrag').map(([kind]) => kind)).toEqual(['blocked', 'unblocked', 'blocked'])
  })

  test('an open one in the bin holds nothing up; taken out it does again', () => {
    const office = obstructedOffice()
    const id = office.report({ title: 'x', items: ['antrag'] })
    office.pass(1000)
    office.run(deleteImpediment, { impediment: id })
    expect(office.view.ids(impediment, 'item', 'antrag')).toEqual([])
    office.pass(1000)
    office.run(restoreImpediment, { impediment: id })
    office.run(restoreImpediment, { impediment: id })
    expect(office.story('antrag').map(([kind]) => kind)).toEqual(['blocked', 'unblocked', 'blocked'])
    office.run(resolveImpediment, { impediment: id, helped: '' })
    office.run(deleteImpediment, { impediment: id })
    office.run(restoreImpediment, { impediment: id })
    expect(office.story('antrag')).toHaveLength(4)
    expect(office.impediment(id)).toMatchObject({ deleted: null, state: 'resolved' })
  })
})

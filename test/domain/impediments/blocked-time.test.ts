import { describe, expect, test } from 'vitest'
import { discard, edit, note } from '../../../src/domain/kernel/change.ts'
import { blockedIntervals, blockedSince, blockedTime, union } from '../../../src/domain/impediments/blocked-time.ts'
import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { moveImpediment, resolveImpediment } from '../../../src/domain/impediments/move-impediment.ts'
import { attachItems, deleteImpediment, detachItems } from '../../../src/domain/impediments/report-impediment.ts'
import { item } from '../../../src/domain/work/item.ts'
import { obstructedOffice } from './obstructed-office.ts'

const hour = 3_600_000

test.each([
  ['nothing', [], []],
  [
    'apart',
    [
      [3, 4],
      [1, 2],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    'overlapping',
    [
      [1, 3],
      [2, 5],
    ],
    [[1, 5]],
  ],
  [
    'one inside the other',
    [
      [1, 9],
      [2, 3],
    ],
    [[1, 9]],
  ],
  [
    'touching',
    [
      [1, 2],
      [2, 3],
    ],
    [[1, 3]],
  ],
])('the union of intervals: %s', (_, intervals, joined) => {
  const named = (list: readonly (readonly number[])[]) => list.map(([from = 0, to = 0]) => ({ from, to }))
  expect(union(named(intervals))).toEqual(named(joined))
})

const scene = () => {
  const office = obstructedOffice()
  const began = office.now
  return Object.assign(office, {
    began,
    hours: () => blockedTime(office.view, office.item('antrag'), office.now) / hour,
    sinceHour: () => {
      const since = blockedSince(office.view, office.item('antrag'), office.now)
      return since === undefined ? undefined : (since - began) / hour
    },
    solve: (id: string) => office.run(resolveImpediment, { impediment: id, helped: '' }),
    fact: (kind: 'blocked' | 'unblocked', id: string) =>
      office.apply([note(item, office.item('antrag'), 'at', kind, id, office.context())]),
  })
}

test('two impediments at a time block a card once; the break between does not count', () => {
  const office = scene()
  office.pass(hour)
  const drucker = office.report({ title: 'Drucker', items: ['antrag'] })
  office.pass(hour)
  const netz = office.report({ title: 'Netz', items: ['antrag'] })
  expect([office.hours(), office.sinceHour()]).toEqual([1, 1])
  office.pass(hour)
  office.solve(drucker)
  office.pass(hour)
  expect([office.hours(), office.sinceHour()]).toEqual([3, 1])
  office.solve(netz)
  office.pass(hour)
  expect([office.hours(), office.sinceHour()]).toEqual([3, undefined])
  office.run(moveImpediment, { impediment: netz, to: 'inProgress' })
  office.pass(2 * hour)
  expect([office.hours(), office.sinceHour()]).toEqual([5, 5])
})

test('attached, detached, deleted: only what lay between counts', () => {
  const office = scene()
  const id = office.report({ title: 'Drucker' })
  office.pass(hour)
  expect(office.hours()).toBe(0)
  office.run(attachItems, { impediment: id, items: ['antrag'] })
  office.pass(hour)
  office.run(detachItems, { impediment: id, items: ['antrag'] })
  office.pass(hour)
  office.run(attachItems, { impediment: id, items: ['antrag'] })
  office.pass(hour)
  office.run(deleteImpediment, { impediment: id })
  office.pass(hour)
  expect(office.hours()).toBe(2)
})

describe('after a merge', () => {
  test('a card that Ben attached while Anna resolved was held up until then', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker' })
    office.fact('blocked', id)
    office.pass(hour)
    office.solve(id)
    office.pass(hour)
    expect(office.hours()).toBe(1)
  })

  test('... or not at all when it was resolved before', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker' })
    office.solve(id)
    office.pass(hour)
    office.fact('blocked', id)
    office.pass(hour)
    expect(office.hours()).toBe(0)
  })

  test('a deleted one let go when it was deleted, a detached one at its newest edit', () => {
    const office = scene()
    const gone = office.report({ title: 'Drucker' })
    const detached = office.report({ title: 'Netz' })
    office.fact('blocked', gone)
    office.pass(hour)
    office.apply(discard(office.impediment(gone), office.context()))
    office.pass(hour)
    office.apply(edit(impediment, office.impediment(gone), { effect: 'War schon weg' }))
    office.fact('blocked', detached)
    office.pass(hour)
    office.apply(edit(impediment, office.impediment(detached), { effect: 'Stau' }))
    office.pass(hour)
    expect(office.hours()).toBe(2)
  })

  test('one that is over without a time let go at its newest edit', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker' })
    office.fact('blocked', id)
    office.pass(hour)
    office.apply(edit(impediment, office.impediment(id), { state: 'tolerated' }))
    office.pass(hour)
    expect(office.hours()).toBe(1)
  })

  test('one that is not known here is not believed without an end', () => {
    const office = scene()
    office.fact('blocked', 'unknown')
    office.pass(hour)
    expect(office.hours()).toBe(0)
    office.fact('unblocked', 'unknown')
    expect(office.hours()).toBe(1)
  })

  test('what holds it up now counts until now, whatever the facts say', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker', items: ['antrag'] })
    office.pass(hour)
    office.fact('unblocked', id)
    office.fact('unblocked', id)
    office.pass(hour)
    expect([office.hours(), office.sinceHour()]).toEqual([2, 0])
  })

  test('without any fact since it was reported', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker' })
    office.pass(hour)
    office.apply(edit(impediment, office.impediment(id), { items: ['antrag'] }))
    expect([office.hours(), office.sinceHour()]).toEqual([1, 0])
  })

  test('told twice counts once, and facts of other kinds do not count', () => {
    const office = scene()
    const id = office.report({ title: 'Drucker', items: ['antrag'] })
    office.pass(hour)
    office.fact('blocked', id)
    office.apply([note(item, office.item('antrag'), 'at', 'blocked', 7, office.context())])
    office.apply([note(item, office.item('antrag'), 'at', 'estimate', 7, office.context())])
    office.pass(hour)
    expect(office.hours()).toBe(2)
  })

  test('clocks that are ahead or behind never make it longer than the life of the card', () => {
    const office = scene()
    office.pass(-5 * hour)
    const id = office.report({ title: 'Drucker', items: ['antrag'] })
    office.pass(6 * hour)
    expect(office.hours()).toBe(1)
    office.run(detachItems, { impediment: id, items: ['antrag'] })
    office.pass(2 * hour)
    office.run(attachItems, { impediment: id, items: ['antrag'] })
    office.pass(-hour)
    expect(office.hours()).toBe(1)
    expect(blockedIntervals(office.view, office.item('antrag'), office.now)).toHaveLength(1)
    expect(office.sinceHour()).toBe(2)
  })
})

import { describe, expect, test } from 'vitest'
import { column } from '../../../src/domain/kanban/column.ts'
import { discard, edit } from '../../../src/domain/kernel/change.ts'
import { burndown } from '../../../src/domain/metrics/burndown.ts'
import { cancelSprint, closeSprint } from '../../../src/domain/scrum/close-sprint.ts'
import { editSprint } from '../../../src/domain/scrum/plan-sprint.ts'
import { addToSprint, removeFromSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { sprint as sprintRecord } from '../../../src/domain/scrum/sprint.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { estimateItems } from '../../../src/domain/work/edit-values.ts'
import { item } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { buildingOffice } from '../scrum/building-office.ts'

const monday = '2026-11-16'
const friday = '2026-11-20'

/** One week, started on Monday at 9 with `antrag` 5, `bescheid` 3 and `karte` 2 points; `nachtrag` 4 lies in the backlog. */
const week = (days: { start: string | null; end: string | null } = { start: monday, end: friday }) => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1', days)
  const points = { antrag: 5, bescheid: 3, karte: 2, nachtrag: 4 }
  for (const [id, estimate] of Object.entries(points)) {
    office.card(id)
    office.run(estimateItems, { items: [id], estimate })
  }
  office.run(addToSprint, { sprint, items: ['antrag', 'bescheid', 'karte'] })
  const chart = () => burndown(office.view, office.sprint(sprint), office.now)
  const move = (id: string, place: string) => office.run(moveItem, { item: id, place })
  return Object.assign(office, {
    sprintId: sprint,
    chart,
    move,
    start: () => office.run(startSprint, { sprint }),
    /** Scope and remaining of each day, `–` for days to come. */
    lines: () =>
      chart()?.days.map(({ day, work }) => [day.slice(8), work ? `${work.remaining} of ${work.scope}` : '–']),
  })
}

test('a week by hand: work done, scope added, re-estimated, taken out, taken back, closed', () => {
  const office = week()
  office.start()
  office.at('2026-11-16T15:00:00')
  office.move('antrag', 'done')
  office.at('2026-11-17T10:00:00')
  office.run(addToSprint, { sprint: office.sprintId, items: ['nachtrag'] })
  office.at('2026-11-18T10:00:00')
  office.run(estimateItems, { items: ['bescheid'], estimate: 5 })
  office.at('2026-11-19T10:00:00')
  office.run(removeFromSprint, { items: ['karte'] })
  office.at('2026-11-19T23:30:00') // half past midnight on Friday in Duisburg
  office.move('bescheid', 'done')
  expect(office.lines()).toEqual([
    ['16', '5 of 10'],
    ['17', '9 of 14'],
    ['18', '11 of 16'],
    ['19', '9 of 14'],
    ['20', '4 of 14'],
  ])
  office.at('2026-11-20T09:00:00')
  office.move('antrag', 'doing')
  expect(office.chart()).toMatchObject({
    unit: 'points',
    start: { scope: 10, remaining: 10 },
    latest: { day: friday, work: { scope: 14, remaining: 9 } },
  })
  expect(office.chart()?.days.map(({ ideal }) => ideal)).toEqual([8, 6, 4, 2, 0].map(value => expect.closeTo(value)))
  office.at('2026-11-20T15:00:00')
  office.run(closeSprint, {
    sprint: office.sprintId,
    carryOver: { antrag: 'done', nachtrag: 'backlog' },
    goalOutcome: 'reached',
  })
  office.at('2026-12-24T15:00:00')
  expect(office.chart()?.latest).toMatchObject({ day: friday, work: { scope: 14, remaining: 4 } })
})

test('a merge brings facts in any order and any number: the chart is the same', () => {
  const office = week()
  office.start()
  office.at('2026-11-17T10:00:00')
  office.move('antrag', 'done')
  const { document, id } = office.item('antrag')
  const fact = (cell: string, after: readonly (string | number | null | readonly string[])[]) =>
    office.apply([{ document, type: 'item', id, cell, before: undefined, after: [...after, 'ben'] }])
  office.at('2026-11-18T10:00:00')
  office.apply(edit(item, office.item('antrag'), { title: 'Bauantrag' }))
  const before = office.lines()
  const tuesday = Date.parse('2026-11-17T10:00:00Z')
  fact(`at:${tuesday}:zzzz`, ['column', ['done', 'done']])
  fact(`at:${tuesday}:zzzzz`, ['column', ['doing', 'doing']])
  fact(`at:${tuesday - 1}:0001`, ['column', 'unreadable'])
  fact(`at:${tuesday - 1}:0002`, ['column', ['done', 'something newer']])
  fact(`at:${tuesday - 1}:0003`, ['sprint', 7])
  fact(`at:${tuesday - 1}:0004`, ['estimate', 'viel'])
  fact(`at:${tuesday - 1}:0005`, ['from a newer app', 1])
  expect(office.lines()).toEqual(before)
})

test('where facts are missing, what a card holds now is believed from its newest edit on', () => {
  const office = week()
  office.start()
  office.card('ohne verlauf', { estimate: 7, sprint: office.sprintId, position: ['doing', 'a1'] })
  office.at('2026-11-18T10:00:00')
  office.apply(edit(item, office.item('antrag'), { position: ['done', 'a1'], estimate: 6 }))
  office.apply(edit(item, office.item('karte'), { sprint: null }))
  office.at('2026-11-19T10:00:00')
  expect(office.lines()).toEqual([
    ['16', '17 of 17'],
    ['17', '17 of 17'],
    ['18', '10 of 16'],
    ['19', '10 of 16'],
    ['20', '–'],
  ])
})

test('a column that comes to mean done counts from then on', () => {
  const office = week()
  office.start()
  office.at('2026-11-17T10:00:00')
  office.move('antrag', 'doing')
  office.at('2026-11-18T10:00:00')
  office.apply(edit(column, office.view.get(column, 'doing')!, { category: 'done' }))
  expect(office.lines()?.slice(0, 3)).toEqual([
    ['16', '10 of 10'],
    ['17', '10 of 10'],
    ['18', '5 of 10'],
  ])
})

test('cards that are dropped or deleted leave the scope on that day and not before', () => {
  const office = week()
  office.start()
  office.at('2026-11-17T10:00:00')
  office.apply(edit(item, office.item('karte'), { dropped: [office.now, 'anna'] }))
  office.at('2026-11-18T10:00:00')
  office.apply(discard(office.item('antrag'), office.context()))
  office.apply(discard(office.item('nachtrag'), office.context()))
  expect(office.lines()?.slice(0, 3)).toEqual([
    ['16', '10 of 10'],
    ['17', '8 of 8'],
    ['18', '3 of 3'],
  ])
})

test('a card that left the sprint and was deleted later was in it until it left', () => {
  const office = week()
  office.start()
  office.at('2026-11-17T10:00:00')
  office.run(removeFromSprint, { items: ['karte'] })
  office.at('2026-11-18T10:00:00')
  office.apply(discard(office.item('karte'), office.context()))
  expect(office.lines()?.slice(0, 3)).toEqual([
    ['16', '10 of 10'],
    ['17', '8 of 8'],
    ['18', '8 of 8'],
  ])
})

test('a card that lies in the bin without a fact of its sprint was in it all the same', () => {
  const office = week()
  office.card('gelöscht', { estimate: 9, sprint: office.sprintId })
  office.start()
  office.at('2026-11-17T10:00:00')
  office.apply(discard(office.item('gelöscht'), office.context()))
  expect(office.chart()?.start.scope).toBe(19)
  expect(office.chart()?.latest?.work?.scope).toBe(10)
})

test('a team that does not estimate counts cards', () => {
  const office = buildingOffice()
  const sprint = office.plan('Sprint 1', { start: monday, end: friday })
  office.run(addToSprint, { sprint, items: [office.card('a'), office.card('b')] })
  office.run(startSprint, { sprint })
  office.run(moveItem, { item: 'a', place: 'done' })
  expect(burndown(office.view, office.sprint(sprint), office.now)).toMatchObject({
    unit: 'items',
    latest: { work: { scope: 2, remaining: 1 } },
  })
})

describe('which days', () => {
  test('none without an end, without any beginning, or with an end before the beginning', () => {
    expect(week({ start: monday, end: null }).chart()).toBeUndefined()
    expect(week({ start: null, end: friday }).chart()).toBeUndefined()
    const broken = week()
    broken.apply(edit(sprintRecord, broken.sprint(broken.sprintId), { end: '2026-11-01' }))
    expect(broken.chart()).toBeUndefined()
  })

  test('a planned sprint shows its ideal line and nothing else', () => {
    const { chart, lines } = week()
    expect(lines()?.map(([, work]) => work)).toEqual(['–', '–', '–', '–', '–'])
    expect(chart()).toMatchObject({ start: { scope: 10 }, latest: undefined })
  })

  test('a sprint without a planned start begins when it is started', () => {
    const office = week({ start: null, end: friday })
    office.at('2026-11-18T10:00:00')
    office.start()
    expect(office.lines()?.map(([day]) => day)).toEqual(['18', '19', '20'])
  })

  test('started earlier than planned, it begins on that day', () => {
    const office = week({ start: '2026-11-18', end: friday })
    office.start()
    expect(office.lines()?.map(([day]) => day)).toEqual(['16', '17', '18', '19', '20'])
  })

  test('started later than planned, the days before show what it began with', () => {
    const office = week()
    office.at('2026-11-17T10:00:00')
    office.run(addToSprint, { sprint: office.sprintId, items: ['nachtrag'] })
    office.at('2026-11-18T10:00:00')
    office.start()
    office.at('2026-11-18T12:00:00')
    office.move('antrag', 'done')
    expect(office.lines()).toEqual([
      ['16', '14 of 14'],
      ['17', '14 of 14'],
      ['18', '9 of 14'],
      ['19', '–'],
      ['20', '–'],
    ])
  })

  test('weekends stand in it, but the ideal line rests', () => {
    const office = week({ start: '2026-11-19', end: '2026-11-23' })
    office.at('2026-11-19T09:00:00')
    office.start()
    expect(office.chart()?.days.map(({ isWorkingDay, ideal }) => [isWorkingDay, Math.round(ideal * 10) / 10])).toEqual([
      [true, 6.7],
      [true, 3.3],
      [false, 3.3],
      [false, 3.3],
      [true, 0],
    ])
  })

  test('a sprint of a weekend falls evenly', () => {
    const office = week({ start: '2026-11-21', end: '2026-11-22' })
    office.at('2026-11-21T09:00:00')
    office.start()
    expect(office.chart()?.days.map(({ ideal }) => ideal)).toEqual([5, 0])
  })

  test('over the change of clocks each day is there once', () => {
    const office = week({ start: '2027-03-26', end: '2027-03-30' })
    office.at('2027-03-26T09:00:00')
    office.start()
    office.at('2027-03-28T21:59:00')
    office.move('antrag', 'done')
    office.at('2027-03-28T22:00:00')
    office.move('bescheid', 'done')
    expect(office.lines()).toEqual([
      ['26', '10 of 10'],
      ['27', '10 of 10'],
      ['28', '5 of 10'],
      ['29', '2 of 10'],
      ['30', '–'],
    ])
  })

  test('a sprint that runs on shows the days after its end, up to a year', () => {
    const office = week()
    office.start()
    office.at('2026-11-23T09:00:00')
    expect(office.lines()?.map(([day]) => day)).toEqual(['16', '17', '18', '19', '20', '21', '22', '23'])
    expect(office.chart()?.days.at(-1)).toMatchObject({ ideal: 0, work: { remaining: 10 } })
    office.at('2036-11-23T09:00:00')
    expect(office.chart()?.days).toHaveLength(366)
  })

  test('one that was broken off early shows nothing after that', () => {
    const office = week()
    office.start()
    office.at('2026-11-17T10:00:00')
    office.run(cancelSprint, { sprint: office.sprintId })
    office.at('2026-11-24T10:00:00')
    expect(office.lines()?.map(([, work]) => work)).toEqual(['10 of 10', '10 of 10', '–', '–', '–'])
  })

  test('a clock that is behind shows the start', () => {
    const office = week()
    office.start()
    office.run(editSprint, { sprint: office.sprintId, start: '2026-11-12' })
    office.at('2026-11-13T10:00:00')
    expect(office.chart()?.latest?.day).toBe('2026-11-13')
  })
})

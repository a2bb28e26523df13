import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../../src/domain/calendar/working-days.ts'
import { officeDay, startOfDay } from '../../../src/domain/calendar/office-day.ts'
import { blockedIntervals } from '../../../src/domain/impediments/blocked-time.ts'
import { impediment, impedimentStates } from '../../../src/domain/impediments/impediment.ts'
import { backlogItems, boardColumn, boardItems } from '../../../src/domain/kanban/board.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { isCreation } from '../../../src/domain/kernel/change.ts'
import { live, records } from '../../../src/domain/kernel/view.ts'
import { mergeFindings } from '../../../src/domain/merging/merge-findings.ts'
import { burndown } from '../../../src/domain/metrics/burndown.ts'
import { timelineOf } from '../../../src/domain/metrics/item-timeline.ts'
import { velocity } from '../../../src/domain/metrics/velocity.ts'
import { roleFindings } from '../../../src/domain/people/role-findings.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { fillSample } from '../../../src/domain/sample/fill-sample.ts'
import { sampleChanges } from '../../../src/domain/sample/sample-changes.ts'
import { sprintsIn, sprintsOf } from '../../../src/domain/scrum/sprints.ts'
import { item } from '../../../src/domain/work/item.ts'
import { isDone } from '../../../src/domain/work/whereabouts.ts'
import type { LogEntry } from '../../../src/domain/kernel/cell.ts'
import { memoryOffice } from '../../support/memory-office.ts'

const noonOn = (day: string) => startOfDay(day) + 12 * 3_600_000

const musterstadt = (day = '2026-11-20') => {
  const office = memoryOffice('katrin', noonOn(day))
  const result = office.run(fillSample, undefined)
  if (!result.ok) throw new Error(result.refusal.because)
  const { view } = office
  const teams = records(view, team, 'all', 'all')
  const [permits, service] = ['DIG', 'BUE'].map(prefix => teams.find(record => record.prefix === prefix))
  if (!permits || !service) throw new Error('a team is missing')
  const items = [...view.all(item.type)].map(({ id }) => live(view, item, id)).filter(record => record !== undefined)
  const impediments = [...view.all(impediment.type)].flatMap(({ id }) => live(view, impediment, id) ?? [])
  return { ...office, changes: result.value, teams, permits, service, items, impediments, now: noonOn(day) }
}

/** A Wednesday, the ends of a week, a weekend, and days around a change of clocks, a year and a leap day. */
const days = [
  '2026-11-18',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2026-10-26',
  '2027-01-01',
  '2028-03-01',
]

describe('the sample Musterstadt', () => {
  test('holds two teams, sixty cards and more with criteria, and eight impediments in every state', () => {
    const { teams, items, impediments } = musterstadt()
    expect(teams.map(({ name, method }) => [name, method])).toEqual([
      ['Bürgerservice online', 'kanban'],
      ['Digitale Bauakte', 'scrum'],
    ])
    expect(items.filter(({ kind }) => kind !== 'epic').length).toBeGreaterThanOrEqual(60)
    expect(impediments).toHaveLength(8)
    expect(new Set(impediments.map(({ state }) => state))).toEqual(new Set(impedimentStates))
  })

  test('has three closed sprints of varying velocity, one that runs, one that is planned', () => {
    const { view, permits, service } = musterstadt()
    const document = documentOfTeam(permits)
    expect(sprintsOf(view, document).map(({ state }) => state)).toEqual([
      'closed',
      'closed',
      'closed',
      'running',
      'planned',
    ])
    expect(velocity(view, document).map(({ planned, done }) => [planned.points, done.points])).toEqual([
      [29, 21],
      [33, 28],
      [31, 32],
    ])
    expect(sprintsOf(view, documentOfTeam(service))).toEqual([])
    expect(roleFindings(view, permits)).toEqual([])
    expect(mergeFindings(view, permits)).toEqual([])
  })

  test('has one column with more cards than its limit', () => {
    const { view, permits, service } = musterstadt()
    const overfull = [permits, service].flatMap(ofTeam =>
      boardColumns(view, ofTeam)
        .filter(id => boardColumn(view, ofTeam, id).length > (view.get(column, id)?.limit ?? Infinity))
        .map(id => view.get(column, id)?.name),
    )
    expect(overfull).toEqual(['Prüfung'])
  })

  test('its burndown falls over the days and its scope rises once', () => {
    const { view, permits, now } = musterstadt()
    const [running] = sprintsIn(view, documentOfTeam(permits), 'running')
    const known = running ? (burndown(view, running, now)?.days.flatMap(({ work }) => work ?? []) ?? []) : []
    expect(known.map(({ remaining }) => remaining)).toMatchInlineSnapshot(`
      [
        32,
        32,
        32,
        31,
        28,
        24,
        24,
        24,
      ]
    `)
    expect(new Set(known.map(({ scope }) => scope)).size).toBe(2)
  })

  test('what a card is now is what its history says last', () => {
    const { view, items } = musterstadt()
    for (const record of items) {
      const told = (kind: string) => record.history.filter(entry => entry.kind === kind).length
      const { sprint, category, estimate } = timelineOf(view, record)
      // One step before the first fact and one for each; another one would say that a fact is missing.
      expect([sprint, category, estimate].map(({ length }) => length)).toEqual(
        ['sprint', 'column', 'estimate'].map(kind => told(kind) + 1),
      )
    }
  })

  test('cards that are held up have been so since somebody said it', () => {
    const { view, items, impediments, now } = musterstadt()
    const held = impediments
      .filter(({ overAt }) => overAt === null)
      .flatMap(one => one.items.map(id => [id, one] as const))
    for (const [id, { createdAt }] of held) {
      const record = items.find(each => each.id === id)
      expect(record && blockedIntervals(view, record, now)).toEqual([{ from: createdAt, to: now }])
    }
    expect(held).toHaveLength(6)
  })

  test('shows every card once: on the board, in the backlog, or with its sprint', () => {
    const { view, permits, service, items } = musterstadt()
    const shown = [permits, service].flatMap(ofTeam => [...boardItems(view, ofTeam), ...backlogItems(view, ofTeam)])
    expect(new Set(shown).size).toBe(shown.length)
    const elsewhere = items.filter(({ id, kind }) => kind !== 'epic' && !shown.includes(id))
    expect(elsewhere.every(({ sprint, dropped }) => sprint !== null || dropped !== null)).toBe(true)
  })

  test.each(days)('seen on %s, sprints begin and end on working days and nothing lies ahead', day => {
    const { view, permits, changes, items, impediments, now } = musterstadt(day)
    const document = documentOfTeam(permits)
    const ends = sprintsOf(view, document).flatMap(({ start, end }) => [start, end])
    expect(ends.filter(end => end === null || !isWorkingDay(end))).toEqual([])
    const [running] = sprintsIn(view, document, 'running')
    expect((running?.start ?? '') < day && day < (running?.end ?? '')).toBe(true)
    const made = changes.filter(isCreation).map(({ after }) => (after as readonly [string, number])[1])
    const facts = [...items, ...impediments].flatMap(({ history }: { history: readonly LogEntry[] }) => history)
    const ahead = [...made, ...facts.map(({ at }) => at)].filter(at => at > now)
    expect(ahead).toEqual([])
    const outOfHours = facts.filter(({ at }) => !isWorkingDay(officeDay(at)))
    expect(outOfHours).toEqual([])
    const early = items.filter(({ createdAt, history }) => history.some(({ at }) => at < createdAt))
    expect(early.map(({ title }) => title)).toEqual([])
    expect(items.filter(record => isDone(view, record)).length).toBeGreaterThan(30)
  })

  test('is the same for the same day and the same chance, morning or evening', () => {
    const told = (hours: number) => {
      const office = memoryOffice('katrin', startOfDay('2026-11-20') + hours * 3_600_000)
      return sampleChanges(office.context())
    }
    expect(told(8)).toEqual(told(20))
  })

  test('never comes into a workspace in which somebody works', () => {
    const { run } = musterstadt()
    expect(run(fillSample, undefined)).toEqual({ ok: false, refusal: { because: 'workspaceIsNotEmpty' } })
  })
})

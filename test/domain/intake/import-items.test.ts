import { describe, expect, it } from 'vitest'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import { importItems } from '../../../src/domain/intake/import-items.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { editColumn } from '../../../src/domain/kanban/edit-column.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { person } from '../../../src/domain/people/person.ts'
import { membersOf } from '../../../src/domain/people/members.ts'
import { check, checksKey } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item } from '../../../src/domain/work/item.ts'
import { label } from '../../../src/domain/work/label.ts'
import { list, planned, planOf } from './plans.ts'
import { given, townHall } from './town-hall.ts'

describe('a board comes along', () => {
  it('fills columns of the same name and makes the others, done at the right', () => {
    const hall = townHall()
    hall.bring(
      planOf([
        planned('Antrag prüfen'),
        planned('Bescheid schreiben', { column: 'arbeit' }),
        planned('Akte ablegen', { column: 'fertig' }),
        planned('Formular entwerfen'),
      ]),
    )
    expect(hall.columnNames()).toEqual(['Bereit', 'Offen', 'In Arbeit', 'Erledigt', 'Fertig'])
    expect(hall.titlesIn('Offen')).toEqual(['Antrag prüfen', 'Formular entwerfen'])
    expect(hall.titlesIn('In Arbeit')).toEqual(['Bescheid schreiben'])
    expect(hall.bySource('trello:Akte ablegen')?.key).toMatch(/^BAU-.{5}$/)
  })

  it('brings what is open into the backlog of a Scrum team', () => {
    const hall = townHall('scrum')
    hall.bring(planOf([planned('Antrag prüfen'), planned('Bescheid schreiben', { column: 'arbeit' })]))
    expect(hall.backlogTitles()).toEqual(['Antrag prüfen'])
    expect(hall.titlesIn('In Arbeit')).toEqual(['Bescheid schreiben'])
  })

  it('makes no column for a list from which nothing comes', () => {
    const hall = townHall()
    hall.bring(planOf([planned('Antrag prüfen', { column: 'arbeit' })]))
    expect(hall.columnNames()).toEqual(['Bereit', 'In Arbeit', 'Erledigt'])
  })

  it('starts a board that has lost all its columns from the left', () => {
    const hall = townHall()
    const gone = hall.view.ids(column, 'document', hall.document)
    hall.apply(
      gone.map(id => ({
        document: hall.document,
        type: 'column',
        id,
        cell: 'deleted',
        before: null,
        after: [1, 'anna'],
      })),
    )
    hall.bring(planOf([planned('Antrag prüfen')]))
    expect(hall.columnNames()).toEqual(['Offen'])
  })

  it('puts rows without a column into the backlog, epics into their own order, parts under them', () => {
    const hall = townHall()
    const plan = planOf([
      planned('Antrag prüfen', { column: null, parent: 'trello:Bauantrag' }),
      planned('Bauantrag', { kind: 'epic' }),
      planned('Ohne Eltern', { parent: 'trello:nirgends' }),
    ])
    hall.bring(plan, given([]))
    expect(hall.backlogTitles()).toEqual(['Antrag prüfen', 'Ohne Eltern'])
    expect(hall.bySource('trello:Antrag prüfen')?.parent).toBe(hall.bySource('trello:Bauantrag')?.id)
    expect(hall.bySource('trello:Ohne Eltern')?.parent).toBeNull()
    hall.bring(planOf([planned('Nachzügler', { parent: 'trello:Bauantrag' })]), given([]))
    expect(hall.bySource('trello:Nachzügler')?.parent).toBe(hall.bySource('trello:Bauantrag')?.id)
  })

  it('brings criteria, checklists, ticks, days and people of single points', () => {
    const hall = townHall()
    const point = (title: string, isDone = false) => ({ title, isDone, due: null, person: null })
    hall.bring(
      planOf(
        [
          planned('Antrag prüfen', {
            criteria: [point('Frist steht fest')],
            checklists: [
              {
                title: 'Unterlagen',
                checks: [point('Lageplan', true), { ...point('Statik'), due: '2026-12-01', person: 'trello:ben' }],
              },
              { title: 'Leer', checks: [] },
            ],
          }),
        ],
        { people: [{ source: 'trello:ben', name: 'Ben' }] },
      ),
    )
    const card = hall.bySource('trello:Antrag prüfen')!
    const lists = records(hall.view, checklist, 'item', card.id)
    expect(lists.map(({ title }) => title)).toEqual(['Unterlagen', 'Leer'])
    const points = records(hall.view, check, 'list', checksKey(card.id, lists[0]!.id))
    expect(points.map(({ title, due }) => [title, due])).toEqual([
      ['Lageplan', null],
      ['Statik', '2026-12-01'],
    ])
    expect(points[0]?.done).toEqual([hall.now, 'anna'])
    expect(hall.view.get(person, points[1]!.person!)?.name).toBe('Ben')
    expect(records(hall.view, check, 'list', checksKey(card.id, 'criteria'))).toHaveLength(1)
  })

  it('keeps the dates the file knows, and believes none that lie ahead', () => {
    const hall = townHall()
    const [created, arrived] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 9)]
    const dates = { createdAt: created, arrivedAt: arrived, dates: 'known', estimate: 3, column: 'fertig' } as const
    hall.bring(
      planOf([
        planned('Alt', dates),
        planned('Verdreht', { ...dates, dates: 'contradictory' }),
        planned('Übermorgen', { createdAt: hall.now + 1e9, arrivedAt: hall.now + 1e9 }),
      ]),
    )
    const [old, twisted, ahead] = ['Alt', 'Verdreht', 'Übermorgen'].map(title => hall.bySource(`trello:${title}`)!)
    expect(old?.createdAt).toBe(created)
    expect(old?.history.map(({ kind, at }) => [kind, at])).toEqual([
      ['estimate', created],
      ['column', arrived],
      ['import', hall.now],
    ])
    expect(ahead?.createdAt).toBe(hall.now)
    const trust = [old, twisted, ahead].map(one => one?.history.findLast(({ kind }) => kind === 'import')?.value)
    expect(trust).toEqual(['known', 'contradictory', 'unknown'].map(dates => [expect.any(String), dates]))
  })
})

describe('people and labels', () => {
  const people = [
    { source: 'trello:1', name: 'ben' },
    { source: 'trello:2', name: 'Cem' },
    { source: 'trello:3', name: ' ' },
  ]
  const labels = [
    { source: 'trello:l1', name: 'Eilt', hue: 'red' },
    { source: 'trello:l2', name: '', hue: 'blue' },
    { source: 'trello:l3', name: 'unbenutzt', hue: 'grey' },
    { source: 'trello:l4', name: 'EILT', hue: 'green' },
  ] as const

  it('finds who is known by name, makes who is not, and remembers both', () => {
    const hall = townHall()
    const items = [planned('Antrag prüfen', { people: ['trello:1', 'trello:2', 'trello:3', 'trello:2'] })]
    hall.bring(planOf(items, { people }))
    const names = hall.bySource('trello:Antrag prüfen')!.people.map(id => hall.view.get(person, id)!.name)
    expect(names.sort()).toEqual(['Ben', 'Cem'])
    expect(membersOf(hall.view, hall.id)).toHaveLength(3)
    hall.bring(planOf([planned('Zweite Karte')], { people: [{ source: 'trello:2', name: 'Cem Yılmaz' }] }))
    expect(records(hall.view, person, 'all', 'all').map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cem'])
  })

  it('makes the labels that cards carry, once each; one without a name is called by its colour', () => {
    const hall = townHall()
    const items = [planned('Antrag prüfen', { labels: ['trello:l1', 'trello:l2', 'trello:l4'] })]
    hall.bring(planOf(items, { labels }))
    hall.bring(planOf([planned('Zweite Karte', { labels: ['trello:l1'] })], { labels }))
    expect(records(hall.view, label, 'all', 'all').map(({ name, hue }) => [name, hue])).toEqual([
      ['Blau', 'blue'],
      ['Eilt', 'red'],
    ])
    expect(hall.bySource('trello:Zweite Karte')?.labels).toHaveLength(1)
  })
})

describe('what is put away', () => {
  const plan = planOf(
    [planned('Lebt'), planned('Abgelegt', { isArchived: true }), planned('In alter Liste', { column: 'alt' })],
    {
      columns: [list('offen', 'Offen'), list('alt', 'Alt', true)],
    },
  )

  it('stays away unless it is asked for', () => {
    const hall = townHall()
    const outlook = forecast(hall.view, hall.ofTeam(), plan, hall.choicesFor(plan))
    expect(outlook.leftOut.map(({ title }) => title)).toEqual(['Abgelegt', 'In alter Liste'])
    hall.bring(plan)
    expect(hall.bySource('trello:Abgelegt')).toBeUndefined()
  })

  it('comes into the bin by choice', () => {
    const hall = townHall()
    hall.bring(plan, { ...hall.choicesFor(plan), archived: 'bin' })
    const binned = records(hall.view, item, 'bin', hall.document).map(({ title }) => title)
    expect(binned.sort()).toEqual(['Abgelegt', 'In alter Liste'])
    expect(hall.titlesIn('Offen')).toEqual(['Lebt'])
  })

  it('leaves out a living list that nobody wants', () => {
    const hall = townHall()
    const choices = { ...given([['offen', { to: 'nowhere' }]]), archived: 'bin' as const }
    hall.bring(plan, choices)
    expect(hall.bySource('trello:Lebt')).toBeUndefined()
  })
})

describe('refusals change nothing', () => {
  const plan = planOf([planned('Antrag prüfen')])

  it.each([
    ['teamIsGone', 'nirgends', given([])],
    ['columnIsGone', undefined, given([['offen', { to: 'column', column: 'nirgends' }]])],
    ['nothingToImport', undefined, given([['offen', { to: 'nowhere' }]])],
  ] as const)('%s', (because, teamId, choices) => {
    const hall = townHall()
    expect(hall.run(importItems, { team: teamId ?? hall.id, plan, choices })).toMatchObject({ refusal: { because } })
  })

  it('columnIsFull, where the column refuses more than its limit', () => {
    const hall = townHall()
    const [ready] = boardColumns(hall.view, hall.ofTeam()) as [string]
    hall.run(editColumn, { column: ready, limit: 1, limitMode: 'refuse' })
    const two = planOf([planned('Eins'), planned('Zwei')])
    const result = hall.bring(two, given([['offen', { to: 'column', column: ready }]]))
    expect(result).toMatchObject({ refusal: { because: 'columnIsFull', limit: 1, count: 0 } })
  })
})

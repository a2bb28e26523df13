import { describe, expect, it } from 'vitest'
import { proposeChoices, type ColumnChoice } from '../../../src/domain/intake/choices.ts'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import { importItems } from '../../../src/domain/intake/import-items.ts'
import { hasTrustedDates } from '../../../src/domain/intake/again.ts'
import type { ImportPlan } from '../../../src/domain/intake/plan.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { backlogItems, boardColumn } from '../../../src/domain/kanban/board.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { limitColumn } from '../../../src/domain/kanban/edit-column.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { person } from '../../../src/domain/people/person.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { membersOf } from '../../../src/domain/people/members.ts'
import { check, checksKey } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { deleteItems } from '../../../src/domain/work/bin.ts'
import { renameItem } from '../../../src/domain/work/edit-text.ts'
import { item } from '../../../src/domain/work/item.ts'
import { label } from '../../../src/domain/work/label.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { memoryOffice } from '../../support/memory-office.ts'
import { hueWords, list, planned, planOf } from './plans.ts'

const columns = [
  { name: 'Bereit', category: 'open' },
  { name: 'In Arbeit', category: 'doing' },
  { name: 'Erledigt', category: 'done' },
] as const

const townHall = (method: 'kanban' | 'scrum' = 'kanban') => {
  const office = memoryOffice()
  office.run(foundTeam, { name: 'Bauamt', prefix: 'BAU', method, founderName: 'Anna', people: ['Ben'], columns })
  const [id] = office.view.ids(team, 'all', 'all') as [string]
  const ofTeam = () => office.view.get(team, id)!
  const choicesFor = (plan: ImportPlan) => proposeChoices(office.view, ofTeam(), plan, hueWords)
  const bring = (plan: ImportPlan, choices = choicesFor(plan)) => office.run(importItems, { team: id, plan, choices })
  const document = documentOfTeam(ofTeam())
  const bySource = (source: string) => records(office.view, item, 'source', `${document}|${source}`)[0]
  const columnNames = () => boardColumns(office.view, ofTeam()).map(one => office.view.get(column, one)!.name)
  const titlesIn = (name: string) => {
    const found = boardColumns(office.view, ofTeam()).find(one => office.view.get(column, one)!.name === name)
    return boardColumn(office.view, ofTeam(), found ?? '').map(one => office.view.get(item, one)!.title)
  }
  const backlogTitles = () => backlogItems(office.view, ofTeam()).map(one => office.view.get(item, one)!.title)
  return { ...office, id, ofTeam, bring, choicesFor, document, bySource, columnNames, titlesIn, backlogTitles }
}

const given = (choices: readonly (readonly [string, ColumnChoice])[]) => ({
  columns: new Map(choices),
  archived: 'leaveOut' as const,
  hueWords,
})

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
    expect([old, twisted, ahead].map(one => hasTrustedDates(one!))).toEqual([true, false, false])
  })

  it('trusts the dates of what was made here', () => {
    const hall = townHall()
    hall.bring(planOf([planned('Antrag prüfen')]))
    const card = hall.bySource('trello:Antrag prüfen')!
    expect(hasTrustedDates({ ...card, history: [] })).toBe(true)
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

describe('the same file again', () => {
  const first = planOf([planned('Antrag prüfen'), planned('Bescheid schreiben')])

  it('never doubles a card and brings only new ones', () => {
    const hall = townHall()
    hall.bring(first)
    expect(hall.bring(first)).toEqual({ ok: false, refusal: { because: 'nothingToImport' } })
    const more = planOf([...first.items, planned('Akte ablegen')])
    expect(forecast(hall.view, hall.ofTeam(), more, hall.choicesFor(more))).toMatchObject({ fresh: 1, untouched: 2 })
    hall.bring(more)
    expect(hall.titlesIn('Offen')).toEqual(['Antrag prüfen', 'Bescheid schreiben', 'Akte ablegen'])
  })

  it.each([
    ['nobody has touched it', () => {}, 'Antrag eilig prüfen'],
    [
      'it was only moved',
      (hall: ReturnType<typeof townHall>, id: string) =>
        hall.run(moveItem, { item: id, place: 'backlog', spot: 'top' }),
      'Antrag eilig prüfen',
    ],
    [
      'somebody has renamed it',
      (hall: ReturnType<typeof townHall>, id: string) => hall.run(renameItem, { item: id, title: 'Bauantrag prüfen' }),
      'Bauantrag prüfen',
    ],
  ])('when the file has changed a title and %s', (_case, meanwhile, title) => {
    const hall = townHall()
    hall.bring(first)
    const card = hall.bySource('trello:Antrag prüfen')!
    meanwhile(hall, card.id)
    const changed = planOf([
      { ...first.items[0]!, title: 'Antrag eilig prüfen' },
      { ...first.items[1]!, estimate: 5 },
    ])
    hall.bring(changed)
    expect(hall.view.get(item, card.id)?.title).toBe(title)
    expect(hall.bySource('trello:Bescheid schreiben')?.estimate).toBe(5)
    hall.pass(1000)
    hall.bring(planOf([{ ...first.items[1]!, estimate: 8 }]))
    const { estimate, history } = hall.bySource('trello:Bescheid schreiben')!
    expect(estimate).toBe(8)
    expect(history.filter(({ kind }) => kind === 'estimate').map(({ value }) => value)).toEqual([5, 8])
  })

  it('recognises a card of its own by the key it has here', () => {
    const hall = townHall()
    hall.bring(first)
    const { key } = hall.bySource('trello:Antrag prüfen')!
    const plan = planOf([planned('Antrag prüfen', { source: 'csv:1', sourceKey: key })])
    expect(forecast(hall.view, hall.ofTeam(), plan, hall.choicesFor(plan)).untouched).toBe(1)
    const other = townHall()
    expect(forecast(other.view, other.ofTeam(), plan, other.choicesFor(plan)).untouched).toBe(0)
  })

  it('leaves a card alone that was made here by hand and has the same key', () => {
    const hall = townHall()
    hall.bring(first)
    const card = hall.bySource('trello:Antrag prüfen')!
    const facts = card.history.find(({ kind }) => kind === 'import')!
    hall.apply([
      {
        document: hall.document,
        type: 'item',
        id: card.id,
        cell: facts.key,
        before: undefined,
        after: ['else', null, 'anna'],
      },
    ])
    hall.bring(planOf([{ ...first.items[0]!, title: 'Anders' }, planned('Neu')]))
    expect(hall.view.get(item, card.id)?.title).toBe('Antrag prüfen')
  })

  it('brings a card again that was thrown away', () => {
    const hall = townHall()
    hall.bring(first)
    hall.run(deleteItems, { items: [hall.bySource('trello:Antrag prüfen')!.id] })
    expect(hall.bring(first).ok).toBe(true)
  })

  it('takes a source named twice once', () => {
    const hall = townHall()
    hall.bring(planOf([planned('Antrag prüfen'), planned('Antrag prüfen', { title: 'Doppelt' })]))
    expect(hall.titlesIn('Offen')).toEqual(['Antrag prüfen'])
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
    hall.run(limitColumn, { column: ready, limit: 1, mode: 'refuse' })
    const two = planOf([planned('Eins'), planned('Zwei')])
    const result = hall.bring(two, given([['offen', { to: 'column', column: ready }]]))
    expect(result).toMatchObject({ refusal: { because: 'columnIsFull', limit: 1, count: 0 } })
  })
})

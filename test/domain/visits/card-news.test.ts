import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { cardNews } from '../../../src/domain/visits/card-news.ts'
import { column as columnRecord } from '../../../src/domain/kanban/column.ts'
import { criteria } from '../../../src/domain/work/check.ts'
import { created } from '../work/building-office.ts'
import { changed, type Scene } from './changed-cards.ts'
import { officeApart } from './office-apart.ts'

/** Anna was away; Ben and Clara were not. */

describe('a card that others have changed is told', () => {
  test.each(changed)('%s', (_, work, told) => {
    const at = officeApart()
    const card = at.card('Lageplan')
    at.remember()
    work(at, card)
    expect(at.told(card)).toEqual(told)
  })
})

const untold: readonly Scene[] = [
  ['nobody has done anything', () => undefined, []],
  [
    'Ben moved it there and back',
    ({ ben, columns }, item) => {
      ben(commands.moveItem, { item, place: columns.review, spot: 'top' })
      ben(commands.moveItem, { item, place: columns.ready, spot: 'top' })
    },
    [],
  ],
  [
    'Ben renamed it and gave it its name back',
    ({ ben }, item) => {
      ben(commands.renameItem, { item, title: 'Plan' })
      ben(commands.renameItem, { item, title: 'Lageplan' })
    },
    [],
  ],
  [
    'Ben gave it to Clara, who gave it back',
    ({ ben, clara, personId }, item) => {
      ben(commands.assignItems, { items: [item], person: personId('Clara') })
      clara(commands.unassignItems, { items: [item], person: personId('Clara') })
    },
    [],
  ],
  [
    'Ben put it to the top of its column',
    ({ card, ben, columns, remember }, item) => {
      card('Fax abschalten', columns.ready)
      remember()
      ben(commands.moveItem, { item, place: columns.ready, spot: 'bottom' })
    },
    [],
  ],
  ['Anna did it herself', ({ anna }, item) => anna(commands.renameItem, { item, title: 'Lageplan neu' }), []],
  [
    'Anna has written over what Ben wrote',
    ({ ben, anna }, item) => {
      ben(commands.renameItem, { item, title: 'Lageplan alt' })
      anna(commands.renameItem, { item, title: 'Lageplan neu' })
    },
    [],
  ],
  [
    'Anna has deleted what Ben changed',
    ({ ben, anna }, item) => {
      ben(commands.renameItem, { item, title: 'Lageplan alt' })
      anna(commands.deleteItems, { items: [item] })
    },
    [],
  ],
  [
    'a comment came and went',
    ({ ben }, item) => {
      const comment = created(ben(commands.addComment, { item, text: 'Oh.' }), 'comment')
      ben(commands.deleteComment, { comment })
    },
    [],
  ],
  [
    'a point was moved in its list',
    ({ anna, ben, remember }, item) => {
      const check = created(anna(commands.addChecks, { item, list: criteria, text: 'lesbar\nschön' }), 'check')
      remember()
      ben(commands.moveCheck, { check, spot: 'bottom' })
    },
    [],
  ],
]

describe('of a card nothing is told when', () => {
  test.each(untold)('%s', (_, work) => {
    const at = officeApart()
    const card = at.card('Lageplan')
    at.remember()
    work(at, card)
    expect(at.news()).toEqual([])
  })
})

describe('cards that came', () => {
  test('a new card says so and where it lies, and nothing of what was done to it since', () => {
    const { ben, clara, news, teamId, columns, remember } = officeApart()
    remember()
    const item = created(
      ben(commands.createItem, { team: teamId, title: 'Kranstellplatz', place: columns.ready }),
      'item',
    )
    clara(commands.addComment, { item, text: 'Wo?' })
    clara(commands.moveItem, { item, place: columns.doing, spot: 'top' })
    expect(news()).toMatchObject([{ title: 'Kranstellplatz', news: [{ kind: 'new', to: 'In Arbeit', by: 'ben' }] }])
  })

  test('one that came and went in between was never there', () => {
    const { ben, news, teamId, columns, remember } = officeApart()
    remember()
    const item = created(ben(commands.createItem, { team: teamId, title: 'Versehen', place: columns.ready }), 'item')
    ben(commands.deleteItems, { items: [item] })
    expect(news()).toEqual([])
  })

  test('of a card that Anna has made on another device since, only what others did to it is told', () => {
    const { anna, ben, told, teamId, columns, remember } = officeApart()
    remember()
    const item = created(anna(commands.createItem, { team: teamId, title: 'Ortstermin', place: columns.ready }), 'item')
    ben(commands.moveItem, { item, place: columns.doing, spot: 'top' })
    const comment = created(anna(commands.addComment, { item, text: 'Wann?' }), 'comment')
    ben(commands.addComment, { item, text: 'Montag.' })
    expect(comment).not.toBe('')
    expect(told(item)).toEqual([
      { kind: 'moved', from: '', to: 'In Arbeit' },
      { kind: 'commented', areMany: false },
    ])
  })
})

describe('by whom, and in which order', () => {
  test('each line names who it was; the card changed last stands first', () => {
    const { card, ben, clara, news, remember } = officeApart()
    const [first, second] = [card('Bauzeichnung'), card('Statik')]
    remember()
    clara(commands.renameItem, { item: second, title: 'Statik prüfen' })
    ben(commands.estimateItems, { items: [second], estimate: 3 })
    ben(commands.renameItem, { item: first, title: 'Bauzeichnung prüfen' })
    expect(news().map(({ title, news: lines }) => [title, ...lines.map(({ kind, by }) => `${by} ${kind}`)])).toEqual([
      ['Bauzeichnung prüfen', 'ben renamed'],
      ['Statik prüfen', 'clara renamed', 'ben estimated'],
    ])
  })

  test('cards of one moment stand in the order of their ids, on every device the same', () => {
    const { card, ben, news, remember } = officeApart()
    const items = [card('Eins'), card('Zwei'), card('Drei')]
    remember()
    ben(commands.prioritiseItems, { items, priority: 'low' })
    expect(news().map(({ item }) => item)).toEqual(items.toSorted())
  })
})

describe('what is not here, or not to be read', () => {
  const nobody = { get: () => undefined }

  test('records that nobody here has, of kinds that are no part of a card, or of no card at all, are passed over', () => {
    const { view, ben, card, note, remember, news, teamId, document } = officeApart()
    const item = card('Lageplan')
    remember()
    const comment = created(ben(commands.addComment, { item, text: 'Hm.' }), 'comment')
    note([{ document, type: 'comment', id: comment, cell: 'item', before: item, after: null }], 'anna')
    ben(commands.editColumn, { column: view.ids(columnRecord, 'document', document)[0]!, name: 'Als Nächstes' })
    note([{ document, type: 'item', id: 'nirgends', cell: 'title', before: undefined, after: 'x' }], 'ben')
    note([{ document, type: 'check', id: 'nirgends', cell: 'title', before: undefined, after: 'x' }], 'ben')
    expect(teamId).not.toBe('')
    expect(news().map(({ item: id }) => id)).toEqual([item])
    expect(cardNews({ before: nobody, after: nobody, written: [] })).toEqual([])
  })

  test.each([
    ['a person nobody here knows', 'p:fremd', 1, { kind: 'assigned', name: '' }],
    ['a fact of another kind', 'at:1:abcd', ['estimate', 3, 'ben'], undefined],
    ['a cell of a newer version', 'colour', 'red', undefined],
    ['a sprint nobody here knows', 'sprint', 'weit weg', { kind: 'toSprint', name: '' }],
  ] as const)('%s', (_, cell, value, told) => {
    const at = officeApart()
    const { document, office, card, note, remember } = at
    const item = card('Lageplan')
    remember()
    const change = { document, type: 'item', id: item, cell, before: undefined, after: value }
    office.apply([change])
    note([change], 'ben')
    expect(at.told(item)).toEqual(told ? [told] : [])
  })

  test('a part whose card nobody here has tells nothing', () => {
    const { document, office, note, remember, news } = officeApart()
    remember()
    const changes = [
      { document, type: 'link', id: 'l1', cell: 'm', before: undefined, after: ['link', 1, 'ben'] },
      { document, type: 'link', id: 'l1', cell: 'item', before: undefined, after: 'nirgends' },
    ]
    office.apply(changes)
    note(changes, 'ben')
    expect(news()).toEqual([])
  })

  test('a card handed over to another team says to which', () => {
    const { ben, done, card, told, remember } = officeApart()
    const item = card('Lageplan')
    const team = created(
      done(commands.foundTeam, { name: 'IT', method: 'kanban', columns: [{ name: 'Neu', category: 'open' }] }),
      'team',
    )
    remember()
    ben(commands.moveItemToTeam, { item, team })
    expect(told(item)).toEqual([{ kind: 'toTeam', name: 'IT' }])
  })
})

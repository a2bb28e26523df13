import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/domain/kernel/json.ts'
import { bareValue, isStamped, readRecord, stampOf } from '../../../src/domain/kernel/read.ts'
import { stampAt } from '../../../src/domain/kernel/stamp.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { check } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item, nowhere, type Item } from '../../../src/domain/work/item.ts'

const born = Date.UTC(2026, 10, 16, 8)
const later = born + 60_000
const stamp = stampAt(later)
const read = (cells: { readonly [cell: string]: Json }): Item =>
  readRecord(
    item,
    { document: 'team:bau#1', id: 'form' },
    new Map(Object.entries({ m: ['item', born, 'anna'], ...cells })),
  ) as Item

describe('a cell lies bare as it was created, or with the stamp of its newest edit', () => {
  test.each<[Json | undefined, boolean]>([
    [['Antrag', stamp], true],
    [[null, stamp], true],
    [[['spalte', 'a1'], stamp], true],
    ['Antrag', false],
    [['spalte', 'a1'], false],
    [['a', 1, 2], false],
    [[1], false],
    [['a', null], false],
    [undefined, false],
  ])('%j: %s', (raw, stamped) => {
    expect(isStamped(raw)).toBe(stamped)
    expect(stampOf(raw)).toBe(stamped ? stamp : undefined)
  })
  test('the value is the same either way', () => {
    expect(bareValue(['Antrag', stamp])).toBe('Antrag')
    expect(bareValue('Antrag')).toBe('Antrag')
  })
})

describe('a record is read as far as it can be', () => {
  test('what was never written shows its default', () => {
    expect(read({})).toMatchObject({
      id: 'form',
      type: 'item',
      document: 'team:bau#1',
      createdAt: born,
      createdBy: 'anna',
      changedAt: born,
      deleted: null,
      title: '',
      description: '',
      kind: 'task',
      priority: 'medium',
      position: nowhere,
      people: [],
      history: [],
      unreadable: [],
    })
  })
  test('it is frozen', () => expect(Object.isFrozen(read({}))).toBe(true))

  test.each<[string, string, Json, unknown]>([
    ['a bare title', 'title', 'Antrag', 'Antrag'],
    ['an edited title', 'title', ['Bauantrag', stamp], 'Bauantrag'],
    ['a title that was taken back', 'title', [null, stamp], ''],
    ['a title that is a number', 'title', 17, ''],
    ['a kind that a newer app knows', 'kind', ['experiment', stamp], 'task'],
    ['an estimate of less than nothing', 'estimate', -1, null],
    ['an estimate that is no number', 'estimate', 'XL', null],
    ['a day that is none', 'due', 'bald', null],
    ['a link that is none', 'parent', 4, null],
    ['no link', 'parent', [null, stamp], null],
    ['a position', 'position', ['pruefung', 'a1'], ['pruefung', 'a1']],
    ['an edited position', 'position', [['pruefung', 'a1'], stamp], ['pruefung', 'a1']],
    ['a position without a rank', 'position', ['pruefung'], nowhere],
    ['a position with a broken rank', 'position', ['pruefung', ' '], nowhere],
    ['a position that is a text', 'position', 'pruefung', nowhere],
    ['a position with a place that is none', 'position', [3, 'a1'], nowhere],
    ['dropped by Ben', 'dropped', [born, 'ben'], [born, 'ben']],
    ['dropped, edited', 'dropped', [[born, 'ben'], stamp], [born, 'ben']],
    ['dropped, but nobody knows by whom', 'dropped', [born, 4], null],
    ['dropped in a strange way', 'dropped', 'yes', null],
    ['deleted by Ben', 'deleted', [[born, 'ben'], stamp], [born, 'ben']],
    ['deleted in a strange way', 'deleted', true, null],
    ['purged', 'purged', true, true],
    ['purged in a strange way', 'purged', 'yes', false],
    ['a description', 'description', 'Lang', 'Lang'],
    ['a description that is no text', 'description', 5, ''],
  ])('%s', (_name, cell, raw, shown) => expect(read({ [cell]: raw })).toMatchObject({ [cell]: shown }))

  test('what could not be read is named and nothing else', () => {
    expect(read({ title: 17, kind: ['experiment', stamp], due: '2026-11-20' }).unreadable).toEqual(['kind', 'title'])
  })
  test('cells of a newer app are ignored', () => {
    expect(read({ mood: 'glad', 'z:1': 1, ':x': 1 })).not.toHaveProperty('mood')
  })
  test('a record without readable facts still shows', () => {
    for (const facts of [['item', 'yesterday'], 'facts', ['item', Number.NaN, 4]] as Json[])
      expect(read({ m: facts, title: 'Antrag' })).toMatchObject({
        title: 'Antrag',
        createdAt: 0,
        createdBy: '',
        unreadable: ['m'],
      })
  })
  test('the newest edit of any cell is when it was changed', () => {
    expect(read({ title: ['Bauantrag', stamp], kind: ['bug', stamp - 64] }).changedAt).toBe(later)
    expect(read({ 'p:ben': [1, stamp] }).changedAt).toBe(later)
    expect(read({ ed: [1, stamp] }).changedAt).toBe(later)
    expect(read({ ed: [1, stamp - 6400], title: ['Bauantrag', stamp] }).changedAt).toBe(later)
  })
})

describe('sets and logs', () => {
  test('an element is in a set while its key says so', () => {
    expect(read({ 'p:ben': 1, 'p:anna': [1, stamp], 'p:clara': [null, stamp], 'l:eilig': 1 })).toMatchObject({
      people: ['anna', 'ben'],
      labels: ['eilig'],
    })
  })
  test('a set whose elements were all taken out is empty', () => {
    expect(read({ 'p:clara': [null, stamp] }).people).toEqual([])
  })
  test('facts stand in the order of time, then of their keys', () => {
    const history = read({
      'at:300:zzzz': ['column', ['b', 'doing'], 'anna'],
      'at:100:bbbb': ['estimate', 5, 'ben'],
      'at:100:aaaa': ['sprint', null, 'ben'],
      'at:100:cccc': ['sprint', null, 'ben'],
    }).history
    expect(history.map(({ key }) => key)).toEqual(['at:100:aaaa', 'at:100:bbbb', 'at:100:cccc', 'at:300:zzzz'])
    expect(history[3]).toEqual({ key: 'at:300:zzzz', at: 300, kind: 'column', value: ['b', 'doing'], by: 'anna' })
  })
  test('a fact nobody signed and one without a value still count; what is no fact is set aside; what was taken back is gone', () => {
    const record = read({
      'at:100:a': ['blocked'],
      'at:soon:b': ['blocked', 1],
      'at:200:c': 'blocked',
      'at:300:d': [4],
      'at:400:e': null,
    })
    expect(record.history).toEqual([{ key: 'at:100:a', at: 100, kind: 'blocked', value: null, by: '' }])
    expect(record.unreadable).toEqual(['at:soon:b', 'at:200:c', 'at:300:d'])
  })
})

describe('cells with a shape of their own', () => {
  test.each<[string, { parse: (raw: Json) => unknown }, Json, unknown]>([
    ['the tick of a check', check.cells.done, [born, 'ben'], [born, 'ben']],
    ['no tick', check.cells.done, null, null],
    ['a tick that says only yes', check.cells.done, true, undefined],
    ['a tick by nobody', check.cells.done, [born, 4], undefined],
    ['a tick at no time', check.cells.done, ['ben', 'ben'], undefined],
    ['not dropped', item.cells.dropped, null, null],
    ['dropped at no time', item.cells.dropped, ['ben', 'ben'], undefined],
    ...[check, checklist, column].flatMap(
      ({ type, cells }): [string, { parse: (raw: Json) => unknown }, Json, unknown][] => [
        [`the rank of a ${type}`, cells.rank, 'a1', 'a1'],
        [`a broken rank of a ${type}`, cells.rank, ' ', undefined],
      ],
    ),
  ])('%s', (_name, cell, raw, value) => expect(cell.parse(raw)).toEqual(value))
})

describe('where an item is found', () => {
  const keys = (record: Item) => item.indexes.everInSprint.key(record)
  test('under every sprint it was ever in, once', () => {
    expect(
      keys(
        read({
          'at:100:a': ['sprint', 's1'],
          'at:200:b': ['sprint', null],
          'at:300:c': ['estimate', 's9'],
          sprint: 's2',
        }),
      ),
    ).toEqual(['s1', 's2'])
    expect(keys(read({ 'at:100:a': ['sprint', 's1'], sprint: 's1' }))).toEqual(['s1'])
    expect(keys(read({}))).toEqual([])
  })
  test('by its key and where an import found it, if it has them', () => {
    const [bare, full] = [read({}), read({ key: 'DIG-7K3QX', source: 'trello:1' })]
    expect([item.indexes.key.key(bare), item.indexes.source.key(bare)]).toEqual([undefined, undefined])
    expect([item.indexes.key.key(full), item.indexes.source.key(full)]).toEqual(['DIG-7K3QX', 'team:bau#1|trello:1'])
  })
})

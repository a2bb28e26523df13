import { describe, expect, test } from 'vitest'
import { numberCell, lineCell, textCell } from '../../../src/domain/kernel/cell.ts'
import { bringBack, create, discard, edit, isCreation, note } from '../../../src/domain/kernel/change.ts'
import type { Json } from '../../../src/domain/kernel/json.ts'
import { readRecord } from '../../../src/domain/kernel/read.ts'
import { defineRecord, type AnyDefinition, type RecordOf } from '../../../src/domain/kernel/record.ts'
import { item, type Item } from '../../../src/domain/work/item.ts'

const at = { document: 'team:bau#1', id: 'form' }
const context = { actor: 'anna', now: 1000, newId: () => 'abcdefghijkl', jitter: () => 0 }
const cellsOf = (changes: readonly { cell: string; after: Json }[]) =>
  Object.fromEntries(changes.map(({ cell, after }) => [cell, after]))
const read = <D extends AnyDefinition>(definition: D, cells: { readonly [cell: string]: Json }): RecordOf<D> =>
  readRecord(definition, at, new Map(Object.entries(cells))) as RecordOf<D>
const form: Item = read(item, { m: ['item', 900, 'anna'], title: 'Antrag', 'p:ben': 1, estimate: 3 })

describe('create', () => {
  test('writes the facts, the values that differ from the default, and long text always', () => {
    const changes = create(
      item,
      at,
      { title: 'Antrag', kind: 'task', estimate: null, people: ['ben', 'anna'] },
      context,
    )
    expect(cellsOf(changes)).toEqual({
      m: ['item', 1000, 'anna'],
      title: 'Antrag',
      description: '',
      'p:ben': 1,
      'p:anna': 1,
    })
  })
  test('its first change is the creation, and only that one', () => {
    expect(create(item, at, { title: 'Antrag' }, context).map(isCreation)).toEqual([true, false, false])
  })
  test('long text is made together with its record', () => {
    expect(cellsOf(create(item, at, { description: 'Lang' }, context))['description']).toBe('Lang')
  })
  test('history is not made by values', () => {
    expect(create(item, at, { history: [] } as never, context)).toHaveLength(2)
  })
  test('a record type that was upgraded once says its version', () => {
    const room = defineRecord({
      type: 'room',
      document: 'workspace',
      cells: { name: lineCell(), seats: numberCell(), rules: textCell() },
      indexes: {},
      upgrade: [{ to: 2, why: 'rooms have seats', fill: () => ({ seats: 1 }) }],
    })
    expect(cellsOf(create(room, at, { name: 'Ideenküche' }, context))).toEqual({
      m: ['room', 1000, 'anna'],
      v: 2,
      name: 'Ideenküche',
      rules: '',
    })
  })
})

describe('edit', () => {
  test('writes what differs, with what was there before', () => {
    expect(edit(item, form, { title: 'Bauantrag', estimate: 3 })).toEqual([
      { ...at, type: 'item', cell: 'title', before: 'Antrag', after: 'Bauantrag' },
    ])
  })
  test('sets gain and lose single elements', () => {
    expect(edit(item, form, { people: ['clara'] })).toEqual([
      { ...at, type: 'item', cell: 'p:clara', before: null, after: 1 },
      { ...at, type: 'item', cell: 'p:ben', before: 1, after: null },
    ])
  })
  test('a value can be taken away', () => {
    expect(edit(item, form, { estimate: null })).toEqual([
      { ...at, type: 'item', cell: 'estimate', before: 3, after: null },
    ])
  })
  test('undefined and cells it does not know are left alone', () => {
    expect(edit(item, form, { title: undefined, mood: 'glad' } as never)).toEqual([])
  })
  test('logs are never edited', () => expect(edit(item, form, { history: [] } as never)).toEqual([]))
})

test('a note is a fact with time, chance and person', () => {
  expect(note(item, form, 'at', 'estimate', 5, context)).toEqual({
    ...at,
    type: 'item',
    cell: 'at:1000:abcd',
    before: undefined,
    after: ['estimate', 5, 'anna'],
  })
})

describe('the bin', () => {
  const binned: Item = read(item, { m: ['item', 900, 'anna'], deleted: [950, 'ben'] })
  test('in', () => {
    expect(discard(form, context)).toEqual([
      { ...at, type: 'item', cell: 'deleted', before: null, after: [1000, 'anna'] },
    ])
    expect(discard(binned, context)).toEqual([])
  })
  test('and out again', () => {
    expect(bringBack(binned)).toEqual([{ ...at, type: 'item', cell: 'deleted', before: [950, 'ben'], after: null }])
    expect(bringBack(form)).toEqual([])
  })
})

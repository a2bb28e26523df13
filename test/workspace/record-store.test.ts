import { expect, test } from 'vitest'
import { readRecord } from '../../src/domain/kernel/read.ts'
import { allRecords } from '../../src/domain/records.ts'
import type { Json } from '../../src/domain/kernel/json.ts'
import { item, placeKey } from '../../src/domain/work/item.ts'
import { Reading } from '../../src/workspace/reading.ts'
import { RecordStore } from '../../src/workspace/record-store.ts'

const home = 'team:bau#1'
const ready = placeKey(home, 'ready', null)
const doing = placeKey(home, 'doing', null)

const card = (id: string, place: string, rank: string, more: Record<string, Json> = {}) =>
  readRecord(
    item,
    { document: home, id },
    new Map<string, Json>(Object.entries({ m: ['item', 1, 'anna'], title: id, position: [place, rank], ...more })),
  )

const board = () => {
  const store = new RecordStore(allRecords)
  store.load([card('form', 'ready', 'b1'), card('letter', 'ready', 'a1'), card('fees', 'doing', 'a1')])
  return store
}

test('lists follow the order of the index, ties by id', () => {
  const store = board()
  store.put(card('annex', 'ready', 'b1'))
  expect(store.ids(item, 'place', ready)).toEqual(['letter', 'annex', 'form'])
  expect(store.keys(item, 'place')).toEqual([doing, ready])
})

test('a list is the same object until something in it changes', () => {
  const store = board()
  const before = store.ids(item, 'place', ready)
  store.put(card('fees', 'doing', 'a1', { title: 'Gebühren' }))
  expect(store.ids(item, 'place', ready)).toBe(before)
  store.put(card('fees', 'ready', 'c1'))
  expect(store.ids(item, 'place', ready)).toEqual(['letter', 'form', 'fees'])
  expect(before).toEqual(['letter', 'form'])
  expect(store.keys(item, 'place')).toEqual([ready])
})

test('only those are told whom a change concerns, once per batch', () => {
  const store = board()
  const heard: string[] = []
  store.onRecord('item', 'form', () => heard.push('form'))
  store.onRecord('item', 'letter', () => heard.push('letter'))
  store.onList('item', 'place', ready, () => heard.push('ready'))
  store.onList('item', 'place', doing, () => heard.push('doing'))
  store.onKeys('item', 'place', () => heard.push('keys'))
  store.onType('item', () => heard.push('any'))
  store.batch(() => {
    store.put(card('form', 'ready', 'b1', { title: 'Formular' }))
    store.put(card('form', 'doing', 'b1', { title: 'Formular' }))
  })
  expect(heard.sort()).toEqual(['any', 'doing', 'form', 'ready'])
})

test('who stops listening hears nothing more', () => {
  const store = board()
  let heard = 0
  const stop = store.onRecord('item', 'form', () => heard++)
  stop()
  store.put(card('form', 'ready', 'b1', { title: 'Formular' }))
  expect(heard).toBe(0)
})

test('what lies in the bin is only in the bin', () => {
  const store = board()
  store.put(card('form', 'ready', 'b1', { deleted: [[5, 'anna'], 9] }))
  expect(store.ids(item, 'place', ready)).toEqual(['letter'])
  expect(store.ids(item, 'bin', home)).toEqual(['form'])
  expect(store.get(item, 'form')?.title).toBe('form')
})

test('a closed document leaves nothing behind', () => {
  const store = board()
  store.forget(home)
  expect([...store.all('item')]).toEqual([])
  expect(store.keys(item, 'place')).toEqual([])
})

test('a reading is asked again exactly when something it read has changed', () => {
  const store = board()
  let asked = 0
  const titles = new Reading(store, view => {
    asked++
    return view.ids(item, 'place', ready).map(id => view.get(item, id)?.title)
  })
  let told = 0
  const stop = titles.subscribe(() => told++)
  const first = titles.current()
  expect(titles.current()).toBe(first)
  store.put(card('fees', 'doing', 'a1', { title: 'Gebühren' }))
  expect([asked, told]).toEqual([1, 0])
  store.put(card('form', 'ready', 'b1', { title: 'Formular' }))
  expect(titles.current()).toEqual(['letter', 'Formular'])
  expect([asked, told]).toEqual([2, 1])
  store.put(card('form', 'ready', 'b1', { title: 'Formular', estimate: 3 }))
  expect(titles.current(), 'an equal answer keeps its identity').toBe(titles.current())
  stop()
  store.put(card('form', 'ready', 'b1', { title: 'Antrag' }))
  expect(told).toBe(2)
  expect(titles.current()).toEqual(['letter', 'Antrag'])
})

test('every index of every record type can be asked for what is here and what is in the bin', () => {
  const store = new RecordStore(allRecords)
  const facts = { source: 'trello:1', item: 'form', list: 'criteria', name: 'OZG' }
  for (const definition of allRecords)
    for (const [id, deleted] of [
      ['here', undefined],
      ['binned', [5, 'anna']],
    ] as const) {
      const cells: Record<string, Json> = { m: [definition.type, 1, 'anna'], ...facts, ...(deleted ? { deleted } : {}) }
      store.load([readRecord(definition, { document: home, id }, new Map(Object.entries(cells)))])
      if (!deleted)
        store.load([readRecord(definition, { document: home, id: 'bare' }, new Map([['m', cells['m'] ?? null]]))])
    }
  const listed = allRecords.flatMap(definition =>
    Object.keys(definition.indexes).flatMap(index =>
      store
        .keys(definition, index)
        .flatMap(key => store.ids(definition, index, key).map(id => [definition.indexes[index]?.of ?? 'live', id])),
    ),
  )
  expect(listed.filter(([of, id]) => (of === 'deleted') !== (id === 'binned'))).toEqual([])
  expect(listed.length).toBeGreaterThan(allRecords.length)
})

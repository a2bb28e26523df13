import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { RecordDocument } from '../../src/document/record-document.ts'
import { lineCell, setCell, textCell } from '../../src/domain/kernel/cell.ts'
import { create, edit } from '../../src/domain/kernel/change.ts'
import { defineRecord, type RecordOf } from '../../src/domain/kernel/record.ts'
import { stampAt } from '../../src/domain/kernel/stamp.ts'

const form = defineRecord({
  type: 'form',
  document: 'team',
  cells: { title: lineCell(), text: textCell(), tags: setCell('t') },
  indexes: {},
})

/** Anna keeps five forms; her screen shows them as they were on Monday. */
const monday = Date.UTC(2026, 10, 16, 8)
const home = 'team:bau#1'
const context = { now: monday, actor: 'anna' }
const paper = () => new RecordDocument(home, [form], () => monday)
const read = (document: RecordDocument, id: string) => document.read('form', id) as RecordOf<typeof form>

const fiveForms = () => {
  const document = paper()
  for (const id of ['f1', 'f2', 'f3', 'f4', 'f5'])
    document.apply(
      create(form, { document: home, id }, { title: id, text: 'Nach BauO NRW', tags: ['bau'] }, context),
      stampAt(monday),
    )
  return document
}

type Values = Parameters<typeof edit<typeof form>>[2]
const change = (document: RecordDocument, id: string, values: Values, minutes: number) =>
  document.apply(edit(form, read(document, id), values), stampAt(monday + minutes * 60_000))

const ids = (document: RecordDocument, updates: readonly Uint8Array[]) =>
  document
    .readTouched(updates)
    ?.map(({ id }) => id)
    .toSorted()

test.each<[string, Values]>([
  ['a line', { title: 'Bauantrag' }],
  ['the first letter of a text', { text: 'nach BauO NRW' }],
  ['the last letter of a text', { text: 'Nach BauO NR' }],
  ['one more in a set', { tags: ['bau', 'online'] }],
  ['one less in a set', { tags: [] }],
])('what one entry has changed is told by it: %s', (_, values) => {
  const document = fiveForms()
  expect(ids(document, change(document, 'f2', values, 1))).toEqual(['f2'])
})

test('each record is told once, however often it was changed, and a new one too', () => {
  const document = fiveForms()
  const updates = [
    ...change(document, 'f2', { title: 'eins' }, 1),
    ...change(document, 'f4', { text: 'neu' }, 2),
    ...change(document, 'f2', { title: 'zwei' }, 3),
    ...document.apply(create(form, { document: home, id: 'f6' }, { title: 'sechs' }, context), stampAt(monday)),
  ]
  expect(ids(document, updates)).toEqual(['f2', 'f4', 'f6'])
  expect(document.readTouched(updates)).toEqual(['f2', 'f4', 'f6'].map(id => read(document, id)))
})

test('the same is told after a restart from one copy of everything', () => {
  const before = fiveForms()
  const updates = [...change(before, 'f1', { title: 'eins' }, 1), ...change(before, 'f3', { tags: [] }, 2)]
  const after = paper()
  after.merge(before.encode(), 'storage')
  expect(ids(after, updates)).toEqual(['f1', 'f3'])
})

test('an update that waits for another one, and one whose record is gone, tell nothing: everything has to be read', () => {
  const document = fiveForms()
  const copy = document.encode()
  change(document, 'f1', { title: 'eins' }, 1)
  const second = change(document, 'f1', { title: 'zwei' }, 2)
  const behind = paper()
  behind.merge(copy, 'storage')
  behind.mergeAll(second, 'storage')
  expect(behind.readTouched(second)).toBeUndefined()

  document.ydoc.getMap('form').set('f1', new Y.Map())
  expect(document.readTouched(second)).toBeUndefined()
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { RecordDocument } from '../../src/document/record-document.ts'
import { canonicalDocument, digestOf } from '../../src/document/canonical.ts'
import { choiceCell, lineCell, setCell, textCell } from '../../src/domain/kernel/cell.ts'
import { create, edit } from '../../src/domain/kernel/change.ts'
import { defineRecord, type RecordOf } from '../../src/domain/kernel/record.ts'
import { stampAt } from '../../src/domain/kernel/stamp.ts'

const form = defineRecord({
  type: 'form',
  document: 'team',
  cells: {
    title: lineCell(),
    state: choiceCell(['draft', 'valid'], 'draft'),
    text: textCell(),
    tags: setCell('t'),
  },
  indexes: {},
})

const monday = Date.UTC(2026, 10, 16, 8)
const context = { now: monday, actor: 'anna' }
const home = 'team:bau#1'
const paper = () => new RecordDocument(home, [form], () => monday)
const read = (document: RecordDocument, id: string) => document.read('form', id) as RecordOf<typeof form>

const written = () => {
  const document = paper()
  const values = { title: 'Bauantrag', text: 'Nach BauO NRW', tags: ['bau', 'online'] }
  document.apply(create(form, { document: home, id: 'f1' }, values, context), stampAt(monday))
  return document
}

test('a created record lies bare and reads back whole', () => {
  const document = written()
  expect([...(document.raw('form', 'f1') ?? [])]).toEqual([
    ['m', ['form', monday, 'anna']],
    ['title', 'Bauantrag'],
    ['text', 'Nach BauO NRW'],
    ['t:bau', 1],
    ['t:online', 1],
  ])
  expect(read(document, 'f1')).toMatchObject({
    title: 'Bauantrag',
    state: 'draft',
    text: 'Nach BauO NRW',
    tags: ['bau', 'online'],
    createdAt: monday,
    createdBy: 'anna',
    unreadable: [],
  })
})

test('an edited cell carries its stamp, and the record tells when it changed', () => {
  const document = written()
  const later = monday + 60_000
  document.apply(edit(form, read(document, 'f1'), { title: 'Bauantrag digital', tags: ['bau'] }), stampAt(later))
  expect(document.raw('form', 'f1')?.get('title')).toEqual(['Bauantrag digital', stampAt(later)])
  expect(read(document, 'f1')).toMatchObject({ title: 'Bauantrag digital', tags: ['bau'], changedAt: later })
})

test('an edit is later than what it replaces, also when the clock was set back in between', () => {
  const document = written()
  const [late, early] = [stampAt(monday + 3_600_000), stampAt(monday)]
  document.apply(edit(form, read(document, 'f1'), { title: 'Nachmittags' }), late)
  document.apply(edit(form, read(document, 'f1'), { title: 'Mit falscher Uhr' }), early)
  expect(document.raw('form', 'f1')?.get('title')).toEqual(['Mit falscher Uhr', late + 1])
})

test('listeners hear of each touched record once per transaction, with its origin', () => {
  const document = paper()
  const heard: unknown[] = []
  document.onChange((touched, origin) => heard.push([touched.map(({ id }) => id), origin]))
  document.apply(
    ['f1', 'f2'].flatMap(id => create(form, { document: home, id }, { title: id }, context)),
    stampAt(monday),
  )
  const copy = paper()
  copy.onChange((touched, origin) => heard.push([touched.map(({ id }) => id), origin]))
  copy.merge(document.encode(), 'remote')
  copy.merge(document.encode(), 'remote')
  expect(heard).toEqual([
    [['f1', 'f2'], 'local'],
    [['f1', 'f2'], 'remote'],
  ])
})

const hostileCells: readonly [name: string, value: () => unknown][] = [
  ['a number', () => 7],
  ['null', () => null],
  ['a list', () => ['a', 'b', 'c']],
  ['bytes', () => new Uint8Array([1, 2])],
  ['a map', () => new Y.Map()],
  ['an array type', () => new Y.Array()],
  ['an object with a prototype key', () => JSON.parse('{"__proto__": {"isAdmin": true}}') as unknown],
]

test.each(hostileCells)(
  'a title that is %s shows its default, is counted at most, and stays where it lies',
  (_name, value) => {
    const document = written()
    const record = document.ydoc.getMap('form').get('f1') as Y.Map<unknown>
    document.ydoc.transact(() => record.set('title', value()), 'remote')
    const shown = read(document, 'f1')
    expect(shown.title).toBe('')
    expect(shown.text).toBe('Nach BauO NRW')
    expect((shown as { isAdmin?: unknown }).isAdmin).toBeUndefined()
    expect(record.has('title')).toBe(true)
  },
)

test('something that is no record is left alone', () => {
  const document = written()
  document.ydoc.transact(() => document.ydoc.getMap('form').set('junk', 'not a map'), 'remote')
  expect(document.read('form', 'junk')).toBeUndefined()
  expect([...document.readAll()].map(({ id }) => id)).toEqual(['f1'])
})

test('a listener that throws does not mute the document', () => {
  const document = written()
  const reported: unknown[] = []
  const before = globalThis.reportError
  globalThis.reportError = error => void reported.push(error)
  let heard = 0
  document.onChange(() => {
    throw new Error('broken listener')
  })
  document.onChange(() => heard++)
  for (const title of ['eins', 'zwei', 'drei'])
    document.apply(edit(form, read(document, 'f1'), { title }), stampAt(monday))
  globalThis.reportError = before
  expect([heard, reported.length, read(document, 'f1').title]).toEqual([3, 3, 'drei'])
})

test('cells and records of a newer version survive an edit by this one', async () => {
  const document = written()
  const record = document.ydoc.getMap('form').get('f1') as Y.Map<unknown>
  document.ydoc.transact(() => {
    record.set('signature', ['newer', { algorithm: 'x' }])
    const future = new Y.Map<unknown>()
    document.ydoc.getMap('hologram').set('h1', future)
    future.set('depth', 3)
  }, 'remote')
  document.apply(edit(form, read(document, 'f1'), { title: 'Neu' }), stampAt(monday))
  const plain = canonicalDocument(document)
  expect(plain['form']?.['f1']?.['signature']).toEqual(['newer', { algorithm: 'x' }])
  expect(plain['hologram']).toEqual({ h1: { depth: 3 } })
})

test('the canonical projection knows no stamps, no order and no defaults', async () => {
  const [anna, ben] = [written(), paper()]
  ben.merge(anna.encode(), 'remote')
  anna.apply(edit(form, read(anna, 'f1'), { state: 'valid' }), stampAt(monday + 1))
  anna.apply(edit(form, read(anna, 'f1'), { title: 'B' }), stampAt(monday + 2))
  ben.apply(edit(form, read(ben, 'f1'), { title: 'B' }), stampAt(monday + 9))
  ben.apply(edit(form, read(ben, 'f1'), { state: 'valid' }), stampAt(monday + 10))
  expect(canonicalDocument(anna)).toEqual(canonicalDocument(ben))
  expect(await digestOf(canonicalDocument(anna))).toBe(await digestOf(canonicalDocument(ben)))
  expect(await digestOf(canonicalDocument(anna))).toMatch(/^[0-9a-f]{64}$/)
})

test('a document whose least version is higher says so', () => {
  const document = written()
  expect(document.leastVersion).toBe(1)
  document.ydoc.getMap('meta').set('min', 2)
  expect(document.leastVersion).toBe(2)
})

test('an undo that was never seen here makes no ghost of cells', () => {
  const document = paper()
  expect(document.value('form', 'unknown', 'title')).toBeUndefined()
  expect(document.read('unknown', 'x')).toBeUndefined()
})

test('a hostile `__proto__` is a key like any other: it stands in the projection and changes the digest', async () => {
  const document = written()
  const before = await digestOf(canonicalDocument(document))
  const record = new Y.Map<unknown>([['__proto__', 'x']])
  document.ydoc.getMap('form').set('__proto__', record)
  document.ydoc.getMap('__proto__').set('f9', new Y.Map<unknown>([['title', 'y']]))
  const text = JSON.stringify(canonicalDocument(document))
  expect(text).toContain('"__proto__":{"__proto__":"x"}')
  expect(text).toContain('"__proto__":{"f9":{"title":"y"}}')
  expect(await digestOf(canonicalDocument(document))).not.toBe(before)
})

test.each([
  ['a text that is only shortened', { cell: 'text', before: 'Nach BauO NRW', after: 'Nach BauO' }],
  ['a text that is emptied', { cell: 'text', before: 'Nach BauO NRW', after: '' }],
  ['a text of which nobody knows what stood there', { cell: 'text', before: undefined, after: 'Nach' }],
  ['a label that is taken off', { cell: 't:bau', before: 1, after: null }],
  ['a value that goes back to its default', { cell: 'title', before: 'Bauantrag', after: null }],
])('%s moves the clock: what is not in the journal yet is always seen', (_what, change) => {
  const document = written()
  const sum = () => [...document.clocks().values()].reduce((total, clock) => total + clock, 0)
  const before = sum()
  document.apply([{ document: home, type: 'form', id: 'f1', ...change }], stampAt(monday + 1))
  expect(sum()).toBeGreaterThan(before)
})

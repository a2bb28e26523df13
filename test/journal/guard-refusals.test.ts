import { describe, expect, test } from 'vitest'
import { joinBytes, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { guardUpdate } from '../../src/journal/guard.ts'
import { refusalOf } from './office.ts'
import {
  any,
  anyIn,
  binary,
  deleted,
  embed,
  format,
  honestStruct,
  inItem,
  inRoot,
  item,
  json,
  mapType,
  noDeletes,
  repeat,
  section,
  string,
  subdocument,
  type,
  u,
  update,
} from './hand-made-update.ts'
import { anna, annasClock, knows, mallory } from './team-at-work.ts'

describe('what else does not pass', () => {
  const one = (struct: Bytes) => update(section(mallory, 0, 1, struct))
  const list = (content: number, ...rest: Bytes[]) => joinBytes(u(item(content), 1, 'l'), ...rest)
  const deep = (levels: number) => Array.from({ length: levels }).reduce<unknown>(inner => [inner], 1)
  test.each<[string, Bytes, object]>([
    ['nothing', new Uint8Array(0), { because: 'update is undecodable' }],
    ['text', textBytes('kein Update'), { because: 'update is too large', what: 'clients' }],
    ['anything after the end', joinBytes(one(honestStruct), u(0)), { because: 'update is undecodable' }],
    [
      'one client in two sections',
      update(section(mallory, 0, 1, honestStruct), section(mallory, 1, 1, honestStruct)),
      { because: 'update is undecodable' },
    ],
    [
      'more than 2,000 structs behind a small first section',
      update(
        section(98, 0, 1, honestStruct),
        section(
          mallory,
          0,
          2_000,
          repeat(2_000, () => honestStruct),
        ),
      ),
      { because: 'update is too large', what: 'structs', got: 2_001 },
    ],
    [
      '4,001 delete ranges',
      joinBytes(
        u(0, 1, anna, 4_001),
        repeat(4_001, index => u(index % 100, 1)),
      ),
      { because: 'update is too large', what: 'deletes', got: 4_001 },
    ],
    [
      'a deleted stretch of 2^50',
      one(list(deleted, u(2 ** 50))),
      { because: 'update is too large', what: 'clocks', got: 2 ** 50 },
    ],
    ['an empty struct', one(list(deleted, u(0))), { because: 'struct is not allowed', what: 'empty' }],
    ['an empty deletion', u(0, 1, anna, 1, 0, 0), { because: 'struct is not allowed', what: 'empty' }],
    [
      'a clock used twice',
      update(section(anna, 0, 1, honestStruct)),
      { because: 'clock is wrong', client: anna, expected: annasClock, got: 0 },
    ],
    [
      'an origin nobody has',
      one(joinBytes(u(item(any, 'origin'), 98, 3, 1, { any: 1 }))),
      { because: 'dependency is missing', client: 98, clock: 3 },
    ],
    [
      'a right neighbour of Anna’s future',
      one(joinBytes(u(item(any, 'right'), anna, annasClock, 1, { any: 1 }))),
      { because: 'dependency is missing', client: anna, clock: annasClock },
    ],
    [
      'an item beside itself',
      one(joinBytes(u(item(any, 'right'), mallory, 0, 1, { any: 1 }))),
      { because: 'dependency is missing', client: mallory, clock: 0 },
    ],
    [
      'an item inside itself',
      one(mapType(inItem(mallory, 0), 'k')),
      { because: 'dependency is missing', client: mallory, clock: 0 },
    ],
    [
      'two that wait for each other',
      update(section(98, 0, 1, mapType(inItem(mallory, 0), 'k')), section(mallory, 0, 1, mapType(inItem(98, 0), 'k'))),
      { because: 'dependency is missing' },
    ],
    [
      'a deletion of what is not written yet',
      u(0, 1, anna, 1, annasClock, 1),
      { because: 'dependency is missing', client: anna, clock: annasClock },
    ],
    ['old JSON', one(list(json, u(1, '1'))), { because: 'struct is not allowed', what: 'content' }],
    ['bytes', one(list(binary, u(1, { byte: 7 }))), { because: 'struct is not allowed', what: 'content' }],
    ['an embedded object', one(list(embed, u('{}'))), { because: 'struct is not allowed', what: 'content' }],
    ['formatting', one(list(format, u('bold', 'true'))), { because: 'struct is not allowed', what: 'content' }],
    [
      'a document inside the document',
      one(list(subdocument, u('guid', { any: {} }))),
      { because: 'struct is not allowed', what: 'content' },
    ],
    ['an XML element', one(list(type, u(3, 'script'))), { because: 'struct is not allowed', what: 'content' }],
    ['a type of no kind', one(list(type, u(9))), { because: 'update is undecodable' }],
    ['a content of no kind', one(list(31)), { because: 'update is undecodable' }],
    ['a value nine deep', one(anyIn(inRoot('items'), 'k', deep(9))), { because: 'nesting is too deep' }],
    [
      'a value 20,000 deep',
      one(
        joinBytes(
          u(item(any, 'sub'), 1, 'items', 'k', 1),
          repeat(20_000, () => u({ byte: 117 }, 1)),
          u({ any: 0 }),
        ),
      ),
      {},
    ],
    [
      'four types in each other',
      update(
        section(
          mallory,
          0,
          4,
          repeat(4, index => mapType(index ? inItem(mallory, index - 1) : inRoot('items'), 'k')),
        ),
      ),
      { because: 'nesting is too deep' },
    ],
    [
      'three types in a card of yesterday',
      update(
        section(
          mallory,
          0,
          3,
          repeat(3, index => mapType(inItem(index ? mallory : anna, index ? index - 1 : 0), 'k')),
        ),
      ),
      { because: 'nesting is too deep' },
    ],
    [
      'types in each other, two clients taking turns',
      update(
        section(mallory, 0, 2, mapType(inRoot('items'), 'k'), mapType(inItem(98, 0), 'k')),
        section(98, 0, 2, mapType(inItem(mallory, 0), 'k'), mapType(inItem(mallory, 1), 'k')),
      ),
      { because: 'nesting is too deep' },
    ],
    [
      'a type that hides its place behind a new neighbour',
      update(section(mallory, 0, 2, anyIn(inRoot('items'), 'k', 1), u(item(type, 'origin'), mallory, 0, 1))),
      { because: 'nesting is too deep' },
    ],
  ])('%s', (_, bad, refusal) => {
    expect(refusalOf(guardUpdate(bad, knows(mallory, anna, 98)))).toMatchObject(refusal)
  })

  test('the heaviest that a member can sign within 64 KiB is weighed to an answer (measured: 20 ms), it neither hangs nor throws', () => {
    const heavy = [
      update(
        section(
          mallory,
          0,
          2_000,
          repeat(2_000, () => honestStruct),
        ),
      ),
      joinBytes(
        u(0, 1, anna, 4_000),
        repeat(4_000, index => u(index % annasClock, 1)),
      ),
      one(
        joinBytes(
          u(item(any, 'sub'), 1, 'items', 'k', 60_000),
          repeat(60_000, () => u({ byte: 126 })),
        ),
      ),
      joinBytes(
        u(1, 2_000, mallory, 0),
        repeat(2_000, () => u(item(string), 1, 't', 'x'.repeat(20))),
        noDeletes,
      ),
    ]
    expect(heavy.map(bytes => typeof guardUpdate(bytes, knows(mallory)).ok)).toEqual(heavy.map(() => 'boolean'))
  })
})

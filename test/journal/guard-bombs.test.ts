import { describe, expect, test } from 'vitest'
import { joinBytes, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { guardUpdate } from '../../src/journal/guard.ts'
import { refusalOf } from './office.ts'
import {
  any,
  anyIn,
  honestStruct,
  inItem,
  inRoot,
  item,
  mapType,
  noDeletes,
  repeat,
  section,
  string,
  u,
  update,
} from './hand-made-update.ts'
import { anna, annasClock, cardOf, knows, mallory, works } from './team-at-work.ts'

describe('the bombs of RELIABILITY 3.4 are refused', () => {
  const everyClient = (count: number, clock: number, struct: (index: number) => Bytes) =>
    joinBytes(
      u(count),
      repeat(count, index => joinBytes(u(1, 1000 + index, clock), struct(index))),
      noDeletes,
    )
  test.each<[string, Bytes, object]>([
    [
      'GC under the victim’s id, 14 bytes',
      update(section(anna, annasClock, 1, u({ byte: 0 }, Number.MAX_SAFE_INTEGER - 1))),
      { because: 'struct is not allowed', what: 'gc' },
    ],
    [
      'GC under the own id',
      update(section(mallory, 0, 1, u({ byte: 0 }, 1_000_000_000))),
      { because: 'struct is not allowed', what: 'gc' },
    ],
    [
      'Skip under the own id',
      update(section(mallory, 0, 1, u({ byte: 10 }, 1_000_000_000))),
      { because: 'struct is not allowed', what: 'skip' },
    ],
    [
      'a delete set over all clocks',
      u(0, 1, anna, 1, 0, Number.MAX_SAFE_INTEGER),
      { because: 'dependency is missing', client: anna, clock: Number.MAX_SAFE_INTEGER - 1 },
    ],
    [
      'a struct with clock 1e9',
      update(section(mallory, 1e9, 1, honestStruct)),
      { because: 'clock is wrong', client: mallory, expected: 0, got: 1e9 },
    ],
    [
      '20,000 pending clients',
      everyClient(20_000, 5, () => honestStruct),
      { because: 'update is too large', what: 'bytes' },
    ],
    [
      '3,000 pending clients in 64 KiB',
      everyClient(3_000, 5, () => honestStruct),
      { because: 'update is too large', what: 'clients', got: 3_000, cap: 16 },
    ],
    [
      '20,000 conflicting map sets',
      everyClient(20_000, 0, () => honestStruct),
      { because: 'update is too large', what: 'bytes' },
    ],
    [
      '200,000 clients',
      everyClient(200_000, 0, () => u(item(any), 1, 'l', 1, { any: 1 })),
      { because: 'update is too large', what: 'bytes' },
    ],
    [
      'types 10,000 deep',
      joinBytes(
        u(1, 10_000, mallory, 0),
        repeat(10_000, index => mapType(index ? inItem(mallory, index - 1) : inRoot('items'), 'k')),
        noDeletes,
      ),
      { because: 'update is too large' },
    ],
    [
      'types 1,500 deep',
      joinBytes(
        u(1, 1_500, mallory, 0),
        repeat(1_500, index => mapType(index ? inItem(mallory, index - 1) : inRoot('items'), 'k')),
        noDeletes,
      ),
      { because: 'nesting is too deep' },
    ],
    [
      'a 50 MB string',
      update(section(mallory, 0, 1, joinBytes(u(item(string), 1, 'text'), u('x'.repeat(5e7))))),
      { because: 'update is too large', what: 'bytes' },
    ],
    [
      '2^32 structs claimed',
      u(1, 2 ** 32, mallory, 0),
      { because: 'update is too large', what: 'structs', got: 2 ** 32, cap: caps.structs },
    ],
    [
      '2^32 structs claimed by the second client',
      joinBytes(u(2), section(mallory, 0, 1, honestStruct), u(2 ** 32, 98, 0)),
      { because: 'update is undecodable' },
    ],
    [
      'a string of length 1e9',
      joinBytes(u(1, 1, mallory, 0, item(string), 1, 'text', 1e9)),
      { because: 'update is undecodable' },
    ],
    [
      '1e8 values claimed',
      joinBytes(u(1, 1, mallory, 0, item(any), 1, 'l', 1e8)),
      { because: 'update is undecodable' },
    ],
    ['1e9 delete ranges claimed', u(0, 1, anna, 1e9), { because: 'update is undecodable' }],
    [
      '__proto__ as card key',
      update(section(mallory, 0, 1, mapType(inRoot('items'), '__proto__'))),
      { because: 'struct is not allowed', what: 'key' },
    ],
    [
      '__proto__ as root',
      update(section(mallory, 0, 1, anyIn(inRoot('__proto__'), 'k', 1))),
      { because: 'struct is not allowed', what: 'key' },
    ],
    [
      '__proto__ as a field inside a value',
      update(section(mallory, 0, 1, anyIn(inRoot('items'), 'k', [JSON.parse('{"__proto__":{"isAdmin":true}}')]))),
      { because: 'struct is not allowed', what: 'key' },
    ],
    [
      'a big integer',
      update(section(mallory, 0, 1, anyIn(inRoot('items'), 'k', 2n))),
      { because: 'struct is not allowed', what: 'content' },
    ],
    [
      'bytes inside a value',
      update(section(mallory, 0, 1, anyIn(inRoot('items'), 'k', [new Uint8Array(3)]))),
      { because: 'struct is not allowed', what: 'content' },
    ],
    [
      'the colleague’s hand',
      works(anna, doc => cardOf(doc, 'karte1').set('approved', true))[0] as Bytes,
      { because: 'author is foreign', client: anna },
    ],
  ])('%s', (_, bomb, refusal) => {
    const before = performance.now()
    expect(refusalOf(guardUpdate(bomb, knows(mallory)))).toMatchObject(refusal)
    expect(performance.now() - before).toBeLessThan(500)
  })
})

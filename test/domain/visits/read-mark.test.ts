import { describe, expect, test } from 'vitest'
import { markRead } from '../../../src/domain/visits/mark-read.ts'
import { furthest, readMark, readUpTo, type ReadHeads } from '../../../src/domain/visits/read-mark.ts'
import { memoryOffice } from '../../support/memory-office.ts'

const [bau, it] = ['team:bau#1', 'team:it#1'] as const

describe('what Anna has read', () => {
  test.each<readonly [string, ReadHeads, ReadHeads, ReadHeads]>([
    ['nothing yet', {}, {}, {}],
    ['one device further here, one there', { jana: 4, cem: 1 }, { jana: 2, cem: 7 }, { jana: 4, cem: 7 }],
    ['a device only one of them knows', { jana: 4 }, { cem: 7 }, { jana: 4, cem: 7 }],
  ])('%s: the further of both holds', (_, one, other, both) => {
    expect(furthest(one, other)).toEqual(both)
    expect(furthest(other, one)).toEqual(both)
  })

  test('is unknown until she has looked once, and then is what any of her devices has read', () => {
    const office = memoryOffice('anna')
    expect(readUpTo(office.view, bau)).toBeUndefined()
    office.run(markRead, { device: 'laptop', read: [{ of: bau, heads: { cem: 3 } }] })
    office.run(markRead, {
      device: 'phone',
      read: [
        { of: bau, heads: { cem: 2, doerte: 9 } },
        { of: it, heads: { cem: 1 } },
      ],
    })
    expect(readUpTo(office.view, bau)).toEqual({ cem: 3, doerte: 9 })
    expect(readUpTo(office.view, it)).toEqual({ cem: 1 })
  })

  test('never shrinks when a screen was drawn a while ago, and stays one record per device', () => {
    const office = memoryOffice('anna')
    for (const heads of [{ cem: 5 }, { cem: 3 }, { cem: 8 }])
      office.run(markRead, { device: 'laptop', read: [{ of: bau, heads }] })
    expect(readUpTo(office.view, bau)).toEqual({ cem: 8 })
    expect([...office.view.all(readMark.type)]).toMatchObject([{ document: 'person:anna#1', device: 'laptop' }])
  })

  test('what a broken device wrote in place of it counts as nothing read', () => {
    const office = memoryOffice('anna')
    office.run(markRead, { device: 'laptop', read: [{ of: bau, heads: { cem: 5 } }] })
    const [mark] = office.view.all(readMark.type)
    for (const after of ['alles', [1], { cem: 'viel' }]) {
      office.apply([{ document: 'person:anna#1', type: 'readMark', id: mark!.id, cell: 'heads', before: null, after }])
      expect(readUpTo(office.view, bau)).toEqual({})
    }
  })
})

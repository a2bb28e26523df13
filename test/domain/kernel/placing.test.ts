import { describe, expect, test } from 'vitest'
import { indexAt, placeAt, type Spot } from '../../../src/domain/kernel/placing.ts'
import { longestRank } from '../../../src/domain/kernel/rank.ts'
import { placeAmong, reorder } from '../../../src/domain/kernel/ranked.ts'
import { chance } from '../../support/memory-office.ts'

describe('a spot in a list', () => {
  test.each<[Spot, number]>([
    ['top', 0],
    ['bottom', 3],
    [{ after: 'form' }, 1],
    [{ before: 'letter' }, 1],
    [{ after: 'form', before: 'form' }, 1],
    [{ after: 'gone', before: 'stamp' }, 2],
    [{ after: 'gone', before: 'gone' }, 3],
    [{ after: null, before: null }, 3],
    [{}, 3],
  ])('%j is index %i', (spot, index) => expect(indexAt(['form', 'letter', 'stamp'], spot)).toBe(index))
})

/** The list as it is ordered after placing. */
const ordered = (ranks: Record<string, string>, index: number, count: number): readonly string[] => {
  const others = Object.keys(ranks)
  const placing = placeAt(others, id => ranks[id]!, { index, count }, chance(7))
  const all = {
    ...ranks,
    ...Object.fromEntries(placing.others),
    ...Object.fromEntries(placing.ranks.map((rank, at) => [`new${at}`, rank])),
  }
  return Object.keys(all).toSorted((one, other) => (all[one]! < all[other]! ? -1 : 1))
}

describe('newcomers stand exactly where they were put', () => {
  test.each<[string, Record<string, string>, number, number, readonly string[]]>([
    ['into nothing', {}, 0, 2, ['new0', 'new1']],
    ['nobody', { form: 'a1' }, 1, 0, ['form']],
    ['on top', { form: 'a1', letter: 'a2' }, 0, 1, ['new0', 'form', 'letter']],
    ['between', { form: 'a1', letter: 'a2' }, 1, 2, ['form', 'new0', 'new1', 'letter']],
    ['at the end', { form: 'a1', letter: 'a2' }, 2, 1, ['form', 'letter', 'new0']],
    ['between two of equal rank', { form: 'a1', letter: 'a1' }, 1, 1, ['form', 'new0', 'letter']],
    [
      'where ranks have grown too long',
      { form: `a1${'0'.repeat(longestRank)}1`, letter: `a1${'0'.repeat(longestRank)}2` },
      1,
      1,
      ['form', 'new0', 'letter'],
    ],
  ])('%s', (_where, ranks, index, count, order) => expect(ordered(ranks, index, count)).toEqual(order))

  test('the others keep their ranks while there is room', () => {
    const placing = placeAt(
      ['form', 'letter'],
      id => ({ form: 'a1', letter: 'a2' })[id]!,
      { index: 1, count: 1 },
      chance(7),
    )
    expect(placing.others.size).toBe(0)
  })
})

describe('records with a rank of their own', () => {
  type Line = { readonly id: string; readonly rank: string }
  const rerank = (record: Line, rank: string) =>
    rank === record.rank
      ? []
      : [{ document: 'team:bau#1', type: 'check', id: record.id, cell: 'rank', before: record.rank, after: rank }]
  const lines: readonly Line[] = [
    { id: 'form', rank: 'a1' },
    { id: 'letter', rank: 'a1' },
    { id: 'stamp', rank: 'a2' },
  ]
  const order = (changes: readonly { id: string; after: unknown }[]): readonly string[] => {
    const ranks = new Map<string, unknown>([
      ...lines.map(({ id, rank }) => [id, rank] as const),
      ...changes.map(({ id, after }) => [id, after] as const),
    ])
    return [...ranks.keys()].toSorted((one, other) => (String(ranks.get(one)) < String(ranks.get(other)) ? -1 : 1))
  }

  test('a newcomer at the end changes nobody', () => {
    expect(placeAmong(lines, { spot: 'bottom', count: 1 }, chance(7), rerank).changes).toEqual([])
  })
  test.each<[Spot, readonly string[]]>([
    ['top', ['stamp', 'form', 'letter']],
    [{ before: 'letter' }, ['form', 'stamp', 'letter']],
    [{ after: 'form' }, ['form', 'stamp', 'letter']],
  ])('the stamp moves to %j', (spot, expected) =>
    expect(order(reorder(lines, lines[2]!, spot, chance(7), rerank))).toEqual(expected),
  )
  test('what stands there already stays', () => {
    expect(reorder(lines, lines[2]!, 'bottom', chance(7), rerank)).toEqual([])
  })
})

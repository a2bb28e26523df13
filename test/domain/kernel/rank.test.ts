import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRank, longestRank, rankBetween, ranksBetween, type Rank } from '../../../src/domain/kernel/rank.ts'
import { chance } from '../../support/memory-office.ts'

const seed = 20261116
const anyRank = fc.stringMatching(/^[0-9A-Za-z]{0,40}[1-9A-Za-z]$/)

describe('a rank from another device is believed only when it looks like one', () => {
  test.each<[unknown, boolean]>([
    ['a0V', true],
    ['Zz5', true],
    ['7', true],
    ['', false],
    ['a0', false],
    ['a b', false],
    ['ä1', false],
    ['x'.repeat(256), true],
    ['x'.repeat(257), false],
    [17, false],
    [null, false],
    [undefined, false],
  ])('%j: %s', (value, believed) => expect(isRank(value)).toBe(believed))
})

describe('a new rank stands exactly where it was asked for', () => {
  test.each<[string, Rank | undefined, Rank | undefined]>([
    ['in an empty list', undefined, undefined],
    ['at the end', 'a0abcde', undefined],
    ['at the end of a full integer', 'azabcde', undefined],
    ['after the largest integer there is', `z${'z'.repeat(26)}abcde`, undefined],
    ['at the beginning', undefined, 'a0abcde'],
    ['before the first integer of a length', undefined, 'b00abcde'],
    ['before the smallest integer there is', undefined, `A${'0'.repeat(26)}abcde`],
    ['before what is shorter than its head promises', undefined, 'c1'],
    ['after what is shorter than its head promises', 'c1', undefined],
    ['before a digit', undefined, '1'],
    ['after a digit', '5', undefined],
    ['between digits', '1', '2'],
    ['between far integers', 'a0abcde', 'a9abcde'],
    ['between neighbouring integers', 'a0abcde', 'a1abcde'],
    ['between an integer and its successor without a fraction', 'a0abcde', 'a1'],
    ['within one integer', 'a0abcde', 'a0abcdf'],
    ['before a rank that begins with the other', 'a0V', 'a0V0001'],
    ['between a digit and a letter', '9', 'a0V'],
    ['across the step from capitals to small letters', 'Zzabcde', 'a0abcde'],
  ])('%s', (_where, low, high) => {
    const rank = rankBetween(low, high, chance(seed))
    expect(isRank(rank)).toBe(true)
    if (low !== undefined) expect(rank > low).toBe(true)
    if (high !== undefined) expect(rank < high).toBe(true)
  })

  test('between any two ranks, however strange', () => {
    fc.assert(
      fc.property(fc.option(anyRank, { nil: undefined }), fc.option(anyRank, { nil: undefined }), (one, other) => {
        const [low, high] = one !== undefined && other !== undefined && one > other ? [other, one] : [one, other]
        fc.pre(low === undefined || low !== high)
        const rank = rankBetween(low, high, chance(seed))
        expect(isRank(rank)).toBe(true)
        if (low !== undefined) expect(rank > low).toBe(true)
        if (high !== undefined) expect(rank < high).toBe(true)
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('with chance at its very ends', () => {
    for (const jitter of [() => 0, () => 1 - Number.EPSILON])
      for (const [low, high] of [
        [undefined, 'a0V'],
        ['a0V', 'a0V0001'],
        ['a0V', undefined],
      ] as const) {
        const rank = rankBetween(low, high, jitter)
        expect(isRank(rank)).toBe(true)
        expect((low ?? '') < rank && (high === undefined || rank < high)).toBe(true)
      }
  })

  test('equal or swapped neighbours, made by a merge, count as if the upper one were not there', () => {
    for (const high of ['a5abcde', 'a0abcde']) expect(rankBetween('a5abcde', high, chance(seed)) > 'a5abcde').toBe(true)
  })
})

describe('ranks stay short and apart', () => {
  test('a thousand cards at the end or on top lengthen no rank beyond eleven characters', () => {
    const jitter = chance(seed)
    let [top, bottom]: Rank[] = [rankBetween(undefined, undefined, jitter), rankBetween(undefined, undefined, jitter)]
    for (let card = 0; card < 1000; card++) {
      top = rankBetween(undefined, top, jitter)
      bottom = rankBetween(bottom, undefined, jitter)
      expect(Math.max(top.length, bottom!.length)).toBeLessThanOrEqual(11)
    }
  })

  test('two people who insert into the same gap ten thousand times never meet', () => {
    const [anna, ben] = [chance(1), chance(2)]
    for (let turn = 0; turn < 10_000; turn++)
      expect(rankBetween('a0abcde', 'a1abcde', anna)).not.toBe(rankBetween('a0abcde', 'a1abcde', ben))
  })

  test('always into the same gap: it grows beyond the longest rank, which is why columns are given fresh ones', () => {
    const jitter = chance(seed)
    let [rank, steps] = ['a1abcde', 0]
    for (; rank.length <= longestRank; steps++) rank = rankBetween('a0abcde', rank, jitter)
    expect(steps).toBeGreaterThan(40)
  })
})

describe('many ranks at once', () => {
  test.each([0, 1, 2, 7, 500])('%i pasted cards stand in order in each kind of gap', count => {
    for (const [low, high] of [
      [undefined, undefined],
      ['a0abcde', undefined],
      [undefined, 'a0abcde'],
      ['a0abcde', 'a0abcdf'],
    ] as const) {
      const ranks = ranksBetween(low, high, count, chance(seed))
      expect(ranks).toHaveLength(count)
      expect(ranks.toSorted()).toEqual(ranks)
      expect(new Set(ranks).size).toBe(count)
      for (const rank of ranks) expect((low ?? '') < rank && (high === undefined || rank < high)).toBe(true)
    }
  })

  test('fewer than none are none', () => expect(ranksBetween(undefined, undefined, -1, chance(1))).toEqual([]))
})

import { describe, expect, test } from 'vitest'
import { believable, believableAhead, nextStamp, stampAt, timeOf } from '../../../src/domain/kernel/stamp.ts'

const noon = Date.UTC(2026, 10, 16, 12)

describe('a stamp is a time and a counter in one number', () => {
  test.each([noon, Date.UTC(2024, 0, 1), noon + 1])('%i comes back', now => expect(timeOf(stampAt(now))).toBe(now))
  test('a clock before 2024 counts as the beginning of 2024', () => {
    expect(stampAt(Date.UTC(1999, 0, 1))).toBe(0)
  })
  test('parts of a millisecond fall away', () => expect(stampAt(noon + 0.7)).toBe(stampAt(noon)))
  test('it stays an exact number for centuries', () => {
    expect(Number.isSafeInteger(stampAt(Date.UTC(2400, 0, 1)))).toBe(true)
  })
})

describe('the next stamp is later than all that was seen', () => {
  test('the wall clock leads when it is ahead', () =>
    expect(nextStamp(stampAt(noon), noon + 10)).toBe(stampAt(noon + 10)))
  test('what was seen leads when the wall clock is behind', () => {
    expect(nextStamp(stampAt(noon), noon - 60_000)).toBe(stampAt(noon) + 1)
  })
  test('sixty-five edits in one millisecond borrow from the next one', () => {
    let stamp = stampAt(noon)
    for (let edit = 0; edit < 65; edit++) stamp = nextStamp(stamp, noon)
    expect(timeOf(stamp)).toBe(noon + 1)
  })
})

describe('a clock far ahead is not believed', () => {
  test.each([
    ['a minute ahead', 60_000, 60_000],
    ['exactly five minutes ahead', believableAhead, believableAhead],
    ['a year ahead', 365 * 86_400_000, believableAhead],
    ['behind', -60_000, -60_000],
  ])('%s', (_name, ahead, counted) => expect(believable(stampAt(noon + ahead), noon)).toBe(stampAt(noon + counted)))
})

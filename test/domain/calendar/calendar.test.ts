import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from '../../../src/domain/calendar/day.ts'
import { officeDay, startOfDay } from '../../../src/domain/calendar/office-day.ts'
import {
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  workingDayUntil,
} from '../../../src/domain/calendar/working-days.ts'

describe('days are counted on the calendar, not on the clock', () => {
  test.each([
    ['2026-11-16', 1, '2026-11-17'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2027-03-01', -1, '2027-02-28'],
    ['0050-01-01', 1, '0050-01-02'],
    ['9999-12-31', 5, '9999-12-31'],
    ['0000-01-01', -5, '0000-01-01'],
  ])('%s and %i days is %s', (day, count, other) => {
    expect(addDays(day, count)).toBe(other)
  })

  test.each([
    ['2026-11-16', '2026-11-16', 0],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-26', '2026-10-24', -2],
    ['2025-12-29', '2026-01-04', 6],
  ])('from %s to %s it is %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  test('Monday is 1, Sunday is 7', () => {
    expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekday)).toEqual([1, 6, 7])
  })
})

describe('an instant has its day where the administration is', () => {
  test.each([
    ['2026-11-16T22:59:59Z', '2026-11-16'],
    ['2026-11-16T23:00:00Z', '2026-11-17'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s is on %s', (instant, day) => {
    expect(officeDay(Date.parse(instant))).toBe(day)
  })

  test.each([
    ['2026-11-16', '2026-11-15T23:00:00Z'],
    ['2026-07-01', '2026-06-30T22:00:00Z'],
    ['2026-03-29', '2026-03-28T23:00:00Z'],
    ['2026-03-30', '2026-03-29T22:00:00Z'],
    ['2026-10-25', '2026-10-24T22:00:00Z'],
    ['2026-10-26', '2026-10-25T23:00:00Z'],
    ['2027-01-01', '2026-12-31T23:00:00Z'],
  ])('%s begins at %s', (day, instant) => {
    expect(startOfDay(day)).toBe(Date.parse(instant))
  })

  test('the day of the spring change has 23 hours, that of autumn 25', () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1)) - startOfDay(day)) / 3_600_000
    expect(['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26'].map(hours)).toEqual([24, 23, 25, 24])
  })

  test('whatever number a broken device wrote is some day', () => {
    expect([-5, Number.NaN].map(officeDay)).toEqual(['1970-01-01', '1970-01-01'])
    expect([8.64e15, 1e300, Infinity].map(officeDay)).toEqual(['9999-12-30', '9999-12-30', '9999-12-30'])
    expect(Number.isFinite(startOfDay('2026-99-99'))).toBe(true)
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-16', '2026-11-27', 10],
    ['2026-11-16', '2026-11-16', 1],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 2],
    ['2026-11-18', '2026-12-01', 10],
    ['2026-11-17', '2026-11-16', 0],
    ['2025-12-29', '2026-01-11', 10],
    ['2026-11-21', '2027-11-20', 260],
  ])('from %s to %s there are %i', (first, last, count) => {
    expect(workingDaysBetween(first, last)).toBe(count)
    const each = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
    expect(each.filter(isWorkingDay)).toHaveLength(count)
  })

  test('the nearest one forward and back', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(workingDayFrom)).toEqual([
      '2026-11-20',
      '2026-11-23',
      '2026-11-23',
    ])
    expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(workingDayUntil)).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-23',
    ])
  })
})

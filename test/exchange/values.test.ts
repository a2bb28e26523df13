import { describe, expect, it } from 'vitest'
import { guessDateOrder, parseMoment } from '../../src/exchange/parse-moment.ts'
import { guessDecimal, parseKind, parseNumber, parsePriority } from '../../src/exchange/parse-values.ts'

describe('dates as tables have them', () => {
  it.each([
    ['2026-11-20', '2026-11-20', '2026-11-19T23:00:00Z'],
    ['2026-11-20T09:41', '2026-11-20', '2026-11-20T08:41:00Z'],
    ['2020-06-25T12:44:10.123-0200', '2020-06-25', '2020-06-25T14:44:10Z'],
    ['2020-06-25T12:44:00Z', '2020-06-25', '2020-06-25T12:44:00Z'],
    ['2026/11/20', '2026-11-20', undefined],
    ['20.11.2026', '2026-11-20', undefined],
    ['1.2.26', '2026-02-01', undefined],
    ['20. 11. 2026', '2026-11-20', undefined],
    ['20.11.2026, 14:05 Uhr', '2026-11-20', '2026-11-20T13:05:00Z'],
    ['25/Jun/20 12:44', '2020-06-25', '2020-06-25T10:44:00Z'],
    ['12/Mar/24 9:41 AM', '2024-03-12', '2024-03-12T08:41:00Z'],
    ['12/Mär/24 9:41 PM', '2024-03-12', '2024-03-12T20:41:00Z'],
    ['12/März/24 9:41 nachm.', '2024-03-12', '2024-03-12T20:41:00Z'],
    ['12/Sept./24 12:05 a. m.', '2024-09-12', '2024-09-11T22:05:00Z'],
    ['12/Mar/24 9:41\u202FPM', '2024-03-12', '2024-03-12T20:41:00Z'],
    ['2/juil./24 09:41', '2024-07-02', '2024-07-02T07:41:00Z'],
    ['2/juin/24 09:41', '2024-06-02', '2024-06-02T07:41:00Z'],
    ['2/dic/24 09:41', '2024-12-02', '2024-12-02T08:41:00Z'],
    ['2/paź/24 09:41', '2024-10-02', '2024-10-02T07:41:00Z'],
    ['12.03.24 09:41', '2024-03-12', '2024-03-12T08:41:00Z'],
    ['2024-03-12 09:41:00.0', '2024-03-12', '2024-03-12T08:41:00Z'],
    ['12. März 2024', '2024-03-12', undefined],
    ['3-Dez-99', '1999-12-03', undefined],
    ['Okt 5, 2025', '2025-10-05', undefined],
    ['March 3rd, 2025', '2025-03-03', undefined],
    ['Tue, 12 Mar 2024 09:41:00 +0100', '2024-03-12', '2024-03-12T08:41:00Z'],
    ['Fr., 20. Nov. 2026', '2026-11-20', undefined],
    ['29.02.2024', '2024-02-29', undefined],
    ['03/04/2026', '2026-04-03', undefined],
  ])('%s', (text, day, instant) => {
    const moment = parseMoment(text, 'dayFirst')
    expect(moment?.day).toBe(day)
    if (instant) expect(new Date(moment!.instant).toISOString()).toBe(instant.replace('Z', '.000Z'))
  })

  it.each(['', 'bald', '30.02.2026', '29.02.2023', '2026-13-01', '12/Foo/24', '20.11.2026 25:00', '5'])(
    '%j is no date that exists',
    text => {
      expect(parseMoment(text, 'dayFirst')).toBeUndefined()
    },
  )

  it('reads slashes the way it is told', () => {
    expect(parseMoment('03/04/2026', 'monthFirst')?.day).toBe('2026-03-04')
    expect(parseMoment('03/14/2026', 'monthFirst')?.day).toBe('2026-03-14')
  })

  it.each([
    [['03/04/2026', '13/04/2026'], { order: 'dayFirst', has: true }],
    [['03/04/2026', '04/13/2026'], { order: 'monthFirst', has: true }],
    [['03/04/2026', ''], { order: undefined, has: true }],
    [['2026-03-04'], { order: undefined, has: false }],
  ])('%j → %j', (values, guess) => {
    expect(guessDateOrder(values)).toEqual(guess)
  })
})

describe('numbers as tables have them', () => {
  it.each([
    ['3,5', ',', 3.5],
    ['3.5', ',', 3.5],
    ['1.234,5', ',', 1234.5],
    ['1.000', ',', 1000],
    ['1.000', '.', 1],
    ['1,234.5', '.', 1234.5],
    ['1 000', ',', 1000],
    ['8', '.', 8],
    ['-2', ',', -2],
    ['acht', ',', undefined],
    ['', ',', undefined],
    ['1,2,3', ',', undefined],
  ] as const)('%s with %s', (text, decimal, number) => {
    expect(parseNumber(text, decimal)).toBe(number)
  })

  it('finds the sign of decimals', () => {
    expect([guessDecimal(['1', '2,5']), guessDecimal(['1', '2.5']), guessDecimal([])]).toEqual([',', '.', '.'])
  })
})

it('knows kinds and priorities of Jira and of German tables', () => {
  expect(['Höchste', 'Blocker', 'Hoch', ' medium ', 'gering', 'Trivial', '7'].map(parsePriority)).toEqual([
    'highest',
    'highest',
    'high',
    'medium',
    'low',
    'lowest',
    undefined,
  ])
  expect(['User Story', 'Fehler', 'Sub-task', 'Epic', 'Recherche', 'Access'].map(parseKind)).toEqual([
    'story',
    'bug',
    'task',
    'epic',
    'spike',
    undefined,
  ])
})

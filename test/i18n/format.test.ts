import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { createFormat, dayOf, daysBetween, shiftDay } from '../../src/i18n/format.ts'
import { loadMessages } from '../../src/i18n/messages.ts'

const noon = Date.parse('2026-11-20T11:00:00Z')

async function formatIn(language: 'de' | 'en', now = noon) {
  const messages = await loadMessages(language)
  const t = createTranslator({ locale: language, messages, namespace: 'format' })
  return createFormat({ language, t, now: () => now })
}

/** Intl separates with narrow and no-break spaces; people type ordinary ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('German', () => {
  it('writes days', async () => {
    const format = await formatIn('de')
    expect(format.day('2026-11-20')).toBe('Fr., 20. Nov.')
    expect(format.day('2027-03-01')).toBe('Mo., 1. März 2027')
    expect(format.dayLong('2026-11-20')).toBe('Freitag, 20. November 2026')
    expect(format.dayShort('2026-02-03')).toBe('03.02.2026')
    expect(format.week('2026-11-20')).toBe('KW 47')
    expect(format.week('2027-01-01')).toBe('KW 53')
    expect(format.range('2026-11-20', '2026-12-04')).toBe('20. Nov. bis 4. Dez.')
  })

  it.each([
    ['2026-11-20', 'heute', 'seit heute'],
    ['2026-11-19', 'gestern', 'seit gestern'],
    ['2026-11-17', 'vor 3 Tagen', 'seit 3 Tagen'],
    ['2026-11-21', 'morgen', 'seit heute'],
    ['2026-11-23', 'in 3 Tagen', 'seit heute'],
  ])('tells how far %s is', async (day, relative, since) => {
    const format = await formatIn('de')
    expect(format.relativeDay(day)).toBe(relative)
    expect(format.since(day)).toBe(since)
  })

  it('tells how long ago an instant is', async () => {
    const format = await formatIn('de')
    const minutes = (count: number) => noon - count * 60_000
    expect(format.ago(minutes(0.5))).toBe('gerade eben')
    expect(format.ago(minutes(1))).toBe('vor 1 Minute')
    expect(format.ago(minutes(150))).toBe('vor 2 Stunden')
    expect(format.ago(minutes(24 * 60))).toBe('gestern')
    expect(format.dateTime(noon)).toBe('Fr., 20. Nov., 12:00')
  })

  it('writes numbers', async () => {
    const format = await formatIn('de')
    expect(format.number(1234.56)).toBe('1.234,6')
    expect(plain(format.percent(0.85))).toBe('85 %')
    expect(plain(format.bytes(1_234_567))).toBe('1,2 MB')
    expect(plain(format.bytes(0))).toBe('0 Byte')
    expect(format.days(1)).toBe('1 Tag')
    expect(format.list(['Ada', 'Ben', 'Cem'])).toBe('Ada, Ben und Cem')
  })

  it('shows a day it cannot read as it was stored', async () => {
    const format = await formatIn('de')
    expect(format.day('demnächst')).toBe('demnächst')
    expect(format.relativeDay('')).toBe('')
  })
})

describe('English', () => {
  it('says the same in its own words', async () => {
    const format = await formatIn('en')
    expect(format.week('2026-11-20')).toBe('week 47')
    expect(format.relativeDay('2026-11-17')).toBe('3 days ago')
    expect(format.number(1234.5)).toBe('1,234.5')
  })
})

describe('calendar days', () => {
  it('are those of Berlin, wherever the device is', () => {
    expect(dayOf(Date.parse('2026-11-20T22:59:00Z'))).toBe('2026-11-20')
    expect(dayOf(Date.parse('2026-11-20T23:01:00Z'))).toBe('2026-11-21')
    expect(dayOf(Date.parse('2026-07-01T22:01:00Z'))).toBe('2026-07-02')
  })

  it('are counted across the change of summer time', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
    expect(shiftDay('2026-03-28', 2)).toBe('2026-03-30')
    expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31')
  })
})

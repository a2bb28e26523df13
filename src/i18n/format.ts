import { addDays, differenceInCalendarDays, getISOWeek, parseISO } from 'date-fns'
import type { Language } from './language.ts'
import type { Translate } from './use-t.ts'

/** Calendar days and clock times are those of the administration, wherever the device is. */
export const timeZone = 'Europe/Berlin'

const locales = { de: 'de-DE', en: 'en-GB' } as const

const minute = 60_000
const hour = 60 * minute

type Parts = Intl.DateTimeFormatOptions

const dayParts: Parts = { weekday: 'short', day: 'numeric', month: 'short' }
const dateParts: Parts = { day: 'numeric', month: 'short' }
const clockParts: Parts = { hour: '2-digit', minute: '2-digit' }

/** Making a formatter costs a hundred times more than using it. */
function kept<Options, Formatter>(
  make: (locale: string, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const known = new Map<string, Formatter>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    const format = known.get(key) ?? make(locale, options)
    known.set(key, format)
    return format
  }
}

const dateTimeFormat = kept((locale, options: Parts) => new Intl.DateTimeFormat(locale, options))
const numberFormat = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const listFormat = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))

const dateFormat = (language: Language, zone: string, parts: Parts): Intl.DateTimeFormat =>
  dateTimeFormat(locales[language], { ...parts, timeZone: zone })

/** The calendar day `YYYY-MM-DD` in Europe/Berlin at an instant (ms since 1970). */
export function dayOf(instant: number): string {
  const parts = dateFormat('en', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(part => part.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Whole calendar days from one day to another, both `YYYY-MM-DD`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}

/** The day `count` days after `day`, both `YYYY-MM-DD`. */
export function shiftDay(day: string, count: number): string {
  const shifted = addDays(parseISO(day), count)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${shifted.getFullYear()}-${two(shifted.getMonth() + 1)}-${two(shifted.getDate())}`
}

/** A calendar day has no time zone: it is shown as it stands. */
function asDate(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function isDay(day: string): boolean {
  return !Number.isNaN(asDate(day))
}

export type FormatOptions = {
  readonly language: Language
  readonly t: Translate<'format'>
  readonly now: () => number
}

export type Format = ReturnType<typeof createFormat>

/**
 * Writes days (`YYYY-MM-DD`), instants (ms since 1970, shown in Europe/Berlin) and numbers as people read them here.
 * A day that cannot be read is shown as it was stored.
 */
export function createFormat({ language, t, now }: FormatOptions) {
  const locale = locales[language]
  const today = () => dayOf(now())
  const write = (parts: Parts) => (day: string) =>
    isDay(day) ? dateFormat(language, 'UTC', withYear(day, today(), parts)).format(asDate(day)) : day
  const day = write(dayParts)
  const date = write(dateParts)
  const relativeDay = (day: string) => (isDay(day) ? sayRelative(t, daysBetween(today(), day)) : day)
  return {
    today,
    /** `Fr., 20. Nov.`, with the year when it is not this one. */
    day,
    /** `20. Nov.` */
    date,
    /** `Freitag, 20. November 2026` */
    dayLong: (day: string) =>
      isDay(day) ? dateFormat(language, 'UTC', { dateStyle: 'full' }).format(asDate(day)) : day,
    /** `20.11.2026`, for tables. */
    dayShort: (day: string) =>
      isDay(day)
        ? dateFormat(language, 'UTC', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(asDate(day))
        : day,
    /** `KW 47` */
    week: (day: string) => (isDay(day) ? t('week', { week: getISOWeek(parseISO(day)) }) : day),
    /** `20. Nov. bis 4. Dez.` */
    range: (from: string, to: string) => t('range', { from: date(from), to: date(to) }),
    /** `heute`, `morgen`, `in 3 Tagen`, `vor 3 Tagen` */
    relativeDay,
    /** `seit heute`, `seit gestern`, `seit 3 Tagen`; takes a day or an instant. */
    since: (start: string | number) =>
      saySince(t, daysBetween(typeof start === 'string' ? start : dayOf(start), today())),
    /** `3 Tage` */
    days: (count: number) => t('days', { days: count }),
    /** `14:05` */
    time: (instant: number) => dateFormat(language, timeZone, clockParts).format(instant),
    /** `Fr., 20. Nov., 14:05` */
    dateTime: (instant: number) =>
      `${day(dayOf(instant))}, ${dateFormat(language, timeZone, clockParts).format(instant)}`,
    /** `gerade eben`, `vor 5 Minuten`, `vor 3 Stunden`, then as a day. */
    ago: (instant: number) => sayAgo(t, now() - instant) ?? relativeDay(dayOf(instant)),
    /** `1.234,5`; at most `digits` decimal places. */
    number: (value: number, digits = 1) => numberFormat(locale, { maximumFractionDigits: digits }).format(value),
    /** `85 %`, from a share between 0 and 1. */
    percent: (share: number) => numberFormat(locale, { style: 'percent' }).format(share),
    /** `1,2 MB`, from bytes. */
    bytes: (count: number) => sayBytes(locale, count),
    /** `Ada, Ben und Cem` */
    list: (items: readonly string[]) => listFormat(locale, { type: 'conjunction' }).format(items),
  }
}

function withYear(day: string, today: string, parts: Parts): Parts {
  return day.slice(0, 4) === today.slice(0, 4) ? parts : { ...parts, year: 'numeric' }
}

function sayRelative(t: Translate<'format'>, days: number): string {
  if (days === 0) return t('today')
  if (days === 1) return t('tomorrow')
  if (days === -1) return t('yesterday')
  return days > 0 ? t('inDays', { days }) : t('daysAgo', { days: -days })
}

function saySince(t: Translate<'format'>, days: number): string {
  if (days <= 0) return t('sinceToday')
  return days === 1 ? t('sinceYesterday') : t('sinceDays', { days })
}

function sayAgo(t: Translate<'format'>, elapsed: number): string | undefined {
  if (elapsed < minute) return t('justNow')
  if (elapsed < hour) return t('minutesAgo', { minutes: Math.floor(elapsed / minute) })
  return elapsed < 8 * hour ? t('hoursAgo', { hours: Math.floor(elapsed / hour) }) : undefined
}

function sayBytes(locale: string, count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3))
  const unit = units[step] ?? 'byte'
  const unitDisplay = step === 0 ? 'long' : 'short'
  return numberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(
    count / 1000 ** step,
  )
}

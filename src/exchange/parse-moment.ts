import { startOfDay } from '../domain/calendar/office-day.ts'
import type { DateOrder } from '../domain/intake/table.ts'
import { isDay, type Day } from '../domain/kernel/day.ts'

/** A point in time as a table has it. The day is the one that is written there, whatever the zone. */
export type Moment = Readonly<{
  day: Day
  /** Milliseconds UTC; a time without a zone is that of the office, a day without a time its first instant. */
  instant: number
}>

/**
 * The beginnings by which months are known: Jira writes them in the language of who exports. German, English, French, Spanish,
 * Italian, Dutch, Danish, Portuguese, Polish. Longer beginnings come first: `juil` is not `juin`.
 */
const monthNames =
  'jan ene gen sty|feb fév fev lut|mar mär mae mrz mrt maa|apr avr abr kwi|may mai mei mag maj|jun juin giu cze|jul juil lug lip|' +
  'aug aoû aou ago sie|sep set wrz|oct okt ott out paź|nov lis|dec dez déc dic gru'
const months = monthNames
  .split('|')
  .flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const))
  .toSorted(([one], [other]) => other.length - one.length)

const year = String.raw`(?<year>\d{4}|\d{2})`
const weekday = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`
const clock = String.raw`(?:[,T]?\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[AP]\.?\s?M\.?|vorm\.|nachm\.)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*Uhr)?)?`
const pattern = (date: string): RegExp => new RegExp(`^${weekday}${date}${clock}$`, 'iu')

const patterns: readonly RegExp[] = [
  pattern(String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`),
  pattern(String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?${year}`),
  pattern(String.raw`(?<day>\d{1,2})[-/. ]{1,2}(?<name>\p{L}{3,9})\.?[-/ ,]{1,2}${year}`),
  pattern(String.raw`(?<name>\p{L}{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s${year}`),
]
const slashes = pattern(String.raw`(?<one>\d{1,2})[/-](?<two>\d{1,2})[/-]${year}`)

type Groups = { readonly [name: string]: string | undefined }

/** Two digits mean the years 1970 to 2069, as in POSIX `strptime`. */
const fullYear = (text: string): number => {
  const number = Number(text)
  return text.length === 4 ? number : number < 70 ? 2000 + number : 1900 + number
}

const monthOf = ({ month, name = '' }: Groups): number => {
  if (month !== undefined) return Number(month)
  const low = name.toLocaleLowerCase('de')
  return months.find(([beginning]) => low.startsWith(beginning))?.[1] ?? 0
}

const millisecondsOf = ({ hour, minute, second, half }: Groups): number => {
  const twelve = half === undefined ? Number(hour ?? 0) : (Number(hour ?? 0) % 12) + (/^[pn]/i.test(half) ? 12 : 0)
  return ((twelve * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0)) * 1000
}

const offsetOf = (zone: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

const starts = new Map<Day, number>()
/** A table names few days, often; asking the calendar each time costs more than all other reading (measured). */
const startOf = (day: Day): number => {
  const start = starts.get(day) ?? startOfDay(day)
  if (starts.size < 10_000) starts.set(day, start)
  return start
}

const momentOf = (groups: Groups): Moment | undefined => {
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = `${fullYear(groups['year'] ?? '')}-${two(monthOf(groups))}-${two(Number(groups['day']))}`
  const time = millisecondsOf(groups)
  if (!isDay(day) || time >= 86_400_000) return undefined
  const { zone } = groups
  const instant = zone === undefined ? startOf(day) + time : Date.parse(`${day}T00:00:00Z`) + time - offsetOf(zone)
  return { day, instant }
}

/**
 * Reads a date, with or without a time: ISO 8601, `31.12.2026`, `31/Dez/26 9:41 PM`, `Dec 31, 2026`, RFC 822, month names in nine
 * languages. Days with slashes are read in the given order. Undefined: not a date that exists.
 */
export const parseMoment = (text: string, order: DateOrder): Moment | undefined => {
  const trimmed = text.trim()
  const numeric = slashes.exec(trimmed)?.groups
  if (numeric) {
    const [day, month] = order === 'dayFirst' ? [numeric['one'], numeric['two']] : [numeric['two'], numeric['one']]
    return momentOf({ ...numeric, day, month })
  }
  for (const known of patterns) {
    const groups = known.exec(trimmed)?.groups
    if (groups) return momentOf(groups)
  }
  return undefined
}

/** Which way round days with slashes are, from all values: undefined when none tells. `has`: there are such days at all. */
export const guessDateOrder = (
  values: Iterable<string>,
): { readonly order: DateOrder | undefined; readonly has: boolean } => {
  let has = false
  for (const value of values) {
    const groups = slashes.exec(value.trim())?.groups
    if (!groups) continue
    has = true
    if (Number(groups['one']) > 12) return { order: 'dayFirst', has }
    if (Number(groups['two']) > 12) return { order: 'monthFirst', has }
  }
  return { order: undefined, has }
}

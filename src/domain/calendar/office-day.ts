import type { Day } from '../kernel/day.ts'

/** Figures have to be the same on every device, wherever it is: days begin and end where the administration is. */
export const officeTimeZone = 'Europe/Berlin'

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: officeTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

const latest = Date.UTC(9999, 11, 30)

/** A broken device may write any number; days outside the years 1970 to 9999 are shown as the nearest day inside. */
const believable = (instant: number): number => (Number.isNaN(instant) ? 0 : Math.min(Math.max(instant, 0), latest))

/** What clocks on the wall show, written as if it were UTC, in milliseconds. */
const wallTime = (instant: number): number => {
  const part = new Map(wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const at = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) as number
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
}

/** The calendar day of an instant. In: milliseconds UTC. Out: the day in Europe/Berlin. */
export const officeDay = (instant: number): Day => new Date(wallTime(believable(instant))).toISOString().slice(0, 10)

/**
 * The first instant of a day in Europe/Berlin, milliseconds UTC. The clock changes at 01:00 UTC (directive 2000/84/EC), never
 * between local midnight and 00:00 UTC, so the offset at 00:00 UTC is the offset at local midnight.
 */
export const startOfDay = (day: Day): number => {
  const midnight = believable(Date.parse(day))
  return midnight - (wallTime(midnight) - midnight)
}

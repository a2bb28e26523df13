import type { Day } from '../kernel/day.ts'

const dayLength = 86_400_000

/** Days are counted in UTC, where every day has 24 hours; no clock change can bend the arithmetic. */
const instantOf = (day: Day): number => {
  const instant = new Date(0)
  return instant.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
}

const dayFrom = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)

/** The day `count` days later; earlier when it is negative. Out: stays within the years 0000 to 9999. */
export const addDays = (day: Day, count: number): Day =>
  dayFrom(Math.min(Math.max(instantOf(day) + count * dayLength, instantOf('0000-01-01')), instantOf('9999-12-31')))

/** How many days from one to the other: 0 on the same day, negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((instantOf(to) - instantOf(from)) / dayLength)

/** ISO 8601: 1 Monday to 7 Sunday. */
export const weekday = (day: Day): number => new Date(instantOf(day)).getUTCDay() || 7

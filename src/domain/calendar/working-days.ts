import type { Day } from '../kernel/day.ts'
import { addDays, daysBetween, weekday } from './day.ts'

/** Monday to Friday. Public holidays are not known yet. */
export const isWorkingDay = (day: Day): boolean => weekday(day) <= 5

/** The day itself when people work on it, else the next one on which they do. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : addDays(day, 8 - weekday(day)))

/** The day itself when people work on it, else the last one before on which they did. */
export const workingDayUntil = (day: Day): Day => (isWorkingDay(day) ? day : addDays(day, 5 - weekday(day)))

/** How many working days lie between two days, both included; 0 when the last is before the first. */
export const workingDaysBetween = (first: Day, last: Day): number => {
  const days = daysBetween(first, last) + 1
  if (days <= 0) return 0
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(last, -index))
  return Math.floor(days / 7) * 5 + rest.filter(isWorkingDay).length
}

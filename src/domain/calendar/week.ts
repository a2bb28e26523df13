import type { Day } from '../kernel/day.ts'
import { addDays, daysBetween, weekday } from './day.ts'

export type Week = Readonly<{ year: number; week: number }>

/**
 * The calendar week of a day. ISO 8601: weeks begin on Monday, and a week belongs to the year its Thursday lies in; so the 1st of
 * January can stand in week 52 or 53 of the year before.
 */
export const isoWeek = (day: Day): Week => {
  const thursday = addDays(day, 4 - weekday(day))
  const year = Number(thursday.slice(0, 4))
  return { year, week: 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) }
}

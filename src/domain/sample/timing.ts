import { addDays } from '../calendar/day.ts'
import { startOfDay } from '../calendar/office-day.ts'
import { isWorkingDay, workingDayFrom, workingDayUntil } from '../calendar/working-days.ts'
import type { Day } from '../kernel/day.ts'

const hour = 3_600_000
const sprintLength = 14
const sprintHasRun = 7

/** The working day that lies `count` working days after a day, before it when negative; 0 is the day itself. */
export const workingDayAfter = (day: Day, count: number): Day => {
  const step = Math.sign(count)
  let [found, left] = [day, Math.abs(count)]
  while (left > 0) {
    found = addDays(found, step)
    if (isWorkingDay(found)) left--
  }
  return found
}

/** An instant in the office hours of a day. In: the hour, 8.5 for half past eight. Out: milliseconds UTC. */
export const atHour = (day: Day, hours: number): number => startOfDay(day) + Math.round(hours * hour)

/** An hour between 8:15 and 14:15 that is another one for each number. */
export const someHour = (number: number): number => 8.25 + ((number * 7) % 25) / 4

/** First and last day of the sprint that lies `distance` sprints away from the running one, which began a week before today. */
export const sprintDays = (today: Day, distance: number): { readonly start: Day; readonly end: Day } => {
  const first = addDays(workingDayFrom(addDays(today, -sprintHasRun)), distance * sprintLength)
  return { start: first, end: workingDayUntil(addDays(first, sprintLength - 1)) }
}

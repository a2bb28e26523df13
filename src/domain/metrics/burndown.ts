import { addDays, daysBetween } from '../calendar/day.ts'
import { officeDay, startOfDay } from '../calendar/office-day.ts'
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts'
import type { Day } from '../kernel/day.ts'
import { records, type View } from '../kernel/view.ts'
import { longestSprint } from '../scrum/plan-sprint.ts'
import type { Sprint } from '../scrum/sprint.ts'
import { item } from '../work/item.ts'
import { timelineOf, valueAt, type ItemTimeline } from './item-timeline.ts'
import type { Unit } from './velocity.ts'

/** What is in the sprint and what of it is still to be done, in the burndown's unit. */
export type Work = Readonly<{ scope: number; remaining: number }>

/** A day at its end; the running day as it stands now; a coming one (`work` undefined) only with its ideal. */
export type BurndownDay = Readonly<{ day: Day; isWorkingDay: boolean; ideal: number; work: Work | undefined }>

export type Burndown = Readonly<{
  unit: Unit
  /** When the sprint was started, before its first day's work. */
  start: Work
  days: readonly BurndownDay[]
  /** The newest day that is known: today, or the last day of a sprint that is over. */
  latest: BurndownDay | undefined
}>

type Sample = Readonly<{ members: number; done: number }>

/**
 * The burndown of a sprint (Schwaber, Agile Project Management with Scrum, 2004): remaining work at the end of each calendar day in
 * Europe/Berlin, the scope beside it, and an ideal line that falls from the start to zero over the working days. It is folded from
 * the history of every item that was ever in the sprint, so it is the same on every device. In: the sprint, now (milliseconds UTC).
 * Out: undefined while the sprint has no days.
 */
export const burndown = (view: View, sprint: Sprint, now: number): Burndown | undefined => {
  const span = spanOf(sprint, now)
  if (!span) return undefined
  const timelines = itemsEverIn(view, sprint).map(record => timelineOf(view, record))
  const until = Math.min(sprint.closedAt ?? now, now)
  const began = Math.min(sprint.startedAt ?? until, until)
  const unit: Unit = timelines.some(({ estimate }) => estimate.some(({ value }) => value !== null)) ? 'points' : 'items'
  const workAt = (at: number) => workOf(timelines, sprint.id, sampleAt(at, sprint), unit)
  const start = workAt(began)
  const ideal = idealLine(start.remaining, span)
  const days = daysOf(span).map(day => {
    const end = Math.min(startOfDay(addDays(day, 1)) - 1, until)
    const isKnown = sprint.startedAt !== null && startOfDay(day) <= until
    return {
      day,
      isWorkingDay: isWorkingDay(day),
      ideal: ideal(day),
      work: isKnown ? workAt(Math.max(end, began)) : undefined,
    }
  })
  return { unit, start, days, latest: days.findLast(({ work }) => work !== undefined) }
}

type Span = Readonly<{ first: Day; end: Day; last: Day }>

/** From the first planned day, or the day it was started if that came earlier, to the last planned day, or the day it really ended. */
const spanOf = ({ start, end, startedAt, closedAt }: Sprint, now: number): Span | undefined => {
  const started = startedAt === null ? undefined : officeDay(startedAt)
  const first = [start, started].filter(day => typeof day === 'string').sort()[0]
  if (first === undefined || end === null || end < first) return undefined
  const ended = started === undefined ? end : officeDay(closedAt ?? now)
  const last = ended > end ? ended : end
  return { first, end, last: daysBetween(first, last) < longestSprint ? last : addDays(first, longestSprint - 1) }
}

const daysOf = ({ first, last }: Span): readonly Day[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))

/** Falls evenly over the working days, over all days when there is none among them; zero after the planned end. */
const idealLine = (from: number, { first, end }: Span): ((day: Day) => number) => {
  const workingDays = workingDaysBetween(first, end)
  const passed = (day: Day): number =>
    workingDays > 0
      ? workingDaysBetween(first, day) / workingDays
      : (daysBetween(first, day) + 1) / (daysBetween(first, end) + 1)
  return day => (day >= end ? 0 : from * (1 - passed(day)))
}

/** Deleted items count until they were deleted; they stand in no index but the bin. */
const itemsEverIn = (view: View, { id, document }: Sprint) => [
  ...records(view, item, 'everInSprint', id),
  ...records(view, item, 'bin', document).filter(
    ({ sprint, history }) => sprint === id || history.some(({ kind, value }) => kind === 'sprint' && value === id),
  ),
]

/** The close itself takes unfinished items out of the sprint and counts those done that were decided to be. */
const sampleAt = (at: number, { closedAt }: Sprint): Sample => ({ members: at === closedAt ? at - 1 : at, done: at })

const workOf = (timelines: readonly ItemTimeline[], sprint: string, at: Sample, unit: Unit): Work => {
  const members = timelines.filter(
    timeline => timeline.endsAt > at.members && valueAt(timeline.sprint, at.members) === sprint,
  )
  const weigh = (list: readonly ItemTimeline[]): number =>
    unit === 'items' ? list.length : list.reduce((sum, { estimate }) => sum + (valueAt(estimate, at.members) ?? 0), 0)
  const open = members.filter(({ category }) => valueAt(category, at.done) !== 'done')
  return { scope: weigh(members), remaining: weigh(open) }
}

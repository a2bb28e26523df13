import type { DocumentName } from '../kernel/record.ts'
import type { View } from '../kernel/view.ts'
import type { Item } from '../work/item.ts'
import type { Sprint } from '../scrum/sprint.ts'
import { itemsOfSprint, pointsOf, sprintsIn } from '../scrum/sprints.ts'

/** What a team counts in: story points, or items when it does not estimate. */
export type Unit = 'points' | 'items'

/** What a closed sprint planned and finished. Of the team, never of a person. */
export type SprintResult = Readonly<{
  sprint: string
  planned: Readonly<Record<Unit, number>>
  done: Readonly<Record<Unit, number>>
}>

/** The results of a team's closed sprints in the order in which they were closed; cancelled ones do not count. */
export const velocity = (view: View, document: DocumentName): readonly SprintResult[] =>
  sprintsIn(view, document, 'closed')
    .toSorted((one, other) => (one.closedAt ?? 0) - (other.closedAt ?? 0))
    .map(({ id, plannedPoints, plannedItems, donePoints, doneItems }) => ({
      sprint: id,
      planned: { points: plannedPoints ?? 0, items: plannedItems ?? 0 },
      done: { points: donePoints ?? 0, items: doneItems ?? 0 },
    }))

/** How many sprints the mean looks back on. */
export const sprintsInMean = 3

/**
 * The mean of the last three results ("yesterday's weather": Cohn, Agile Estimating and Planning, 2005, ch. 16), to one decimal.
 * Undefined when nothing was closed yet.
 */
export const meanVelocity = (results: readonly SprintResult[], unit: Unit): number | undefined => {
  const last = results.slice(-sprintsInMean)
  if (last.length === 0) return undefined
  return oneDecimal(last.reduce((sum, { done }) => sum + done[unit], 0) / last.length)
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** Points when anything in question is estimated or the last results hold points, else items. */
export const unitFor = (results: readonly SprintResult[], items: readonly Item[]): Unit =>
  items.some(({ estimate }) => estimate !== null) || results.slice(-sprintsInMean).some(({ done }) => done.points > 0)
    ? 'points'
    : 'items'

/** How a plan compares with the mean: it fits, it is over by so much, or there is nothing to compare with. */
export type Fit = Readonly<{ is: 'fits' } | { is: 'over'; by: number; mean: number } | { is: 'unknown' }>

/** How a plan compares with what the team managed so far. In: two sums of one unit, points or items; no mean while nothing was closed. */
export const fitOf = (planned: number, mean: number | undefined): Fit => {
  if (mean === undefined) return { is: 'unknown' }
  const by = oneDecimal(planned - mean)
  return by > 0 ? { is: 'over', by, mean } : { is: 'fits' }
}

export type SprintLoad = Readonly<{ unit: Unit; planned: number; mean: number | undefined; fit: Fit }>

/** The bar of the planning screen: what is in the sprint beside the mean of the last three. */
export const sprintLoad = (view: View, record: Sprint): SprintLoad => {
  const [results, items] = [velocity(view, record.document), itemsOfSprint(view, record.id)]
  const unit = unitFor(results, items)
  const planned = unit === 'points' ? pointsOf(items) : items.length
  const mean = meanVelocity(results, unit)
  return { unit, planned, mean, fit: fitOf(planned, mean) }
}

/**
 * Where the backlog's line "the next sprint fits up to here" is drawn. In: the backlog's items from the top. Out: how many of them
 * fit below the mean together; undefined when nothing was closed yet. Items without an estimate weigh nothing.
 */
export const fittingCount = (results: readonly SprintResult[], items: readonly Item[]): number | undefined => {
  const unit = unitFor(results, items)
  const mean = meanVelocity(results, unit)
  if (mean === undefined) return undefined
  let sum = 0
  const over = items.findIndex(({ estimate }) => (sum += unit === 'points' ? (estimate ?? 0) : 1) > mean)
  return over < 0 ? items.length : over
}

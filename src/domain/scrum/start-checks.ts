import type { Day } from '../kernel/day.ts'
import { teamOfDocument } from '../kernel/record.ts'
import { live, type View } from '../kernel/view.ts'
import { sprintLoad, type Unit } from '../metrics/velocity.ts'
import { roleFindings, type RoleFinding } from '../people/role-findings.ts'
import { team } from '../people/team.ts'
import type { Sprint } from './sprint.ts'
import { itemsOfSprint } from './sprints.ts'

/** What a team should know before it starts a sprint. It is told and never refused. */
export type StartFinding =
  | Readonly<{ finding: 'goalIsMissing' }>
  | Readonly<{ finding: 'daysAreMissing' }>
  | Readonly<{ finding: 'sprintIsEmpty' }>
  | Readonly<{ finding: 'itemsAreUnestimated'; items: readonly string[] }>
  | Readonly<{ finding: 'sprintIsOverMean'; planned: number; mean: number; by: number; unit: Unit }>
  | Readonly<{ finding: 'startIsPast'; start: Day }>
  | Readonly<{ finding: 'startIsAhead'; start: Day }>
  | Readonly<{ finding: 'endIsPast'; end: Day }>
  | RoleFinding

/**
 * The check list at the foot of sprint planning: an empty list means that nothing is missing. In: a planned sprint and today. Items
 * without an estimate are told of only where the team estimates at all.
 */
export const startChecks = (view: View, sprint: Sprint, today: Day): readonly StartFinding[] => {
  const home = live(view, team, teamOfDocument(sprint.document))
  return [
    ...(sprint.goal === '' ? [{ finding: 'goalIsMissing' } as const] : []),
    ...dayFindings(sprint, today),
    ...scopeFindings(view, sprint),
    ...(home ? roleFindings(view, home) : []),
  ]
}

const dayFindings = ({ start, end }: Sprint, today: Day): readonly StartFinding[] => {
  if (start === null || end === null) return [{ finding: 'daysAreMissing' }]
  if (end < today) return [{ finding: 'endIsPast', end }]
  if (start === today) return []
  return [{ finding: start < today ? 'startIsPast' : 'startIsAhead', start }]
}

const scopeFindings = (view: View, sprint: Sprint): readonly StartFinding[] => {
  const items = itemsOfSprint(view, sprint.id)
  if (items.length === 0) return [{ finding: 'sprintIsEmpty' }]
  const { unit, planned, fit } = sprintLoad(view, sprint)
  const unestimated = unit === 'points' ? items.filter(({ estimate }) => estimate === null).map(({ id }) => id) : []
  return [
    ...(unestimated.length > 0 ? [{ finding: 'itemsAreUnestimated', items: unestimated } as const] : []),
    ...(fit.is === 'over' ? [{ finding: 'sprintIsOverMean', planned, mean: fit.mean, by: fit.by, unit } as const] : []),
  ]
}

import { daysBetween } from '../calendar/day.ts'
import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { isDay, type Day } from '../kernel/day.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import type { DocumentName } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { documentOfTeam, team } from '../people/team.ts'
import type { ScrumRefusal } from './refusal.ts'
import { longestGoal, longestSprintName, sprint } from './sprint.ts'
import { isOver } from './sprints.ts'

/** No sprint is longer than a year; a mistyped year is caught here. */
export const longestSprint = 366

/** First and last day are both included; days may still be open while a sprint is planned. */
export type SprintPlan = Readonly<{ name: string; goal?: string; start?: Day | null; end?: Day | null }>

const refusalOf = ({ name, goal = '', start = null, end = null }: SprintPlan): ScrumRefusal | undefined => {
  const refusal = lineRefusal(name, longestSprintName)
  if (refusal) return refusal
  if (oneLine(goal).length > longestGoal) return { because: 'textIsTooLong', longest: longestGoal }
  return daysRefusal(start, end)
}

const daysRefusal = (start: Day | null, end: Day | null): ScrumRefusal | undefined => {
  if ([start, end].some(day => day !== null && !isDay(day))) return { because: 'dayIsUnfit' }
  if (start === null || end === null) return undefined
  if (end < start) return { because: 'sprintEndsBeforeStart' }
  return daysBetween(start, end) < longestSprint ? undefined : { because: 'sprintIsTooLong', longest: longestSprint }
}

/** A new planned sprint under the id given, for commands that make one on their way. */
export const newSprint = (
  at: { readonly document: DocumentName; readonly id: string },
  plan: SprintPlan,
  context: RuleContext,
): Result<readonly Change[], ScrumRefusal> => {
  const refusal = refusalOf(plan)
  if (refusal) return refuse(refusal)
  const { goal = '', start = null, end = null } = plan
  return ok(create(sprint, at, { name: oneLine(plan.name), goal: oneLine(goal), start, end }, context))
}

/** Plans a sprint of a team. Refuses an empty or too long name, days that do not exist, an end before the start, more than a year. */
export const planSprint = defineCommand('planSprint', (view, args: SprintPlan & { readonly team: string }, context) => {
  const record = live(view, team, args.team)
  if (!record) return refuse<ScrumRefusal>({ because: 'teamIsGone' })
  return newSprint({ document: documentOfTeam(record), id: context.newId() }, args, context)
})

/** Changes name, goal or days; what is left out stays. Refuses what planning refuses, and sprints that are over. */
export const editSprint = defineCommand(
  'editSprint',
  (view, args: Partial<SprintPlan> & { readonly sprint: string }): Result<readonly Change[], ScrumRefusal> => {
    const record = live(view, sprint, args.sprint)
    if (!record) return refuse({ because: 'sprintIsGone' })
    if (isOver(record.state)) return refuse({ because: 'sprintIsOver', state: record.state })
    const { name = record.name, goal = record.goal, start = record.start, end = record.end } = args
    const refusal = refusalOf({ name, goal, start, end })
    if (refusal) return refuse(refusal)
    return ok(edit(sprint, record, { name: oneLine(name), goal: oneLine(goal), start, end }))
  },
)

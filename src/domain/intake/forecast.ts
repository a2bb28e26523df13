import { comment } from '../discussion/comment.ts'
import { isCreation } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import type { ImportChoices } from './choices.ts'
import type { ImportPlan, PlanItem } from './plan.ts'
import { sift } from './sift.ts'

/** What an import would do, in numbers. */
export type Forecast = Readonly<{
  fresh: number
  binned: number
  /** Here already and brought up to date. */
  updated: number
  /** Here already and left as they are. */
  untouched: number
  leftOut: readonly PlanItem[]
  checklists: number
  /** Said elsewhere and not yet here. */
  comments: number
  newColumns: number
}>

const nowhere: RuleContext = { actor: '', now: 0, newId: () => '', jitter: () => 0 }

/** The dry run of `importItems`: the same sorting, nothing written. */
export const forecast = (view: View, team: Team, plan: ImportPlan, choices: ImportChoices): Forecast => {
  const { fresh, binned, again, leftOut } = sift(view, team, plan, choices, nowhere)
  const updated = again.filter(({ changes }) => changes.length > 0).length
  const used = new Set(fresh.map(({ column }) => column))
  return {
    fresh: fresh.length,
    binned: binned.length,
    updated,
    untouched: again.length - updated,
    leftOut,
    checklists: [...fresh, ...binned].reduce((sum, { checklists }) => sum + checklists.length, 0),
    comments:
      [...fresh, ...binned].reduce((sum, { comments }) => sum + comments.length, 0) +
      again.flatMap(({ changes }) => changes).filter(change => change.type === comment.type && isCreation(change))
        .length,
    newColumns: [...choices.columns].filter(([source, { to }]) => to === 'new' && used.has(source)).length,
  }
}

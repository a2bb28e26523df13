import { column } from '../kanban/column.ts'
import { create, type Change } from '../kernel/change.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { teamRole } from '../people/team-role.ts'
import { team } from '../people/team.ts'
import { allCardChanges } from './card-changes.ts'
import { impedimentChanges } from './impediment-changes.ts'
import type { TeamScene } from './sample-context.ts'
import { allSprintChanges } from './sprint-changes.ts'
import { atHour } from './timing.ts'

/** How many working days ago the teams began. */
export const begunAgo = 120

/** The changes that make one team with everything in it: columns, sprints, cards, impediments. */
export const teamChanges = (scene: TeamScene): readonly Change[] => {
  const { plan, context } = scene
  const born = { now: atHour(scene.ago(begunAgo), 9), actor: scene.person('katrin') }
  const { name, prefix, method, sprintDays } = plan
  const values = { name, prefix, method, ...(sprintDays === undefined ? {} : { sprintDays }) }
  const ranks = ranksBetween(undefined, undefined, plan.columns.length, context.jitter)
  return [
    ...create(team, { document: workspaceDocument, id: scene.id }, values, born),
    ...plan.members.flatMap(([ref, role]) => {
      const at = { document: workspaceDocument, id: context.newId() }
      return create(teamRole, at, { team: scene.id, person: scene.person(ref), role }, born)
    }),
    ...plan.columns.flatMap((values, index) => {
      const at = { document: scene.document, id: scene.column(index) }
      return create(column, at, { ...values, rank: ranks[index] as Rank }, born)
    }),
    ...allSprintChanges(scene),
    ...allCardChanges(scene),
    ...plan.impediments.flatMap(each => impedimentChanges(scene, each)),
  ]
}

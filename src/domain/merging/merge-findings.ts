import { column } from '../kanban/column.ts'
import { overfullColumns, type OverfullColumn } from '../kanban/limits.ts'
import type { View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { activeSprints } from '../scrum/sprints.ts'
import { strandedItems } from '../work/stranded.ts'

/** What a merge has broken although nobody broke it alone. It stays as it is until a person settles it. */
export type MergeFinding =
  /** Two people started a sprint while apart, by id. */
  | Readonly<{ finding: 'severalSprintsRun'; sprints: readonly string[] }>
  /** Unfinished items came into a sprint that was closed meanwhile: no board and no backlog shows them. */
  | Readonly<{ finding: 'itemsLeftInClosedSprint'; sprint: string; items: readonly string[] }>
  /** A column that refuses beyond its limit holds more. */
  | (OverfullColumn & Readonly<{ finding: 'columnIsOverfull' }>)

/**
 * Everything in a team that a person has to settle after a merge. A column whose limit only warns is not among it: whoever filled it
 * was told and went on.
 */
export const mergeFindings = (view: View, team: Team): readonly MergeFinding[] => {
  const active = activeSprints(view, documentOfTeam(team)).map(({ id }) => id)
  const stranded = strandedItems(view, team)
  const past = [...new Set(stranded.map(({ sprint }) => sprint))].filter(sprint => sprint !== null)
  return [
    ...(active.length > 1 ? [{ finding: 'severalSprintsRun' as const, sprints: active }] : []),
    ...past.map(sprint => ({
      finding: 'itemsLeftInClosedSprint' as const,
      sprint,
      items: stranded.filter(record => record.sprint === sprint).map(({ id }) => id),
    })),
    ...overfullColumns(view, team)
      .filter(({ column: id }) => view.get(column, id)?.limitMode === 'refuse')
      .map(overfull => ({ finding: 'columnIsOverfull' as const, ...overfull })),
  ]
}

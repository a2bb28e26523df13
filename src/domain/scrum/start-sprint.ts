import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { backlog, item, placeKey } from '../work/item.ts'
import type { ScrumRefusal } from './refusal.ts'
import { ontoTheBoard } from './sprint-scope.ts'
import { sprint } from './sprint.ts'
import { activeSprints, itemsOfSprint, pointsOf } from './sprints.ts'

/**
 * Starts a planned sprint: what waits in the backlog moves to the foot of the first column in its order, and the scope of this
 * moment is written down. A missing goal, missing days or an empty sprint are findings (`startChecks`), not refusals. Refuses when
 * another sprint of the team runs or is in review, when it is not planned, when there is no column to put cards in.
 */
export const startSprint = defineCommand(
  'startSprint',
  (view, args: { readonly sprint: string }, context): Result<readonly Change[], ScrumRefusal> => {
    const record = live(view, sprint, args.sprint)
    if (!record) return refuse({ because: 'sprintIsGone' })
    if (record.state !== 'planned') return refuse({ because: 'sprintIsNotPlanned', state: record.state })
    const [other] = activeSprints(view, record.document)
    if (other) return refuse({ because: 'anotherSprintRuns', sprint: other.id })
    const waiting = records(view, item, 'place', placeKey(record.document, backlog, record.id))
    const placed = ontoTheBoard(view, record, waiting, context)
    if (!placed.ok) return placed
    const scope = itemsOfSprint(view, record.id)
    const figures = { startedAt: context.now, plannedPoints: pointsOf(scope), plannedItems: scope.length }
    return ok([
      ...edit(sprint, record, { state: 'running', ...figures }),
      note(sprint, record, 'at', 'state', 'running', context),
      ...placed.value,
    ])
  },
)

/** The work is over, the results are shown. Refuses sprints that do not run. */
export const moveSprintToReview = defineCommand(
  'moveSprintToReview',
  (view, args: { readonly sprint: string }, context): Result<readonly Change[], ScrumRefusal> => {
    const record = live(view, sprint, args.sprint)
    if (!record) return refuse({ because: 'sprintIsGone' })
    if (record.state !== 'running') return refuse({ because: 'sprintIsNotRunning', state: record.state })
    return ok([...edit(sprint, record, { state: 'review' }), note(sprint, record, 'at', 'state', 'review', context)])
  },
)

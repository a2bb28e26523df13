import { bringBack, discard, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { backlog, item } from '../work/item.ts'
import type { ScrumRefusal } from './refusal.ts'
import { sprint } from './sprint.ts'
import { backToBacklog, putInSprint } from './standing.ts'

/**
 * Takes a planned sprint away; its items are in the backlog again, those from a board on top of it. Refuses sprints that were
 * started: they are closed or cancelled, never deleted.
 */
export const deleteSprint = defineCommand(
  'deleteSprint',
  (view, args: { readonly sprint: string }, context): Result<readonly Change[], ScrumRefusal> => {
    const record = live(view, sprint, args.sprint)
    if (!record) return refuse({ because: 'sprintIsGone' })
    if (record.state !== 'planned') return refuse({ because: 'sprintIsNotPlanned', state: record.state })
    const items = records(view, item, 'sprint', record.id)
    const staysInPlace = ({ position: [place], dropped }: (typeof items)[number]) =>
      place === backlog || dropped !== null
    return ok([
      ...discard(record, context),
      ...items.filter(staysInPlace).flatMap(left => putInSprint(left, null, context)),
      ...backToBacklog(
        view,
        record.document,
        items.filter(left => !staysInPlace(left)),
        context,
      ),
    ])
  },
)

/** Takes a sprint out of the bin, without items: where those are now is where somebody has put them. */
export const restoreSprint = defineCommand(
  'restoreSprint',
  (view, args: { readonly sprint: string }): Result<readonly Change[], ScrumRefusal> => {
    const record = view.get(sprint, args.sprint)
    return record ? ok(bringBack(record)) : refuse({ because: 'sprintIsGone' })
  },
)

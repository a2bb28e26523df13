import type { Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, team, type Team } from '../people/team.ts'
import { creation, type NewItem, type Target } from './creation.ts'
import { parentRefusal } from './family.ts'
import { longestTitle } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { dayRefusal, descriptionRefusal, estimateRefusal } from './value-rules.ts'

export type CreateItem = Target & NewItem & { readonly team: string }

const valuesRefusal = (view: View, ofTeam: Team, args: CreateItem): WorkRefusal | undefined => {
  const child = { id: '', kind: args.kind ?? 'task', document: documentOfTeam(ofTeam) }
  return (
    lineRefusal(args.title, longestTitle) ??
    descriptionRefusal(args.description ?? '') ??
    estimateRefusal(args.estimate ?? null) ??
    dayRefusal(args.due ?? null) ??
    (args.parent == null ? undefined : parentRefusal(view, child, args.parent))
  )
}

/**
 * Makes one item: in a column or the backlog, at the top, the bottom or beside a neighbour; a human key that nobody has here; on a
 * Scrum team's board it belongs to the running sprint. Its id is that of the creation of type `item` among the changes. Refuses an
 * empty or too long title, unfit values, an unfit parent, a place that is gone, a full column whose limit refuses.
 */
export const createItem = defineCommand(
  'createItem',
  (view, args: CreateItem, context): Result<readonly Change[], WorkRefusal> => {
    const ofTeam = live(view, team, args.team)
    if (!ofTeam) return refuse({ because: 'teamIsGone' })
    const refusal = valuesRefusal(view, ofTeam, args)
    if (refusal) return refuse(refusal)
    const { team: _team, place, spot, kind, ...values } = args
    const made = { ...values, title: oneLine(values.title), id: context.newId() }
    return creation(view, ofTeam, { place, spot, kind }, [made], context)
  },
)

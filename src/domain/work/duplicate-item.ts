import { isPast } from '../kanban/home.ts'
import { create, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { sprint } from '../scrum/sprint.ts'
import { check, checksKey, criteria } from './check.ts'
import { checklist } from './checklist.ts'
import { creation } from './creation.ts'
import { backlog, item, type Item } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { teamOf, whereIs } from './whereabouts.ts'

/** The checks of one list again, unticked. */
const copyChecks = (
  view: View,
  from: { readonly item: Item; readonly list: string },
  to: { readonly item: string; readonly list: string },
  context: RuleContext,
): readonly Change[] =>
  records(view, check, 'list', checksKey(from.item.id, from.list)).flatMap(({ title, rank, due, person }) => {
    const at = { document: from.item.document, id: context.newId() }
    return create(check, at, { ...to, title, rank, due, person }, context)
  })

const copyLists = (view: View, from: Item, to: string, context: RuleContext): readonly Change[] =>
  records(view, checklist, 'item', from.id).flatMap(({ id, title, rank }) => {
    const at = { document: from.document, id: context.newId() }
    return [
      ...create(checklist, at, { item: to, title, rank }, context),
      ...copyChecks(view, { item: from, list: id }, { item: to, list: at.id }, context),
    ]
  })

/** The item's sprint unless it is over or gone. */
const openSprint = (view: View, record: Item): string | null =>
  live(view, sprint, record.sprint) && !isPast(view, record.sprint) ? record.sprint : null

/**
 * Makes a copy of an item right below it, with a key of its own, its checks unticked; a copy of what the board does not show
 * (dropped, of a sprint that is over) goes to the backlog. History, blockers and where it came from are not copied. Refuses what is
 * gone, and a full column whose limit refuses.
 */
export const duplicateItem = defineCommand(
  'duplicateItem',
  (view, { item: id }: { readonly item: string }, context): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const team = teamOf(view, record)
    if (!team) return refuse({ because: 'teamIsGone' })
    const home = whereIs(view, team, record)
    const target = {
      place: home.at === 'column' ? home.column : backlog,
      spot: { after: id },
      kind: record.kind,
      sprint: openSprint(view, record),
    }
    const { title, description, estimate, priority, due, parent, people, labels } = record
    const copy = { title, description, estimate, priority, due, parent, people, labels, id: context.newId() }
    const made = creation(view, team, target, [copy], context)
    if (!made.ok) return made
    return ok([
      ...made.value,
      ...copyChecks(view, { item: record, list: criteria }, { item: copy.id, list: criteria }, context),
      ...copyLists(view, record, copy.id, context),
    ])
  },
)

import { discard, edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { copy } from '../kernel/copy.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { hasList } from './add-checks.ts'
import { beside } from './beside.ts'
import { check, checksKey, criteria, type Check } from './check.ts'
import { checklist, type Checklist } from './checklist.ts'
import { creation } from './creation.ts'
import { item, longestTitle, type Item } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { estimateRefusal } from './value-rules.ts'
import { teamOf } from './whereabouts.ts'

export type SplitItem = {
  readonly item: string
  /** Title of the new item. */
  readonly title: string
  /** Acceptance criteria and points of checklists that go over to it. */
  readonly checks: readonly string[]
  /** Estimate of the new item; not estimated when left out. */
  readonly estimate?: number | null | undefined
  /** What remains for the old one; unchanged when left out. */
  readonly remaining?: number | null | undefined
}

/** The checks named, if each of them is a living check of the item. */
const checksToMove = (view: View, record: Item, ids: readonly string[]): readonly Check[] | undefined => {
  const found = [...new Set(ids)].map(id => live(view, check, id))
  const own = found.filter((one): one is Check => one?.item === record.id && hasList(view, record.id, one.list))
  return own.length === found.length ? own : undefined
}

const refusalOf = (args: SplitItem): WorkRefusal | undefined =>
  lineRefusal(args.title, longestTitle) ??
  estimateRefusal(args.estimate ?? null) ??
  estimateRefusal(args.remaining ?? null)

const go = (moved: readonly Check[], to: { readonly item: string; readonly list: string }): readonly Change[] =>
  moved.flatMap(record => edit(check, record, to))

/** A checklist goes over as a whole, or leaves a part behind and stands on both under the same title. */
const goFrom = (
  view: View,
  list: Checklist,
  { from, to, moved }: { readonly from: string; readonly to: string; readonly moved: readonly Check[] },
  context: RuleContext,
): readonly Change[] => {
  if (moved.length === 0) return []
  const at = { document: list.document, id: context.newId() }
  const isWhole = view.ids(check, 'list', checksKey(from, list.id)).length === moved.length
  return [
    ...copy(checklist, list, at, { item: to }, context),
    ...go(moved, { item: to, list: at.id }),
    ...(isWhole ? discard(list, context) : []),
  ]
}

const remainderOf = (record: Item, remaining: number | null | undefined, context: RuleContext): readonly Change[] => {
  const changes = remaining === undefined ? [] : edit(item, record, { estimate: remaining })
  return changes.length === 0 ? [] : [...changes, note(item, record, 'at', 'estimate', remaining ?? null, context)]
}

/**
 * Takes a part out of an item as an item of its own: it stands right below, in the same sprint, epic and labels, with the priority and
 * due day of the old one; the criteria and checks chosen go over with their ticks. `splitFrom` links both (see `splitsOf`).
 * Refuses what is gone or moved, an empty or too long title, checks of other items, unfit estimates, and a full column whose limit refuses.
 */
export const splitItem = defineCommand(
  'splitItem',
  (view, args: SplitItem, context): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, args.item)
    const team = record && teamOf(view, record)
    if (!record || !team) return refuse({ because: 'itemIsGone' })
    if (record.movedTo) return refuse({ because: 'itemIsMoved' })
    const refusal = refusalOf(args)
    if (refusal) return refuse(refusal)
    const moved = checksToMove(view, record, args.checks)
    if (!moved) return refuse({ because: 'checkIsGone' })
    const { priority, due, parent, labels } = record
    const values = { title: oneLine(args.title), estimate: args.estimate ?? null, priority, due, parent, labels }
    const made = { ...values, splitFrom: record.id, id: context.newId() }
    const created = creation(view, team, beside(view, team, record), [made], context)
    if (!created.ok) return created
    const of = (list: string) => moved.filter(one => one.list === list)
    return ok([
      ...created.value,
      ...go(of(criteria), { item: made.id, list: criteria }),
      ...records(view, checklist, 'item', record.id).flatMap(list =>
        goFrom(view, list, { from: record.id, to: made.id, moved: of(list.id) }, context),
      ),
      ...remainderOf(record, args.remaining, context),
    ])
  },
)

/** The items that were taken out of this one, the oldest first. */
export const splitsOf = (view: View, id: string): readonly Item[] => records(view, item, 'splitFrom', id)

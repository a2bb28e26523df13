import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { item, type Item, type Priority } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { dayRefusal, estimateRefusal } from './value-rules.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type Items = { readonly items: readonly string[] }

/**
 * The changes of several items together; those that have gone meanwhile, or to another team, are left out (`leftOut` names them), and
 * it refuses when none is left.
 */
export const editEach = (
  view: View,
  items: readonly string[],
  changesOf: (record: Item) => readonly Change[],
): Edited => {
  const found = [...new Set(items)].flatMap(id => live(view, item, id) ?? [])
  const here = found.filter(({ movedTo }) => movedTo === null)
  if (here.length === 0) return refuse({ because: found.length === 0 ? 'itemIsGone' : 'itemIsMoved' })
  return ok(here.flatMap(changesOf))
}

/** Estimates items, or takes their estimate away (null); history keeps each estimate. Refuses less than nothing. */
export const estimateItems = defineCommand(
  'estimateItems',
  (view, { items, estimate }: Items & { readonly estimate: number | null }, context): Edited => {
    const refusal = estimateRefusal(estimate)
    if (refusal) return refuse(refusal)
    return editEach(view, items, record => {
      const changes = edit(item, record, { estimate })
      return changes.length === 0 ? [] : [...changes, note(item, record, 'at', 'estimate', estimate, context)]
    })
  },
)

/** Gives items a priority. */
export const prioritiseItems = defineCommand(
  'prioritiseItems',
  (view, { items, priority }: Items & { readonly priority: Priority }): Edited =>
    editEach(view, items, record => edit(item, record, { priority })),
)

/** Sets the day (`YYYY-MM-DD`) by which items are due, or takes it away (null). Refuses days that do not exist. */
export const scheduleItems = defineCommand(
  'scheduleItems',
  (view, { items, due }: Items & { readonly due: string | null }): Edited => {
    const refusal = dayRefusal(due)
    return refusal ? refuse(refusal) : editEach(view, items, record => edit(item, record, { due }))
  },
)

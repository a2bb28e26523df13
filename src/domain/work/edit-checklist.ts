import { create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import type { Spot } from '../kernel/placing.ts'
import { placeAmong, reorder } from '../kernel/ranked.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { checklist, longestChecklistTitle, type Checklist } from './checklist.ts'
import { item } from './item.ts'
import type { WorkRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type OfChecklist = { readonly checklist: string }

const rerank = (record: Checklist, rank: Rank): readonly Change[] => edit(checklist, record, { rank })

/** Adds a named checklist to an item, as its last. Refuses an empty title and one over 200 characters. */
export const addChecklist = defineCommand(
  'addChecklist',
  (view, { item: id, title }: { readonly item: string; readonly title: string }, context): Edited => {
    const owner = live(view, item, id)
    if (!owner) return refuse({ because: 'itemIsGone' })
    const refusal = lineRefusal(title, longestChecklistTitle)
    if (refusal) return refuse(refusal)
    const lists = records(view, checklist, 'item', id)
    const { ranks, changes } = placeAmong(lists, { spot: 'bottom', count: 1 }, context.jitter, rerank)
    const at = { document: owner.document, id: context.newId() }
    const values = { item: id, title: oneLine(title), rank: ranks[0] as Rank }
    return ok([...create(checklist, at, values, context), ...changes])
  },
)

/** Gives a checklist another title. Refuses as `addChecklist` does. */
export const renameChecklist = defineCommand(
  'renameChecklist',
  (view, { checklist: id, title }: OfChecklist & { readonly title: string }): Edited => {
    const record = live(view, checklist, id)
    if (!record) return refuse({ because: 'checklistIsGone' })
    const refusal = lineRefusal(title, longestChecklistTitle)
    return refusal ? refuse(refusal) : ok(edit(checklist, record, { title: oneLine(title) }))
  },
)

/** Moves a checklist among those of its item. */
export const moveChecklist = defineCommand(
  'moveChecklist',
  (view, { checklist: id, spot }: OfChecklist & { readonly spot: Spot }, context): Edited => {
    const record = live(view, checklist, id)
    if (!record) return refuse({ because: 'checklistIsGone' })
    const lists = records(view, checklist, 'item', record.item ?? '')
    return ok(reorder(lists, record, spot, context.jitter, rerank))
  },
)

/** Deletes a checklist. Its checks stay with it and come back with it; without it they are not shown. */
export const deleteChecklist = defineCommand(
  'deleteChecklist',
  (view, { checklist: id }: OfChecklist, context): Edited => {
    const record = live(view, checklist, id)
    return record ? ok(discard(record, context)) : refuse({ because: 'checklistIsGone' })
  },
)

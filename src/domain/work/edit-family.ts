import { edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { allBlockersOf, canHaveParts, parentRefusal, partsOf } from './family.ts'
import { item, type Kind } from './item.ts'
import type { WorkRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type OfItem = { readonly item: string }

/**
 * Makes an item another kind. An epic leaves the board and what it was a part of. Refuses to make a task, bug or spike of what has
 * parts.
 */
export const changeKind = defineCommand(
  'changeKind',
  (view, { item: id, kind }: OfItem & { readonly kind: Kind }): Edited => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const count = partsOf(view, id).length
    if (count > 0 && !canHaveParts(kind)) return refuse({ because: 'itemHasParts', count })
    return ok(edit(item, record, kind === 'epic' ? { kind, parent: null } : { kind }))
  },
)

/**
 * Makes an item a part of an epic or a story of the same team, or of nothing (null). Refuses other kinds as parents, a parent for
 * an epic, itself, and circles.
 */
export const setParent = defineCommand(
  'setParent',
  (view, { item: id, parent }: OfItem & { readonly parent: string | null }): Edited => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const refusal = parent === null ? undefined : parentRefusal(view, record, parent)
    return refusal ? refuse(refusal) : ok(edit(item, record, { parent }))
  },
)

/** Says that another item of the team has to be done first. Refuses itself and circles of items that wait for each other. */
export const addBlocker = defineCommand(
  'addBlocker',
  (view, { item: id, blocker }: OfItem & { readonly blocker: string }): Edited => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    if (live(view, item, blocker)?.document !== record.document) return refuse({ because: 'blockerIsGone' })
    if (blocker === id || allBlockersOf(view, blocker).includes(id)) return refuse({ because: 'blockersGoInCircle' })
    return ok(edit(item, record, { blockedBy: [...record.blockedBy, blocker] }))
  },
)

/** The item no longer waits for the other; also one that is gone can be taken off. */
export const removeBlocker = defineCommand(
  'removeBlocker',
  (view, { item: id, blocker }: OfItem & { readonly blocker: string }): Edited => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    return ok(edit(item, record, { blockedBy: record.blockedBy.filter(other => other !== blocker) }))
  },
)

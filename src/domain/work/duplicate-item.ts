import type { Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { beside } from './beside.ts'
import { copyParts } from './copy-parts.ts'
import { creation } from './creation.ts'
import { item } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { teamOf } from './whereabouts.ts'

/**
 * Makes a copy of an item right below it, with a key of its own, its checks unticked, with the same files and links; a copy of what
 * the board does not show (dropped, of a sprint that is over) goes to the backlog. History, comments, blockers and where it came
 * from are not copied. Refuses what is gone or moved, and a full column whose limit refuses.
 */
export const duplicateItem = defineCommand(
  'duplicateItem',
  (view, { item: id }: { readonly item: string }, context): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    if (record.movedTo) return refuse({ because: 'itemIsMoved' })
    const team = teamOf(view, record)
    if (!team) return refuse({ because: 'teamIsGone' })
    const { title, description, estimate, priority, due, parent, people, labels, document } = record
    const values = { title, description, estimate, priority, due, parent, people, labels, id: context.newId() }
    const made = creation(view, team, beside(view, team, record), [values], context)
    if (!made.ok) return made
    const to = { document, id: values.id }
    return ok([...made.value, ...copyParts(view, { from: record, to, as: 'anew' }, context)])
  },
)

import { bringBack, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { column } from './column.ts'
import type { KanbanRefusal } from './refusal.ts'

/**
 * Takes a column out of the bin to where it stood on the board. It comes back without cards: where those are now is where somebody
 * has put them; only strays that a merge had left in it are shown in it again.
 */
export const restoreColumn = defineCommand(
  'restoreColumn',
  (view, { column: id }: { readonly column: string }): Result<readonly Change[], KanbanRefusal> => {
    const record = view.get(column, id)
    return record ? ok(bringBack(record)) : refuse({ because: 'columnIsGone' })
  },
)

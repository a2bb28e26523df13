import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { item } from '../work/item.ts'
import { columnCards } from './column-cards.ts'
import { column, longestColumnName, longestPolicy, type Category, type LimitMode } from './column.ts'
import { findColumn } from './find-column.ts'
import type { KanbanRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], KanbanRefusal>
type OfColumn = { readonly column: string }

/** Gives a column another name; cards are not touched. Refuses an empty name and one over 80 characters. */
export const renameColumn = defineCommand(
  'renameColumn',
  (view, { column: id, name }: OfColumn & { readonly name: string }): Edited => {
    const record = live(view, column, id)
    if (!record) return refuse({ because: 'columnIsGone' })
    const refusal = lineRefusal(name, longestColumnName)
    return refusal ? refuse(refusal) : ok(edit(column, record, { name: oneLine(name) }))
  },
)

/**
 * Says what a column means to figures: open, doing or done. The history of each card in it tells the new meaning from now on, so
 * that figures are the same on every device and the past stays as it was.
 */
export const recategoriseColumn = defineCommand(
  'recategoriseColumn',
  (view, { column: id, category }: OfColumn & { readonly category: Category }, context): Edited => {
    const found = findColumn(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    if (found.record.category === category) return ok([])
    const cards = columnCards(view, found.team, id)
    return ok([
      ...edit(column, found.record, { category }),
      ...cards.map(card => note(item, card, 'at', 'column', [id, category], context)),
    ])
  },
)

/** Writes down when a card may come in and what has to be true before it leaves. Refuses more than 2,000 characters. */
export const setPolicy = defineCommand(
  'setPolicy',
  (view, { column: id, policy }: OfColumn & { readonly policy: string }): Edited => {
    const record = live(view, column, id)
    if (!record) return refuse({ because: 'columnIsGone' })
    const kept = policy.trim()
    if (kept.length > longestPolicy) return refuse({ because: 'textIsTooLong', longest: longestPolicy })
    return ok(edit(column, record, { policy: kept }))
  },
)

/**
 * Limits a column, whatever stands in it already. In: how many cards, and whether more only warn or are refused; `none` keeps the
 * number for later. Refuses what is no whole number of at least 1, and a mode that needs a number without one.
 */
export const limitColumn = defineCommand(
  'limitColumn',
  (view, args: OfColumn & { readonly limit: number | null; readonly mode: LimitMode }): Edited => {
    const record = live(view, column, args.column)
    if (!record) return refuse({ because: 'columnIsGone' })
    const { limit, mode: limitMode } = args
    const isFit = limit === null ? limitMode === 'none' : Number.isInteger(limit) && limit >= 1
    return isFit ? ok(edit(column, record, { limit, limitMode })) : refuse({ because: 'numberIsUnfit' })
  },
)

import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { item } from '../work/item.ts'
import { columnCards } from './column-cards.ts'
import { column, longestColumnName, longestPolicy, type Category, type Column, type LimitMode } from './column.ts'
import { findColumn } from './find-column.ts'
import type { KanbanRefusal } from './refusal.ts'

/** What is left out stays as it is. */
export type EditColumn = {
  readonly column: string
  readonly name?: string
  /** What the column means to figures. */
  readonly category?: Category
  /** How many cards; null takes the number away. */
  readonly limit?: number | null
  /** Whether more than the limit only warn or are refused; `none` keeps the number for later. */
  readonly limitMode?: LimitMode
  /** When a card may come in and what has to be true before it leaves. */
  readonly policy?: string
}

const refusalOf = (
  record: Column,
  { name, policy, limit = record.limit, limitMode = record.limitMode }: EditColumn,
): KanbanRefusal | undefined => {
  const unfit = name === undefined ? undefined : lineRefusal(name, longestColumnName)
  if (unfit) return unfit
  if (policy !== undefined && policy.trim().length > longestPolicy)
    return { because: 'textIsTooLong', longest: longestPolicy }
  // What a merge has left without its number does not keep a person from giving the column another name.
  if (limit === record.limit && limitMode === record.limitMode) return undefined
  const isFit = limit === null ? limitMode === 'none' : Number.isInteger(limit) && limit >= 1
  return isFit ? undefined : { because: 'numberIsUnfit' }
}

/**
 * What the history of each card in the column tells from now on, so that figures are the same on every device and the past stays as
 * it was.
 */
const retold = (view: View, team: Team, id: string, category: Category, context: RuleContext): readonly Change[] =>
  columnCards(view, team, id).map(card => note(item, card, 'at', 'column', [id, category], context))

/**
 * Changes a column as one step: its name, what it means to figures (open, doing or done), its limit and its policy. Cards are not
 * touched, whatever stands in it already. Refuses an empty name and one over 80 characters, a policy over 2,000, a limit that is no
 * whole number of at least 1, and a mode that needs a limit without one.
 */
export const editColumn = defineCommand(
  'editColumn',
  (view, args: EditColumn, context): Result<readonly Change[], KanbanRefusal> => {
    const found = findColumn(view, args.column)
    if ('refusal' in found) return refuse(found.refusal)
    const { record, team } = found
    const refusal = refusalOf(record, args)
    if (refusal) return refuse(refusal)
    const { column: id, name, policy, category = record.category, ...limits } = args
    return ok([
      ...edit(column, record, {
        ...limits,
        category,
        ...(name === undefined ? {} : { name: oneLine(name) }),
        ...(policy === undefined ? {} : { policy: policy.trim() }),
      }),
      ...(category === record.category ? [] : retold(view, team, id, category, context)),
    ])
  },
)

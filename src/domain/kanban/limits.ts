import { live, type View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { item } from '../work/item.ts'
import { boardColumn } from './board.ts'
import { column } from './column.ts'
import { boardColumns } from './home.ts'
import type { ColumnIsFull } from './refusal.ts'

export type LimitState = 'ok' | 'full' | 'over'
export type OverfullColumn = { readonly column: string; readonly limit: number; readonly count: number }

/** How many cards stand in a column. */
export const columnCount = (view: View, team: Team, columnId: string): number =>
  boardColumn(view, team, columnId).length

/** The sum of the estimates in a column; what is not estimated counts nothing. */
export const columnPoints = (view: View, team: Team, columnId: string): number =>
  boardColumn(view, team, columnId).reduce((sum, id) => sum + (view.get(item, id)?.estimate ?? 0), 0)

const limitOf = (view: View, columnId: string): number | null => {
  const record = live(view, column, columnId)
  return record === undefined || record.limitMode === 'none' ? null : record.limit
}

/** Whether a column has room left, is exactly full, or holds more than its limit (a merge can do that). */
export const limitState = (view: View, team: Team, columnId: string): LimitState => {
  const limit = limitOf(view, columnId)
  if (limit === null) return 'ok'
  const count = columnCount(view, team, columnId)
  return count > limit ? 'over' : count === limit ? 'full' : 'ok'
}

/** Columns that hold more than their limit; a person settles it, nothing is moved behind someone's back. */
export const overfullColumns = (view: View, team: Team): readonly OverfullColumn[] =>
  boardColumns(view, team).flatMap(columnId => {
    const limit = limitOf(view, columnId)
    const count = limit === null ? 0 : columnCount(view, team, columnId)
    return limit !== null && count > limit ? [{ column: columnId, limit, count }] : []
  })

/** The refusal a column gives to newcomers, if it refuses beyond its limit and there are too many. */
export const fullRefusal = (view: View, team: Team, columnId: string, newcomers: number): ColumnIsFull | undefined => {
  const record = live(view, column, columnId)
  if (record?.limitMode !== 'refuse' || record.limit === null || newcomers === 0) return undefined
  const count = columnCount(view, team, columnId)
  if (count + newcomers <= record.limit) return undefined
  return { because: 'columnIsFull', column: columnId, limit: record.limit, count }
}

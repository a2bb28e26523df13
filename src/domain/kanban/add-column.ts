import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import type { Spot } from '../kernel/placing.ts'
import { placeAmong, reorder } from '../kernel/ranked.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { documentOfTeam, team } from '../people/team.ts'
import { column, longestColumnName, type Category, type Column } from './column.ts'
import { findColumn } from './find-column.ts'
import type { KanbanRefusal } from './refusal.ts'

export type AddColumn = {
  readonly team: string
  readonly name: string
  readonly category: Category
  /** `top` is the left end of the board, `bottom` the right one; on the right when left out. */
  readonly spot?: Spot | undefined
}

const rerankColumn = (record: Column, rank: Rank): readonly Change[] => edit(column, record, { rank })

/** Adds a column to a team's board. Refuses an empty name and one over 80 characters. */
export const addColumn = defineCommand(
  'addColumn',
  (view, { spot = 'bottom', ...args }: AddColumn, context): Result<readonly Change[], KanbanRefusal> => {
    const ofTeam = live(view, team, args.team)
    if (!ofTeam) return refuse({ because: 'teamIsGone' })
    const refusal = lineRefusal(args.name, longestColumnName)
    if (refusal) return refuse(refusal)
    const document = documentOfTeam(ofTeam)
    const others = records(view, column, 'document', document)
    const { ranks, changes } = placeAmong(others, { spot, count: 1 }, context.jitter, rerankColumn)
    const values = { name: oneLine(args.name), category: args.category, rank: ranks[0] as Rank }
    return ok([...create(column, { document, id: context.newId() }, values, context), ...changes])
  },
)

/** Moves a column to another spot of its board; cards are not touched. */
export const moveColumn = defineCommand(
  'moveColumn',
  (
    view,
    { column: id, spot }: { readonly column: string; readonly spot: Spot },
    context,
  ): Result<readonly Change[], KanbanRefusal> => {
    const found = findColumn(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    const columns = records(view, column, 'document', found.record.document)
    return ok(reorder(columns, found.record, spot, context.jitter, rerankColumn))
  },
)

import { moveColumn } from '../../domain/kanban/add-column.ts'
import { column as columnRecord, type Column } from '../../domain/kanban/column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { live } from '../../domain/kernel/view.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Offer } from '../../parts/slice.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import type { ChosenTeam } from '../../parts/use-team.ts'
import { ArrowLeft, ArrowRight, ChevronsLeft, ChevronsRight, ListPlus, Pencil, Trash2 } from '../../ui/icons.ts'
import { ColumnDialog, DeleteColumnDialog, PasteLinesDialog } from './board-dialogs.ts'
import { useCollapsedColumns, useToggleColumn } from './collapsed-columns.ts'

type Act = readonly [
  name: 'edit' | 'paste' | 'fold' | 'unfold' | 'left' | 'right' | 'delete',
  Offer['icon'],
  Offer['run'],
]

/** What the menu of each column can do, from anywhere in the team. */
export const useColumnOffers = (team: ChosenTeam | undefined): readonly Offer[] => {
  const t = useT('commands')
  const words = useT('board')
  const run = useCommand()
  const collapsed = useCollapsedColumns()
  const toggle = useToggleColumn()
  const columns = useReading(
    view => (team ? boardColumns(view, team).flatMap(id => live(view, columnRecord, id) ?? []) : []),
    [team],
  )
  if (!team) return []
  const shift =
    ({ id, name }: Column, spot: { before: string } | { after: string }) =>
    () =>
      run(moveColumn, { column: id, spot }, { done: words('columnMoved', { name }) })
  const actsOf = (column: Column, at: number): readonly Act[] => {
    const { id } = column
    const [before, after] = [columns[at - 1]?.id, columns[at + 1]?.id]
    return [
      ['edit', Pencil, show => show(close => <ColumnDialog column={column} onClose={close} />)],
      ['paste', ListPlus, show => show(close => <PasteLinesDialog team={team.id} place={id} onClose={close} />)],
      collapsed.has(id) ? ['unfold', ChevronsRight, () => toggle(id)] : ['fold', ChevronsLeft, () => toggle(id)],
      ...(before === undefined ? [] : ([['left', ArrowLeft, shift(column, { before })]] as const)),
      ...(after === undefined ? [] : ([['right', ArrowRight, shift(column, { after })]] as const)),
      ...(columns.length === 1
        ? []
        : ([
            ['delete', Trash2, show => show(close => <DeleteColumnDialog column={column} onClose={close} />)],
          ] as readonly Act[])),
    ]
  }
  return columns.flatMap((column, at) =>
    actsOf(column, at).map(([name, icon, act]): Offer => ({
      id: `column.${name}.${column.id}`,
      text: t(`column.${name}`, { name: column.name }),
      icon,
      group: 'team',
      isMany: true,
      run: act,
    })),
  )
}

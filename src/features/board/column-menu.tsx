import { useState } from 'react'
import { moveColumn } from '../../domain/kanban/add-column.ts'
import type { Column } from '../../domain/kanban/column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { ArrowLeft, ArrowRight, ChevronsLeft, ListPlus, Pencil, Trash2 } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { useToggleColumn } from './collapsed-columns.ts'
import { ColumnDialog, DeleteColumnDialog, PasteLinesDialog } from './board-dialogs.ts'

/** What can be done with a column. Moving it is never only a drag. */
export function ColumnMenu({ column }: { readonly column: Column }) {
  const t = useT('board')
  const toggle = useToggleColumn()
  const team = useTeam()
  const run = useCommand()
  const columns = useReading(view => boardColumns(view, team), [team])
  const [dialog, setDialog] = useState<'edit' | 'delete' | 'paste'>()
  const at = columns.indexOf(column.id)
  const close = () => setDialog(undefined)
  const shift = (spot: { before: string | undefined } | { after: string | undefined }) => () =>
    void run(moveColumn, { column: column.id, spot }, { done: t('columnMoved', { name: column.name }) })
  const entries = (): readonly MenuEntry[] => [
    { id: 'edit', text: t('editColumn'), icon: Pencil, onSelect: () => setDialog('edit') },
    { id: 'paste', text: t('pasteList'), icon: ListPlus, onSelect: () => setDialog('paste') },
    { id: 'fold', text: t('fold'), icon: ChevronsLeft, onSelect: () => toggle(column.id) },
    { kind: 'line', id: 'line' },
    {
      id: 'left',
      text: t('moveLeft'),
      icon: ArrowLeft,
      refusal: at <= 0 ? t('isFirst') : undefined,
      onSelect: shift({ before: columns[at - 1] }),
    },
    {
      id: 'right',
      text: t('moveRight'),
      icon: ArrowRight,
      refusal: at >= columns.length - 1 ? t('isLast') : undefined,
      onSelect: shift({ after: columns[at + 1] }),
    },
    { kind: 'line', id: 'line2' },
    {
      id: 'delete',
      text: t('deleteColumn'),
      icon: Trash2,
      danger: true,
      refusal: columns.length === 1 ? t('isOnly') : undefined,
      onSelect: () => setDialog('delete'),
    },
  ]
  return (
    <>
      <MenuButton
        label={t('columnMenu', { name: column.name })}
        size="small"
        placement="bottom-end"
        entries={entries}
      />
      {dialog === 'edit' && <ColumnDialog column={column} onClose={close} />}
      {dialog === 'delete' && <DeleteColumnDialog column={column} onClose={close} />}
      {dialog === 'paste' && <PasteLinesDialog team={team.id} place={column.id} onClose={close} />}
    </>
  )
}

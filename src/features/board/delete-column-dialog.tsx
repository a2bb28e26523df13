import { useState } from 'react'
import { column as columnRecord, type Column } from '../../domain/kanban/column.ts'
import { deleteColumn } from '../../domain/kanban/delete-column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { columnCount } from '../../domain/kanban/limits.ts'
import { backlog } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'

type DeleteColumnDialogProps = { readonly column: Column; readonly onClose: () => void }

/** Asks where the column's cards go; nothing is deleted with it. */
export function DeleteColumnDialog({ column, onClose }: DeleteColumnDialogProps) {
  const t = useT('board')
  const words = useT('work')
  const team = useTeam()
  const run = useCommand()
  const count = useReading(view => columnCount(view, team, column.id), [team, column.id])
  const names = useReading(
    view =>
      boardColumns(view, team).flatMap(id =>
        id === column.id ? [] : [`${id}\n${view.get(columnRecord, id)?.name ?? ''}`],
      ),
    [team, column.id],
  )
  const targets = [
    ...names.map(pair => ({ value: pair.split('\n')[0] ?? '', text: pair.slice(pair.indexOf('\n') + 1) })),
    { value: backlog, text: team.method === 'kanban' ? words('options') : words('backlog') },
  ]
  const [cardsTo, setCardsTo] = useState(targets[0]?.value ?? backlog)
  const remove = async () => {
    const result = await run(
      deleteColumn,
      { column: column.id, cardsTo },
      { done: t('columnDeleted', { name: column.name }) },
    )
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('deleteColumnNamed', { name: column.name })}
      description={t('deleteColumnText', { count })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" onClick={() => void remove()}>
            {t('deleteColumn')}
          </Button>
        </>
      }
    >
      {count > 0 && <RadioGroup label={t('cardsTo')} value={cardsTo} options={targets} onChange={setCardsTo} />}
    </Dialog>
  )
}

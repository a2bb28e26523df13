import { useState, type FormEvent } from 'react'
import { addColumn } from '../../domain/kanban/add-column.ts'
import { categories, limitModes, type Category, type Column, type LimitMode } from '../../domain/kanban/column.ts'
import { editColumn } from '../../domain/kanban/edit-column.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './board.module.css'

type ColumnDialogProps = { readonly column?: Column; readonly onClose: () => void }

/** A column's name, meaning, limit and policy; without a column a new one is made. */
export function ColumnDialog({ column, onClose }: ColumnDialogProps) {
  const t = useT('board')
  const words = useT('work')
  const team = useTeam()
  const run = useCommand()
  const [name, setName] = useState(column?.name ?? '')
  const [category, setCategory] = useState<Category>(column?.category ?? 'doing')
  const [limit, setLimit] = useState<number | undefined>(column?.limit ?? undefined)
  const [mode, setMode] = useState<LimitMode>(column?.limitMode ?? 'none')
  const [policy, setPolicyText] = useState(column?.policy ?? '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const settings = { name, category, limit: limit ?? null, limitMode: mode, policy }
    const result = column
      ? await run(editColumn, { column: column.id, ...settings })
      : await run(addColumn, { team: team.id, name, category }, { done: t('columnAdded', { name }) })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={column ? t('editColumn') : t('addColumn')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form="column-form">
            {column ? t('saveColumn') : t('addColumn')}
          </Button>
        </>
      }
    >
      <form id="column-form" className={styles['form']} onSubmit={event => void save(event)}>
        <TextField label={t('columnName')} value={name} onChange={setName} required autoFocus maxLength={80} />
        <Select
          label={t('category')}
          hint={t('categoryHint')}
          value={category}
          options={categories.map(value => ({ value, text: words(`categories.${value}`) }))}
          onChange={setCategory}
        />
        {column && (
          <>
            <Select
              label={t('limitMode')}
              value={mode}
              options={limitModes.map(value => ({ value, text: t(`limitModes.${value}`) }))}
              onChange={setMode}
            />
            {mode !== 'none' && <NumberField label={t('limit')} value={limit} onChange={setLimit} min={1} />}
            <TextArea label={t('policy')} hint={t('policyHint')} value={policy} onChange={setPolicyText} rows={3} />
          </>
        )}
      </form>
    </Dialog>
  )
}

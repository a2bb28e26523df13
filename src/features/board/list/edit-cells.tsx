import { useState, type ReactNode } from 'react'
import { estimateItems, prioritiseItems } from '../../../domain/work/edit-values.ts'
import { priorities } from '../../../domain/work/item.ts'
import { moveItem } from '../../../domain/work/move-item.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { EstimatePopover } from '../../../parts/estimate-popover.tsx'
import { useCommand } from '../../../parts/use-command.ts'
import { useFieldCommand } from '../../../parts/use-field-command.ts'
import type { BoardColumnData } from '../../../ui/board/board-surface.tsx'
import { LazyMenu } from '../../../ui/lazy-menu.tsx'
import styles from './list.module.css'
import type { ListRow } from './list-row.ts'

type OfRow = { readonly row: ListRow }

/** The column as a menu: choosing another one moves the card to its end. */
export function ColumnCell({ row, columns }: OfRow & { readonly columns: readonly BoardColumnData[] }) {
  const words = useT('work')
  const run = useCommand()
  const move = ({ id, label }: BoardColumnData) =>
    run(moveItem, { item: row.id, place: id }, { done: words('move.moved', { title: row.title, place: label }) })
  return (
    <Cell label={words('place')} text={row.column} title={row.title}>
      {props => (
        <LazyMenu
          {...props}
          label={words('place')}
          entries={columns.map(column => ({
            id: column.id,
            text: column.label,
            checked: column.id === row.columnId,
            onSelect: () => void move(column),
          }))}
        />
      )}
    </Cell>
  )
}

export function PriorityCell({ row }: OfRow) {
  const words = useT('work')
  const run = useCommand()
  return (
    <Cell label={words('priority')} text={words(`priorities.${row.priority}`)} title={row.title}>
      {props => (
        <LazyMenu
          {...props}
          label={words('priority')}
          entries={priorities.toReversed().map(priority => ({
            id: priority,
            text: words(`priorities.${priority}`),
            checked: priority === row.priority,
            onSelect: () => void run(prioritiseItems, { items: [row.id], priority }),
          }))}
        />
      )}
    </Cell>
  )
}

export function EstimateCell({ row }: OfRow) {
  const words = useT('work')
  const format = useFormat()
  const save = useFieldCommand()
  const text = row.estimate === null ? '' : format.number(row.estimate)
  return (
    <Cell label={words('estimate')} text={text} title={row.title}>
      {props => (
        <EstimatePopover
          {...props}
          estimate={row.estimate}
          onChoose={estimate => save(estimateItems, { items: [row.id], estimate })}
        />
      )}
    </Cell>
  )
}

type CellProps = {
  readonly label: string
  readonly text: string
  readonly title: string
  readonly children: (props: { readonly anchor: HTMLElement; readonly onClose: () => void }) => ReactNode
}

/** A value that is changed where it stands. */
function Cell({ label, text, title, children }: CellProps) {
  const t = useT('list')
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        data-wraps
        className={styles['cell']}
        aria-label={t('change', { label, title, value: text || t('nothing') })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {text}
      </button>
      {open && anchor && children({ anchor, onClose: () => setOpen(false) })}
    </>
  )
}

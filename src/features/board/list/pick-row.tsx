import { createContext, useContext, type MouseEvent } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { selectAll, selectUpTo, toggleSelected, useSelection } from '../../../parts/selection.ts'
import styles from './list.module.css'
import type { ListRow } from './list-row.ts'

/** The ids of the rows in the order in which they stand, asked for when one is picked. */
export const RowsContext = createContext<() => readonly string[]>(() => [])

/** The box that picks a row; with Shift all rows from the last one picked. */
export function PickRow({ row: { id, title } }: { readonly row: ListRow }) {
  const t = useT('list')
  const rows = useContext(RowsContext)
  const isPicked = useSelection(state => state.selected.has(id))
  const onClick = (event: MouseEvent) => (event.shiftKey ? selectUpTo(rows(), id) : toggleSelected(id))
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={isPicked} onClick={onClick} onChange={() => undefined} />
      <span className="visually-hidden">{t('pickOne', { title })}</span>
    </label>
  )
}

/** Where there is no row there is nothing to pick. */
export function PickAll({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useT('list')
  const rows = useContext(RowsContext)
  const count = useSelection(state => state.selected.size)
  const isAll = count > 0 && count === rows().length
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={isAll} disabled={isEmpty} onChange={() => selectAll(isAll ? [] : rows())} />
      <span className="visually-hidden">{t('pickAll')}</span>
    </label>
  )
}

import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemRow } from '../../parts/item-row.tsx'
import { toggleSelected, useSelection } from '../../parts/selection.ts'
import { useRecord } from '../../parts/use-record.ts'
import { GripVertical } from '../../ui/icons.ts'
import styles from './backlog.module.css'
import { RowMenu } from './row-menu.tsx'

/** Grip, tick for the selection, the card, menu. It reads by id, so that a drag draws no row anew. */
export function BacklogRow({ id }: { readonly id: string }) {
  return <ItemRow id={id} start={<RowStart id={id} />} end={<RowMenu id={id} />} />
}

function RowStart({ id }: { readonly id: string }) {
  const t = useT('backlog')
  const title = useRecord(item, id)?.title ?? ''
  const isSelected = useSelection(state => state.selected.has(id))
  return (
    <>
      <GripVertical aria-hidden className={styles['grip']} size={16} strokeWidth={1.75} />
      <label className={styles['tick']}>
        <input type="checkbox" checked={isSelected} onChange={() => toggleSelected(id)} />
        <span className="visually-hidden">{t('select', { title })}</span>
      </label>
    </>
  )
}

import { memo, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useRequests } from '../../parts/requests.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Plus } from '../../ui/icons.ts'
import { ColumnDialog } from './board-dialogs.ts'
import styles from './board.module.css'

/** At the right end of the board. */
export const AddColumn = memo(function AddColumn() {
  const t = useT('board')
  const [open, setOpen] = useState(false)
  useRequests('column/add', () => setOpen(true))
  return (
    <div className={styles['addColumn']}>
      <IconButton icon={Plus} label={t('addColumn')} onClick={() => setOpen(true)} />
      {open && <ColumnDialog onClose={() => setOpen(false)} />}
    </div>
  )
})

import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { PasteLinesDialog } from '../../parts/paste-lines-dialog.tsx'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import styles from './board.module.css'

type BoardHintProps =
  | { readonly column: string; readonly onAdd: () => void }
  | { readonly filters: number; readonly text: string; readonly onClear: () => void }

/** One sentence above an empty board: what to write, or that the filter leaves nothing. The columns stay in sight. */
export function BoardHint(props: BoardHintProps) {
  return 'column' in props ? <FirstCards {...props} /> : <NothingLeft {...props} />
}

function FirstCards({ column, onAdd }: { readonly column: string; readonly onAdd: () => void }) {
  const t = useT('board')
  const team = useTeam()
  const [pasting, setPasting] = useState(false)
  return (
    <div className={styles['hint']}>
      <p>{t('empty')}</p>
      <Button onClick={onAdd}>{t('createCard')}</Button>
      <Button variant="plain" onClick={() => setPasting(true)}>
        {t('pasteList')}
      </Button>
      {pasting && <PasteLinesDialog team={team.id} place={column} onClose={() => setPasting(false)} />}
    </div>
  )
}

type NothingLeftProps = { readonly filters: number; readonly text: string; readonly onClear: () => void }

function NothingLeft({ filters, text, onClear }: NothingLeftProps) {
  const t = useT('board')
  const words = text.trim()
  const nothing = words === '' ? t('nothingFiltered', { filters }) : t('nothingFound', { text: words, filters })
  useAnnounced(nothing)
  return (
    <div className={styles['hint']}>
      <p>{nothing}</p>
      <Button onClick={onClear}>{t('clearFilter')}</Button>
    </div>
  )
}

import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { PasteLinesDialog } from './board-dialogs.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import styles from './board.module.css'

type BoardHintProps = { readonly column: string; readonly onAdd: () => void }

/** One sentence for an empty board: what to write. Its columns stay in sight. */
export function BoardHint({ column, onAdd }: BoardHintProps) {
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

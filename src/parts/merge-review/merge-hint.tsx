import { lazy, Suspense, useState } from 'react'
import { mergeFindings } from '../../domain/merging/merge-findings.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { GitBranch } from '../../ui/icons.ts'
import { useReading } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import styles from './merge-review.module.css'

const MergeDialog = lazy(() => import('./merge-dialog.tsx'))

/** A quiet line where a merge has left something to settle; it opens the list. Nothing was undone behind anybody's back. */
export function MergeHint() {
  const t = useT('work')
  const team = useTeam()
  const count = useReading(view => mergeFindings(view, team).length, [team])
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {count > 0 && (
        <div className={styles['hint']} data-merge-review>
          <GitBranch aria-hidden size={16} strokeWidth={1.75} />
          <p>{t('merging.hint', { count })}</p>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('merging.title')}
          </Button>
        </div>
      )}
      <Suspense>{isOpen && <MergeDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

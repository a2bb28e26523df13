import { useState } from 'react'
import { mergeFindings } from '../../domain/merging/merge-findings.ts'
import { documentOfTeam } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { GitBranch } from '../../ui/icons.ts'
import { lazyPart } from '../lazy-part.ts'
import { useReading } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import { useSession } from '../workspace-context.ts'
import styles from './merge-review.module.css'

const MergeDialog = lazyPart(() => import('./merge-dialog.tsx'))

/** A quiet line where a merge has left something to settle; it opens the list. Nothing was undone behind anybody's back. */
export function MergeHint() {
  const t = useT('work')
  const team = useTeam()
  const aside = useSession(({ aside: counts }) => counts[documentOfTeam(team)] ?? 0)
  const count = useReading(view => mergeFindings(view, team).length, [team]) + (aside > 0 ? 1 : 0)
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
      {isOpen && <MergeDialog onClose={() => setOpen(false)} />}
    </>
  )
}

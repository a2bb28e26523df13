import { mergeFindings, type MergeFinding } from '../../domain/merging/merge-findings.ts'
import { documentOfTeam } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useReading } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import { useSession } from '../workspace-context.ts'
import { LeftInClosedSprint } from './left-in-closed-sprint.tsx'
import styles from './merge-review.module.css'
import { OverfullColumn } from './overfull-column.tsx'
import { SetAside } from './set-aside.tsx'
import { SeveralSprints } from './several-sprints.tsx'

type MergeDialogProps = { readonly onClose: () => void }

/** What colleagues did at the same time and what does not fit together, each with the ways to settle it. */
export default function MergeDialog({ onClose }: MergeDialogProps) {
  const t = useT('work')
  const team = useTeam()
  const findings = useReading(view => mergeFindings(view, team), [team])
  const aside = useSession(({ aside: counts }) => counts[documentOfTeam(team)] ?? 0)
  return (
    <Dialog title={t('merging.title')} description={t('merging.description')} onClose={onClose}>
      {findings.length === 0 && aside === 0 ? (
        <p role="status">{t('merging.settled')}</p>
      ) : (
        <ul className={styles['findings']}>
          {findings.map(found => (
            <li key={keyOf(found)} className={styles['finding']}>
              <Finding found={found} onClose={onClose} />
            </li>
          ))}
          {aside > 0 && (
            <li className={styles['finding']}>
              <SetAside count={aside} onClose={onClose} />
            </li>
          )}
        </ul>
      )}
    </Dialog>
  )
}

const keyOf = (found: MergeFinding): string => {
  if (found.finding === 'severalSprintsRun') return found.finding
  return found.finding === 'columnIsOverfull' ? found.column : found.sprint
}

function Finding({ found, onClose }: MergeDialogProps & { readonly found: MergeFinding }) {
  if (found.finding === 'severalSprintsRun') return <SeveralSprints {...found} onClose={onClose} />
  if (found.finding === 'columnIsOverfull') return <OverfullColumn {...found} onClose={onClose} />
  return <LeftInClosedSprint {...found} />
}

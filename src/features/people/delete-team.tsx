import { useLocation } from 'wouter'
import { records } from '../../domain/kernel/view.ts'
import { deleteTeam } from '../../domain/people/edit-team.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Trash2 } from '../../ui/icons.ts'
import styles from './people.module.css'

/** Puts the team into the bin with all it has. The last one goes only with the whole workspace: without a team there is no bin to look into. */
export function DeleteTeam() {
  const t = useT('people')
  const { id, name } = useTeam()
  const run = useCommand()
  const [, navigate] = useLocation()
  const heir = useReading(view => records(view, teamRecord, 'all', 'all').find(other => other.id !== id)?.id, [id])
  const remove = async () => {
    if (heir === undefined) return
    const result = await run(deleteTeam, { team: id }, { done: t('teamDeleted', { name }) })
    if (result.ok) navigate(boardAddress(heir))
  }
  return (
    <section className={styles['part']} aria-labelledby="delete-heading">
      <h2 id="delete-heading">{t('deleteTeam')}</h2>
      <p className={styles['quiet']}>
        <ExplainedText
          text={t(heir === undefined ? 'isLastTeam' : 'deleteTeamText')}
          words={{ board: 'Board', sprint: 'Sprint' }}
        />
      </p>
      <div>
        <Button icon={Trash2} refusal={heir === undefined ? t('isLastTeam') : undefined} onClick={() => void remove()}>
          {t('deleteTeam')}
        </Button>
      </div>
    </section>
  )
}

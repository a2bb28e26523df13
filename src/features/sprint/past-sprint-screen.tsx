import { sprint as sprintRecord } from '../../domain/scrum/sprint.ts'
import { isOver } from '../../domain/scrum/sprints.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ArrowLeft } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { BurndownChart } from './burndown-chart.tsx'
import { SprintItems } from './sprint-items.tsx'
import { sprintTabAddress } from './sprint-tabs.ts'
import styles from './sprint.module.css'

/** One sprint of the past: its goal and what became of it, its course, what was finished in it. */
export default function PastSprintScreen() {
  const t = useT('sprint')
  const words = useT('work')
  const format = useFormat()
  const team = useTeam()
  const { sprint: id } = useAddressParts()
  const record = useRecord(sprintRecord, id)
  const back = (
    <LinkButton variant="plain" icon={ArrowLeft} href={`#${sprintTabAddress(team.id, 'past')}`}>
      {t('past')}
    </LinkButton>
  )
  if (!record || record.deleted || !isOver(record.state))
    return (
      <ScreenFrame title={t('title')} tools={back}>
        <EmptyState small>{t('notThere')}</EmptyState>
      </ScreenFrame>
    )
  const { name, start, end, state, goal, goalOutcome } = record
  const outcome = state === 'cancelled' ? words('sprintStates.cancelled') : words(`goalOutcomes.${goalOutcome}`)
  return (
    <ScreenFrame
      title={name}
      context={start !== null && end !== null ? format.range(start, end) : undefined}
      tools={
        <>
          {back}
          <PlaceMenu />
        </>
      }
    >
      <div className={styles['running']}>
        <section className={styles['goal']}>
          <h2 className={styles['question']}>
            <ExplainedText text={t('goalWithOutcome', { outcome })} words={{ sprintGoal: t('goal') }} />
          </h2>
          {goal !== '' && <p className={styles['goalText']}>{goal}</p>}
        </section>
        <BurndownChart sprint={record} />
        <SprintItems sprint={record} />
      </div>
    </ScreenFrame>
  )
}

import { editSprint } from '../../domain/scrum/plan-sprint.ts'
import { longestGoal, type Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { Term } from '../../parts/term.tsx'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { AddToRunning } from './add-to-running.tsx'
import { BurndownChart } from './burndown-chart.tsx'
import { SprintItems } from './sprint-items.tsx'
import { sprintTabAddress } from './sprint-tabs.ts'
import styles from './sprint.module.css'

type RunningTabProps = {
  /** A merge can leave more than one; all are shown until somebody closes one. */
  readonly active: readonly Sprint[]
  readonly sprint: Sprint | undefined
  readonly onChoose: (id: string) => void
}

/** The sprint at work: goal, burndown, its cards by column. */
export function RunningTab({ active, sprint, onChoose }: RunningTabProps) {
  const t = useT('sprint')
  const team = useTeam()
  const save = useFieldCommand()
  if (!sprint)
    return (
      <EmptyState
        actions={
          <LinkButton variant="primary" href={`#${sprintTabAddress(team.id, 'planning')}`}>
            {t('planSprint')}
          </LinkButton>
        }
      >
        {t('nothingRuns')}
      </EmptyState>
    )
  return (
    <div className={styles['running']}>
      {active.length > 1 && (
        <>
          <Banner tone="warn">{t('severalRun', { count: active.length })}</Banner>
          <SegmentedControl
            label={t('whichSprint')}
            value={sprint.id}
            segments={active.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={onChoose}
          />
        </>
      )}
      <section className={styles['goal']} data-goal>
        <h2 className={styles['question']}>
          <Term of="sprintGoal">{t('goal')}</Term>
        </h2>
        <InlineEdit
          label={t('goal')}
          value={sprint.goal}
          placeholder={t('addGoal')}
          maxLength={longestGoal}
          className={styles['goalText']}
          onSave={goal => save(editSprint, { sprint: sprint.id, goal })}
        />
      </section>
      <BurndownChart sprint={sprint} />
      <SprintItems sprint={sprint} tools={<AddToRunning sprint={sprint} />} />
    </div>
  )
}

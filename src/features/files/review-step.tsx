import { useState } from 'react'
import { forecast } from '../../domain/intake/forecast.ts'
import { proposeChoices } from '../../domain/intake/choices.ts'
import type { TableMapping } from '../../domain/intake/table.ts'
import type { Method } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ColumnChoices } from './column-choices.tsx'
import styles from './files.module.css'
import { FindingTable } from './finding-table.tsx'
import { ForecastFacts } from './forecast-facts.tsx'
import { goTo, type NewTeam, type Review } from './intake-store.ts'
import { LossTable } from './loss-table.tsx'
import { NewTeamFields } from './new-team-fields.tsx'
import { TableMappingFields } from './table-mapping-fields.tsx'
import { useTakeOver } from './use-take-over.ts'
import { useTarget } from './use-target.ts'

type ReviewStepProps = {
  readonly review: Review
  readonly team: string | undefined
  readonly onMap: (review: Review, mapping: TableMapping) => Promise<void>
  readonly onCancel: () => void
}

/** One page to look through: what comes, where it goes, what has no place. Everything has a proposal, so one button is enough. */
export function ReviewStep({ review, team, onMap, onCancel }: ReviewStepProps) {
  const t = useT('files')
  const takeOver = useTakeOver(team)
  const target = useTarget(team)(review.newTeam?.method ?? 'kanban')
  const [isChecked, setChecked] = useState(false)
  const { plan, choices, newTeam } = review
  const outlook = forecast(target.view, target.team, plan, choices)
  const isEmpty = outlook.fresh + outlook.binned + outlook.updated === 0
  const missing = newTeam && (newTeam.name.trim() === '' ? 'name' : newTeam.person.trim() === '' ? 'person' : undefined)
  const change = (next: NewTeam, method?: Method) => {
    const goal = { ...target, team: { ...target.team, method: method ?? next.method } }
    const proposed = method ? proposeChoices(goal.view, goal.team, plan, choices.hueWords) : choices
    goTo({ ...review, newTeam: next, choices: { ...proposed, archived: choices.archived } })
  }
  const submit = () => {
    setChecked(true)
    if (!missing) void takeOver(review)
    else document.querySelector<HTMLElement>(`[data-field="${missing}"] input`)?.focus()
  }
  return (
    <>
      {review.error !== undefined && <Banner tone="danger">{t('review.refused', { reason: review.error })}</Banner>}
      <section className={styles['section']} aria-labelledby="files-review">
        <h2 id="files-review" tabIndex={-1} data-step-focus>
          {t(`review.${plan.kind}`, { name: plan.name })}
        </h2>
        <ForecastFacts outlook={outlook} plan={plan} />
        {newTeam && <NewTeamFields team={newTeam} missing={isChecked ? missing : undefined} onChange={change} />}
        <div className={styles['buttons']}>
          <Button variant="primary" refusal={isEmpty ? t('review.nothing') : undefined} onClick={submit}>
            {t('takeOver')}
          </Button>
          <Button onClick={onCancel}>{t('otherFile')}</Button>
        </div>
      </section>
      {review.table && <TableMappingFields table={review.table} onMap={mapping => void onMap(review, mapping)} />}
      <ColumnChoices
        target={target}
        plan={plan}
        choices={choices}
        onChange={next => goTo({ ...review, choices: next })}
      />
      <FindingTable findings={plan.findings} />
      <LossTable losses={plan.losses} leftOut={outlook.leftOut} />
    </>
  )
}

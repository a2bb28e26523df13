import { useState, type FormEvent } from 'react'
import { isCreation } from '../../domain/kernel/change.ts'
import { planSprint } from '../../domain/scrum/plan-sprint.ts'
import { proposeSprint } from '../../domain/scrum/propose-sprint.ts'
import { longestGoal, longestSprintName } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useOnce } from '../../parts/use-once.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './planning-forms.module.css'

type NewSprintFormProps = {
  readonly onMade: (id: string) => void
  readonly onCancel: (() => void) | undefined
}

/** Proposes number and days: one click makes the sprint, everything can be changed before and after. */
export function NewSprintForm({ onMade, onCancel }: NewSprintFormProps) {
  const t = useT('sprint')
  const team = useTeam()
  const run = useCommand()
  const once = useOnce()
  const { records } = useWorkspace()
  const today = useToday()
  const [proposal] = useState(() => proposeSprint(records, team, today))
  const [name, setName] = useState(t('proposedName', { number: proposal.number }))
  const [goal, setGoal] = useState('')
  const [start, setStart] = useState<string | undefined>(proposal.start)
  const [end, setEnd] = useState<string | undefined>(proposal.end)
  const make = async () => {
    const result = await run(planSprint, { team: team.id, name, goal, start: start ?? null, end: end ?? null })
    if (!result.ok) return
    onMade(result.value.changes.find(isCreation)?.id ?? '')
    setTimeout(focusPlace)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void once(make)
  }
  return (
    <form className={styles['newSprint']} noValidate onSubmit={submit}>
      <h2>{t('newTitle')}</h2>
      <TextField label={t('name')} value={name} onChange={setName} maxLength={longestSprintName} required />
      <TextField
        label={t('goalQuestion')}
        hint={t('goalHint')}
        value={goal}
        onChange={setGoal}
        maxLength={longestGoal}
      />
      <div className={styles['days']}>
        <DateField label={t('start')} value={start} onChange={setStart} />
        <DateField label={t('end')} value={end} onChange={setEnd} min={start} />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary">
          {t('create')}
        </Button>
        {onCancel && (
          <Button variant="plain" onClick={onCancel}>
            {t('back')}
          </Button>
        )}
      </div>
    </form>
  )
}

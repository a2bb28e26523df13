import { useState, type FormEvent } from 'react'
import { workingDaysBetween } from '../../domain/calendar/working-days.ts'
import { live } from '../../domain/kernel/view.ts'
import { membersOf } from '../../domain/people/members.ts'
import { person } from '../../domain/people/person.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { availableDays, setAvailability } from '../../domain/scrum/team-availability.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import styles from './planning-forms.module.css'

type CapacityDialogProps = { readonly sprint: Sprint; readonly onClose: () => void }

/** Available days are entered per person and used as one sum; there are no points per person. */
export function CapacityDialog({ sprint, onClose }: CapacityDialogProps) {
  const t = useT('sprint')
  const format = useFormat()
  const run = useCommand()
  const team = useTeam()
  const { records } = useWorkspace()
  const people = useReading(
    view => membersOf(view, team.id).flatMap(member => live(view, person, member.person) ?? []),
    [team.id],
  )
  const [before] = useState(() => availableDays(records, sprint.id))
  const [days, setDays] = useState(before)
  const sum = [...days.values()].reduce((total, each) => total + each, 0)
  const { start, end } = sprint
  const set = (id: string, value: number | undefined) => {
    const next = new Map(days)
    if (value === undefined) next.delete(id)
    else next.set(id, value)
    setDays(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changed = people.filter(({ id }) => days.get(id) !== before.get(id))
    const entries = changed.map(({ id }) => ({ person: id, days: days.get(id) ?? null }))
    const result = await run(setAvailability, { sprint: sprint.id, entries })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('capacity.title')}
      description={t('capacity.description')}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dismiss')}</Button>
          <Button variant="primary" type="submit" form="capacity">
            {t('take')}
          </Button>
        </>
      }
    >
      <form id="capacity" className={styles['people']} noValidate onSubmit={event => void submit(event)}>
        {start !== null && end !== null && <p>{t('capacity.longest', { days: workingDaysBetween(start, end) })}</p>}
        {people.map(({ id, name }) => (
          <NumberField
            key={id}
            className={styles['person']}
            label={t('capacity.daysOf', { name })}
            value={days.get(id)}
            min={0}
            max={366}
            onChange={value => set(id, value)}
          />
        ))}
        <p className={styles['sum']}>{t('capacity.sum', { days: format.number(sum), count: sum })}</p>
      </form>
    </Dialog>
  )
}

import { useState, type FormEvent } from 'react'
import { editSprint } from '../../domain/scrum/plan-sprint.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { CalendarDays } from '../../ui/icons.ts'
import { Popover } from '../../ui/popover.tsx'
import styles from './planning-forms.module.css'

/** First and last day; both are set together, so that no half-typed day counts. */
export function SprintDays({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { start, end } = sprint
  const text = start === null || end === null ? t('addDays') : format.range(start, end)
  return (
    <>
      <Button
        ref={setAnchor}
        variant="plain"
        size="small"
        icon={CalendarDays}
        data-days
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </Button>
      {isOpen && anchor && <DaysPopover sprint={sprint} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}

type DaysPopoverProps = { readonly sprint: Sprint; readonly anchor: HTMLElement; readonly onClose: () => void }

function DaysPopover({ sprint, anchor, onClose }: DaysPopoverProps) {
  const t = useT('sprint')
  const run = useCommand()
  const [start, setStart] = useState<string | undefined>(sprint.start ?? undefined)
  const [end, setEnd] = useState<string | undefined>(sprint.end ?? undefined)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await run(editSprint, { sprint: sprint.id, start: start ?? null, end: end ?? null })
    if (result.ok) onClose()
  }
  return (
    <Popover anchor={anchor} label={t('days')} onClose={onClose}>
      <form className={styles['daysForm']} noValidate onSubmit={event => void submit(event)}>
        <DateField label={t('start')} value={start} onChange={setStart} autoFocus />
        <DateField label={t('end')} value={end} onChange={setEnd} min={start} />
        <Button type="submit">{t('take')}</Button>
      </form>
    </Popover>
  )
}

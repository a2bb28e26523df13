import { useRef, useState, type FormEvent } from 'react'
import { reportImpediment } from '../domain/impediments/report-impediment.ts'
import { longest } from '../domain/impediments/impediment.ts'
import { live } from '../domain/kernel/view.ts'
import { item } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCommand } from './use-command.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

export type ReportImpedimentDialogProps = {
  /** The items it holds up, by id. */
  readonly items: readonly string[]
  readonly onClose: () => void
}

/** Logging an impediment asks for its title and nothing else; all the rest has a default and can be said later. */
export function ReportImpedimentDialog({ items, onClose }: ReportImpedimentDialogProps) {
  const t = useT('work')
  const team = useTeam()
  const run = useCommand()
  const [title, setTitle] = useState('')
  const [isMissing, setMissing] = useState(false)
  const reporting = useRef(false)
  const titles = useReading(view => items.flatMap(id => live(view, item, id)?.title ?? []), [items])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (title.trim() === '') {
      setMissing(true)
      event.currentTarget.querySelector('input')?.focus()
      return
    }
    if (reporting.current) return
    reporting.current = true
    const args = { team: team.id, title, items }
    const done = t('report.done', { title: title.trim() })
    const result = await run(reportImpediment, args, { done }).finally(() => (reporting.current = false))
    if (result.ok) onClose()
  }
  return (
    <Sheet
      title={t('report.title')}
      description={titles.length > 0 ? t('report.holdsUp', { title: titles.join(', ') }) : undefined}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('report.cancel')}</Button>
          <Button variant="primary" type="submit" form="report-impediment">
            {t('report.send')}
          </Button>
        </>
      }
    >
      <form id="report-impediment" noValidate onSubmit={event => void submit(event)}>
        <TextField
          label={t('report.what')}
          value={title}
          onChange={setTitle}
          maxLength={longest.title}
          error={isMissing && title.trim() === '' ? t('report.missing') : undefined}
          required
          autoFocus
        />
      </form>
    </Sheet>
  )
}

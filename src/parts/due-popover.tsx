import { useState, type SyntheticEvent } from 'react'
import { shiftDay } from '../i18n/format.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { weekday } from '../domain/calendar/day.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './item-properties/item-properties.module.css'
import { useChoosing } from './use-choosing.ts'
import { useToday } from './use-today.ts'

export type DuePopoverProps = {
  readonly anchor: HTMLElement
  /** `YYYY-MM-DD` */
  readonly due: string | null
  /** Whether there is a day to take away; of many cards some may have one. */
  readonly mayClear?: boolean
  /** Out: why it was not taken, as a sentence. */
  readonly onChoose: (due: string | null) => Promise<string | undefined>
  readonly onClose: () => void
}

/** The next Friday and the Friday after it; on a Friday the next one is in a week. */
const proposals = (today: string) => {
  const toFriday = (5 - weekday(today) + 7) % 7 || 7
  return [today, shiftDay(today, 1), shiftDay(today, toFriday), shiftDay(today, toFriday + 7)]
}

/** Chooses a day: the near ones with one click, any other by the calendar. A day half typed is not taken, one that is refused stays typed. */
export function DuePopover({ anchor, due, mayClear = due !== null, onChoose, onClose }: DuePopoverProps) {
  const t = useT('work')
  const format = useFormat()
  const today = useToday()
  const [typed, setTyped] = useState<string | undefined>(due ?? undefined)
  const { refusal, choose } = useChoosing(onChoose, onClose)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void choose(typed ?? null)
  }
  return (
    <Popover anchor={anchor} label={t('due')} onClose={onClose}>
      <form className={styles['own']} onSubmit={submit}>
        <DateField label={t('dueDay')} value={typed} error={refusal} onChange={setTyped} />
        <Button size="small" type="submit">
          {t('take')}
        </Button>
      </form>
      <div className={styles['days']}>
        {[...new Set(proposals(today))].map((day, index) => (
          <Button key={day} size="small" variant="plain" onClick={() => void choose(day)}>
            {index < 2 ? `${format.relativeDay(day)}, ${format.day(day)}` : format.day(day)}
          </Button>
        ))}
        {mayClear && (
          <Button size="small" variant="plain" onClick={() => void choose(null)}>
            {t('noDue')}
          </Button>
        )}
      </div>
    </Popover>
  )
}

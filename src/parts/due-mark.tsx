import { daysBetween } from '../i18n/format.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { Calendar, Clock } from '../ui/icons.ts'
import styles from './marks.module.css'
import { useToday } from './use-today.ts'

type DueMarkProps = {
  /** `YYYY-MM-DD` */
  readonly due: string
  /** What is done or decided against is never late. */
  readonly isOpen: boolean
}

/** The day something is due: quiet while there is time, said plainly on the day and when it is past. */
export function DueMark({ due, isOpen }: DueMarkProps) {
  const t = useT('work')
  const format = useFormat()
  const left = daysBetween(useToday(), due)
  const state = !isOpen || left > 0 ? 'calm' : left === 0 ? 'today' : 'late'
  const Icon = state === 'late' ? Clock : Calendar
  return (
    <span className={`${styles['mark']} ${styles[state]}`} data-due={state}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      <span className="visually-hidden">{t('due')} </span>
      {state === 'late' ? t('late', { days: -left }) : isOpen && left <= 1 ? format.relativeDay(due) : format.date(due)}
    </span>
  )
}

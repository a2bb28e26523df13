import { person } from '../../domain/people/person.ts'
import type { Check } from '../../domain/work/check.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DueMark } from '../../parts/due-mark.tsx'
import { useRecord } from '../../parts/use-record.ts'
import styles from './card.module.css'

/** Below the words of a line: whose it is and until when, or who ticked it and when. */
export function CheckFacts({ record: { done, due, person: whose } }: { readonly record: Check }) {
  if (done) return <TickedBy done={done} />
  if (whose === null && due === null) return null
  return (
    <p className={styles['checkFacts']}>
      {whose !== null && <Whose id={whose} />}
      {due !== null && <DueMark due={due} isOpen />}
    </p>
  )
}

function Whose({ id }: { readonly id: string }) {
  const t = useT('card')
  return <span>{useRecord(person, id)?.name ?? t('somebody')}</span>
}

function TickedBy({ done: [when, by] }: { readonly done: NonNullable<Check['done']> }) {
  const t = useT('card')
  const format = useFormat()
  const name = useRecord(person, by)?.name ?? t('somebody')
  return <p className={styles['note']}>{t('tickedBy', { name, day: format.day(dayOf(when)) })}</p>
}

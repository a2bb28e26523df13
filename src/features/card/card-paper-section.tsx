import type { ReactNode } from 'react'
import type { Check } from '../../domain/work/check.ts'
import { person } from '../../domain/people/person.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useRecord } from '../../parts/use-record.ts'
import styles from './card-paper.module.css'

/** A heading with what stands below it. */
export function PaperSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Lines to tick, with who ticked them and when. */
export function PaperChecksWithNames({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className={styles['plain']}>
      {checks.map(each => (
        <Line key={each.id} check={each} />
      ))}
    </ul>
  )
}

function Line({ check: { title, done } }: { readonly check: Check }) {
  const t = useT('card')
  const words = useT('work')
  const format = useFormat()
  const name = useRecord(person, done?.[1])?.name ?? t('somebody')
  return (
    <li>
      <span role="img" aria-label={done === null ? words('unticked') : words('ticked')}>
        {done === null ? '☐' : '☑'}
      </span>{' '}
      {title}
      {done !== null && (
        <span className={styles['note']}> ({t('tickedBy', { name, day: format.day(dayOf(done[0])) })})</span>
      )}
    </li>
  )
}

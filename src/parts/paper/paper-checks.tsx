import { person } from '../../domain/people/person.ts'
import type { Check } from '../../domain/work/check.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useRecord } from '../use-record.ts'
import styles from './paper-item.module.css'

/** Lines to tick, by hand too: an empty box is left for a pen. */
export function PaperChecks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className={styles['checks']}>
      {checks.map(record => (
        <PaperCheck key={record.id} record={record} />
      ))}
    </ul>
  )
}

/** What is open says whose it is and until when. */
function PaperCheck({ record: { title, done, due, person: whose } }: { readonly record: Check }) {
  const t = useT('work')
  const format = useFormat()
  const name = useRecord(person, whose)?.name
  const facts = done === null ? [name, due === null ? undefined : format.day(due)].filter(Boolean) : []
  return (
    <li>
      <span role="img" aria-label={done === null ? t('unticked') : t('ticked')}>
        {done === null ? '☐' : '☑'}
      </span>{' '}
      {title}
      {facts.length > 0 && ` (${facts.join(', ')})`}
    </li>
  )
}

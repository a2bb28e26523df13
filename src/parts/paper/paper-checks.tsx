import type { Check } from '../../domain/work/check.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './paper-item.module.css'

/** Lines to tick, by hand too: an empty box is left for a pen. */
export function PaperChecks({ checks }: { readonly checks: readonly Check[] }) {
  const t = useT('work')
  return (
    <ul className={styles['checks']}>
      {checks.map(({ id, title, done }) => (
        <li key={id}>
          <span role="img" aria-label={done === null ? t('unticked') : t('ticked')}>
            {done === null ? '☐' : '☑'}
          </span>{' '}
          {title}
        </li>
      ))}
    </ul>
  )
}

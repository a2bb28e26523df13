import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './marks.module.css'

/** An estimate as a bare number; screen readers hear what it counts. */
export function EstimateMark({ estimate }: { readonly estimate: number }) {
  const t = useT('work')
  const format = useFormat()
  return (
    <span className={styles['estimate']}>
      {format.number(estimate, 2)}
      <span className="visually-hidden"> {t('points', { count: estimate })}</span>
    </span>
  )
}

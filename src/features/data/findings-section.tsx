import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Health } from '../../workspace/device.ts'
import styles from './data.module.css'

const most = 20

/** What storage had to mend or could not: what happened, when, what is safe, what to do. The newest first. */
export function FindingsSection({ health }: { readonly health: Health }) {
  const t = useT('copies')
  const format = useFormat()
  const findings = health.findings.toReversed().slice(0, most)
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="data-findings" className={styles['section']}>
      <h2 id="data-findings">{t('findings.title')}</h2>
      <ul className={styles['rows']}>
        {findings.map(({ finding, at }, index) => (
          <li key={`${at} ${finding} ${index}`} className={styles['row']}>
            <div className={styles['words']}>
              <p>{t(`findings.${finding}`)}</p>
              <p className={styles['note']}>{format.dateTime(at)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

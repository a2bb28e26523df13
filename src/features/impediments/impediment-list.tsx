import type { PartyGroup } from '../../domain/impediments/open-impediments.ts'
import { useT } from '../../i18n/use-t.ts'
import { Term } from '../../parts/term.tsx'
import { ImpedimentRow } from './impediment-row.tsx'
import styles from './impediments.module.css'

/** The open impediments of one party: it is their turn. */
export function ImpedimentList({ group: { party, impediments } }: { readonly group: PartyGroup }) {
  const t = useT('impediments')
  const words = useT('work')
  return (
    <section className={styles['group']} aria-labelledby={`party-${party}`}>
      <h2 id={`party-${party}`} className={styles['groupTitle']}>
        <span className={styles['quiet']}>
          <Term of="turn">{t('turn')}</Term>
        </span>{' '}
        {words(`parties.${party}`)}
        <span className={styles['count']}>{impediments.length}</span>
      </h2>
      <ul className={styles['rows']}>
        {impediments.map(record => (
          <ImpedimentRow key={record.id} record={record} />
        ))}
      </ul>
    </section>
  )
}

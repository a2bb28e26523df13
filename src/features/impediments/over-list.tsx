import { useState } from 'react'
import { impedimentsOver } from '../../domain/impediments/open-impediments.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ImpedimentRow } from './impediment-row.tsx'
import styles from './impediments.module.css'

const step = 50

/** What is out of the way, the latest first, with what helped. */
export function OverList() {
  const t = useT('impediments')
  const { home } = useTeam()
  const [most, setMost] = useState(step)
  const over = useReading(view => impedimentsOver(view, home), [home])
  const rest = over.length - most
  if (over.length === 0) return <EmptyState small>{t('nothingOver')}</EmptyState>
  return (
    <section className={styles['group']} aria-label={t('over', { count: over.length })}>
      <ul className={styles['rows']}>
        {over.slice(0, most).map(record => (
          <ImpedimentRow key={record.id} record={record} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setMost(most + step)}>{t('more', { count: Math.min(step, rest) })}</Button>}
    </section>
  )
}

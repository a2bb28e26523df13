import { useState } from 'react'
import { findingKinds, type Finding } from '../../domain/intake/plan.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './files.module.css'

/** Rows shown at once: a long list helps nobody. */
const step = 50

/** Rows that a person should look at, counted by kind, with their place in the file. */
export function FindingTable({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT('files')
  const format = useFormat()
  const [shown, setShown] = useState(step)
  if (findings.length === 0) return null
  const counts = findingKinds.flatMap(kind => {
    const count = findings.filter(({ finding }) => finding === kind).length
    return count > 0 ? [{ kind, count }] : []
  })
  return (
    <section className={styles['section']}>
      <h2>{t('findings.title')}</h2>
      <ul className={styles['facts']}>
        {counts.map(({ kind, count }) => (
          <li key={kind}>{t(`findings.counts.${kind}`, { count })}</li>
        ))}
      </ul>
      <Table
        caption={t('findings.title')}
        rows={findings.slice(0, shown).map((finding, index) => ({ ...finding, index }))}
        rowId={({ index }) => String(index)}
        columns={[
          { id: 'row', head: t('findings.row'), numeric: true, cell: ({ row }) => format.number(row) },
          {
            id: 'what',
            head: t('findings.what'),
            rowHead: true,
            cell: ({ finding }) => t(`findings.kinds.${finding}`),
          },
          { id: 'field', head: t('findings.field'), cell: ({ field }) => field },
          { id: 'value', head: t('findings.value'), cell: ({ value }) => value },
        ]}
      />
      {shown < findings.length && (
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => setShown(count => count + step)}>
            {t('findings.more', { count: Math.min(step, findings.length - shown) })}
          </Button>
        </div>
      )}
    </section>
  )
}

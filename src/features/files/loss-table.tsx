import type { Loss, PlanItem } from '../../domain/intake/plan.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Table } from '../../ui/table.tsx'
import styles from './files.module.css'

type LossTableProps = { readonly losses: readonly Loss[]; readonly leftOut: readonly PlanItem[] }
type Line = { readonly id: string; readonly what: string; readonly count: number; readonly examples: string }

/** Nothing is dropped in silence: what has no place here, and what was chosen to stay away. */
export function LossTable({ losses, leftOut }: LossTableProps) {
  const t = useT('files')
  const format = useFormat()
  const left: readonly Line[] =
    leftOut.length === 0
      ? []
      : [
          {
            id: 'leftOut',
            what: t('losses.leftOut'),
            count: leftOut.length,
            examples: leftOut
              .slice(0, 3)
              .map(({ title }) => title)
              .join(' · '),
          },
        ]
  const lines: readonly Line[] = [
    ...losses.map(({ loss, name, count, examples }) => ({
      id: `${loss}/${name}`,
      what: t(`losses.${loss}`, { name }),
      count,
      examples: examples.join(' · '),
    })),
    ...left,
  ]
  return (
    <section className={styles['section']}>
      <h2>{t('losses.title')}</h2>
      {lines.length === 0 ? (
        <p className={styles['quiet']}>{t('losses.none')}</p>
      ) : (
        <Table
          caption={t('losses.title')}
          rows={lines}
          rowId={({ id }) => id}
          columns={[
            { id: 'what', head: t('losses.what'), rowHead: true, cell: ({ what }) => what },
            { id: 'count', head: t('losses.count'), numeric: true, cell: ({ count }) => format.number(count) },
            { id: 'examples', head: t('losses.examples'), cell: ({ examples }) => examples },
          ]}
        />
      )}
    </section>
  )
}

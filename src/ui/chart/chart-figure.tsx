import { useState, type ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../button.tsx'
import { ChartTable } from './chart-table.tsx'
import styles from './chart.module.css'
import type { ChartSeries } from './series.ts'

export type ChartFigureProps = {
  readonly series: readonly ChartSeries[]
  readonly labels: readonly string[]
  readonly printValue: (value: number) => string
  readonly axis: string
  readonly unit: string
  /** The series are areas; the key then shows a patch of colour for all but a limit. */
  readonly bars?: boolean
  readonly children: ReactNode
}

/** A picture, its key in words, and the same figures as a table one press away. */
export function ChartFigure({ series, labels, printValue, axis, unit, bars = false, children }: ChartFigureProps) {
  const t = useT('ui')
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['caption']}>
        <ul className={styles['key']}>
          {series.map(({ id, text, sign, role }) => (
            <li key={id} className={styles[role]}>
              <span aria-hidden className={styles[bars && role !== 'limit' ? 'patch' : 'sample']} />
              {sign ?? text}
            </li>
          ))}
        </ul>
        <Button variant="plain" size="small" aria-pressed={asTable} onClick={() => setAsTable(before => !before)}>
          {t('table')}
        </Button>
      </figcaption>
      {asTable ? <ChartTable {...{ series, labels, printValue, axis, unit }} /> : children}
    </figure>
  )
}

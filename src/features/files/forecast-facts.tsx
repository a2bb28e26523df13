import type { Forecast } from '../../domain/intake/forecast.ts'
import type { ImportPlan } from '../../domain/intake/plan.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './files.module.css'

type ForecastFactsProps = { readonly outlook: Forecast; readonly plan: ImportPlan }

/** The dry run in a few lines; only what is not nothing is said. */
export function ForecastFacts({ outlook, plan }: ForecastFactsProps) {
  const t = useT('files')
  const { fresh, binned, updated, untouched, leftOut, checklists, newColumns, comments } = outlook
  const counts = {
    fresh,
    newColumns,
    checklists,
    comments,
    people: plan.people.length,
    updated,
    untouched,
    binned,
    leftOut: leftOut.length,
    findings: plan.findings.length,
  }
  const lines = (Object.keys(counts) as (keyof typeof counts)[]).filter(line => counts[line] > 0)
  return (
    <ul className={styles['facts']} data-forecast>
      {lines.map(line => (
        <li key={line}>{t(`forecast.${line}`, { count: counts[line] })}</li>
      ))}
    </ul>
  )
}

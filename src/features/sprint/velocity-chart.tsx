import { useMemo } from 'react'
import { meanVelocity, sprintsInMean, type SprintResult, type Unit } from '../../domain/metrics/velocity.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import type { ChartSeries } from '../../ui/chart/series.ts'
import styles from './sprint.module.css'

/** As many bars as a phone can show side by side. */
const shown = 8

type VelocityChartProps = { readonly results: readonly SprintResult[]; readonly unit: Unit }

/** Planned and done of the last sprints with the mean of the last three. Of the team, never of a person. */
export function VelocityChart({ results, unit }: VelocityChartProps) {
  const t = useT('sprint')
  const format = useFormat()
  const last = useMemo(() => results.slice(-shown), [results])
  const names = useReading(view => last.map(result => view.get(sprint, result.sprint)?.name ?? ''), [last])
  const mean = meanVelocity(results, unit) ?? 0
  const series = useMemo<readonly ChartSeries[]>(() => {
    // Two sprints may have the same name; the axis needs them apart.
    const labels = names.map((name, at) => (names.indexOf(name) === at ? name : `${name} (${at + 1})`))
    const points = (read: (result: SprintResult) => number) =>
      last.map((result, at) => ({ x: labels[at] ?? '', y: read(result) }))
    return [
      { id: 'planned', text: t('velocity.planned'), role: 'reference', points: points(({ planned }) => planned[unit]) },
      { id: 'done', text: t('velocity.done'), role: 'main', points: points(({ done }) => done[unit]) },
      { id: 'mean', text: t('velocity.mean'), role: 'limit', points: points(() => mean) },
    ]
  }, [last, names, unit, mean, t])
  const sentence = t(`velocity.sentence.${unit}`, {
    mean: format.number(mean),
    count: Math.min(sprintsInMean, results.length),
  })
  return (
    <section className={styles['chart']}>
      <h2 className={styles['sentence']}>
        <ExplainedText text={sentence} words={{ mean: t('velocity.mean'), points: t('unit.points') }} />
      </h2>
      <BarChart
        series={series}
        printValue={format.number}
        summary={sentence}
        axis={t('columns.name')}
        unit={t(`unit.${unit}`)}
        height={200}
      />
    </section>
  )
}

import { useMemo } from 'react'
import { burndown, type Burndown } from '../../domain/metrics/burndown.ts'
import { isOver } from '../../domain/scrum/sprints.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { item } from '../../domain/work/item.ts'
import type { Format } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT, type Translate } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { Term } from '../../parts/term.tsx'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useToday } from '../../parts/use-today.ts'
import { LineChart } from '../../ui/chart/line-chart.tsx'
import type { ChartSeries } from '../../ui/chart/series.ts'
import styles from './sprint.module.css'

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** The whole statement in one sentence: what is left, and how that compares with the even path. */
const sentenceOf = (
  { latest, start, unit }: Burndown,
  isPast: boolean,
  t: Translate<'sprint'>,
  format: Format,
): string => {
  if (!latest?.work) return t('burndown.notBegun')
  const { remaining, scope } = latest.work
  const ahead = oneDecimal(latest.ideal - remaining)
  const values = { left: format.number(remaining), scope: format.number(scope) }
  const left = isPast ? t(`burndown.was.${unit}`, values) : t(`burndown.left.${unit}`, values)
  const pace = isPast
    ? ''
    : remaining === 0
      ? t('burndown.done')
      : Math.abs(ahead) < 0.05 * Math.max(1, start.remaining)
        ? t('burndown.onPath')
        : ahead > 0
          ? t('burndown.ahead', { by: format.number(ahead) })
          : t('burndown.behind', { by: format.number(-ahead) })
  const grown = oneDecimal(scope - start.scope)
  const change =
    grown === 0 ? '' : t(grown > 0 ? 'burndown.grown' : 'burndown.shrunk', { by: format.number(Math.abs(grown)) })
  return [left, pace, change].filter(part => part !== '').join(' ')
}

const seriesOf = ({ start, days }: Burndown, t: Translate<'sprint'>, format: Format): readonly ChartSeries[] => {
  const points = (first: number, read: (day: Burndown['days'][number]) => number | undefined) => [
    { x: t('burndown.start'), y: first },
    ...days.map(day => ({ x: format.date(day.day), y: read(day) })),
  ]
  return [
    {
      id: 'remaining',
      text: t('burndown.remaining'),
      sign: <Term of="burndown">{t('burndown.remaining')}</Term>,
      role: 'main',
      points: points(start.remaining, day => day.work?.remaining),
    },
    {
      id: 'ideal',
      text: t('burndown.ideal'),
      role: 'reference',
      points: points(start.remaining, day => oneDecimal(day.ideal)),
    },
    {
      id: 'scope',
      text: t('burndown.scope'),
      sign: <Term of="scope">{t('burndown.scope')}</Term>,
      role: 'limit',
      step: true,
      points: points(start.scope, day => day.work?.scope),
    },
  ]
}

/** What is left day by day, the scope above it, the even path beside it; a sentence says the same, a table as well. */
export function BurndownChart({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const today = useToday()
  const figures = useQuietReading(item, view => burndown(view, sprint, Date.now()), [sprint, today])
  const series = useMemo(() => figures && seriesOf(figures, t, format), [figures, t, format])
  if (!figures || !series) return <p className={styles['quiet']}>{t('burndown.noDays')}</p>
  const sentence = sentenceOf(figures, isOver(sprint.state), t, format)
  return (
    <section className={styles['chart']}>
      <h2 className={styles['sentence']}>
        <ExplainedText text={sentence} words={{ points: t('unit.points') }} />
      </h2>
      <LineChart
        series={series}
        printValue={format.number}
        summary={sentence}
        axis={t('burndown.day')}
        unit={t(`unit.${figures.unit}`)}
        height={220}
      />
    </section>
  )
}

import { sprintLoad } from '../../domain/metrics/velocity.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { Badge } from '../../ui/badge.tsx'
import { CircleCheck, TriangleAlert } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './planning.module.css'

/** What is planned beside the mean of the last three sprints, as bar, number and word. */
export function LoadBar({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const { unit, planned, mean, fit } = useReading(view => sprintLoad(view, sprint), [sprint])
  const amount = t(`amount.${unit}`, { value: format.number(planned), count: planned })
  const words = { mean: t('velocity.mean'), points: t('unit.points') }
  const ofMean = (value: number) => t('ofMean', { amount, mean: format.number(value) })
  if (mean === undefined)
    return (
      <p className={styles['load']}>
        {amount}{' '}
        <span className={styles['quiet']}>
          <ExplainedText text={t('noMean')} words={words} />
        </span>
      </p>
    )
  return (
    <div className={styles['load']}>
      <div className={styles['bar']}>
        <ProgressBar
          label={t('planned')}
          value={planned}
          max={Math.max(mean, planned)}
          text={ofMean(mean)}
          shown={<ExplainedText text={ofMean(mean)} words={words} />}
          tone={fit.is === 'over' ? 'warn' : 'ok'}
        />
      </div>
      {fit.is === 'over' ? (
        <Badge bare tone="warn" icon={TriangleAlert}>
          {t('overMean', { by: format.number(fit.by) })}
        </Badge>
      ) : (
        <Badge bare tone="ok" icon={CircleCheck}>
          {t('fits')}
        </Badge>
      )}
    </div>
  )
}

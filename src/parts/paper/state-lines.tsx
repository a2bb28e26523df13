import { daysBetween, dayOf } from '../../i18n/format.ts'
import { useT } from '../../i18n/use-t.ts'
import { CircleCheck, Clock, Hourglass, ListChecks, OctagonAlert, type IconType } from '../../ui/icons.ts'
import { useToday } from '../use-today.ts'
import type { PaperItem } from './read-paper-items.ts'
import styles from './paper-item.module.css'

/** How a card stands, each thing as a sign and words: paper may be grey. */
export function StateLines({ card }: { readonly card: PaperItem }) {
  const t = useT('work')
  const paper = useT('paper')
  const today = useToday()
  const { blockedSince, impediments, due, isLate, isDone, waitsFor, checks } = card
  return (
    <div className={styles['states']}>
      {isDone && <Line icon={CircleCheck}>{t('categories.done')}</Line>}
      {blockedSince !== undefined && (
        <Line icon={OctagonAlert} isStrong>
          {`${t('blockedFor', { days: Math.max(0, daysBetween(dayOf(blockedSince), today)) })}: ${impediments}`}
        </Line>
      )}
      {isLate && due !== null && (
        <Line icon={Clock} isStrong>
          {t('late', { days: daysBetween(due, today) })}
        </Line>
      )}
      {waitsFor !== '' && <Line icon={Hourglass}>{paper('waitsFor', { keys: waitsFor })}</Line>}
      {checks.total > 0 && <Line icon={ListChecks}>{t('checksDone', checks)}</Line>}
    </div>
  )
}

type LineProps = { readonly icon: IconType; readonly isStrong?: boolean; readonly children: string }

function Line({ icon: Icon, isStrong = false, children }: LineProps) {
  return (
    <p className={styles['state']} data-strong={isStrong || undefined}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      <span>{children}</span>
    </p>
  )
}

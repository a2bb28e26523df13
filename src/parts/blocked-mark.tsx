import { daysBetween, dayOf } from '../i18n/format.ts'
import { useT } from '../i18n/use-t.ts'
import { OctagonAlert } from '../ui/icons.ts'
import styles from './marks.module.css'
import { useToday } from './use-today.ts'

/** Says that impediments hold a card up, and for how long. In: since when, milliseconds UTC. */
export function BlockedMark({ since }: { readonly since: number }) {
  const t = useT('work')
  const days = Math.max(0, daysBetween(dayOf(since), useToday()))
  return (
    <span className={`${styles['mark']} ${styles['blocked']}`}>
      <OctagonAlert aria-hidden size={14} strokeWidth={2} />
      {t('blockedFor', { days })}
    </span>
  )
}

import type { Priority } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { ChevronUp, CircleAlert } from '../ui/icons.ts'
import { isUrgent } from './is-urgent.ts'
import styles from './marks.module.css'

/** The sign and word of a priority that is urgent. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const t = useT('work')
  if (!isUrgent(priority)) return null
  const Icon = priority === 'highest' ? CircleAlert : ChevronUp
  return (
    <span className={`${styles['mark']} ${styles[priority]}`}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      <span className="visually-hidden">{t('priority')} </span>
      {t(`priorities.${priority}`)}
    </span>
  )
}

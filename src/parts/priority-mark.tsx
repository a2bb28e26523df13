import type { Priority } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { ChevronUp, CircleAlert } from '../ui/icons.ts'
import styles from './marks.module.css'

/** A priority is only worth a sign when it is high or highest; what is normal needs none. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const t = useT('work')
  if (priority !== 'high' && priority !== 'highest') return null
  const Icon = priority === 'highest' ? CircleAlert : ChevronUp
  return (
    <span className={`${styles['mark']} ${styles[priority]}`}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      <span className="visually-hidden">{t('priority')} </span>
      {t(`priorities.${priority}`)}
    </span>
  )
}

import { useT } from '../i18n/use-t.ts'
import { ListChecks } from '../ui/icons.ts'
import styles from './marks.module.css'

type CheckMarkProps = { readonly done: number; readonly total: number }

/** How many criteria and checks are ticked, for example `2/5`. */
export function CheckMark({ done, total }: CheckMarkProps) {
  const t = useT('work')
  return (
    <span className={`${styles['mark']} ${done === total ? styles['complete'] : ''}`}>
      <ListChecks aria-hidden size={14} strokeWidth={1.75} />
      <span aria-hidden>{`${done}/${total}`}</span>
      <span className="visually-hidden">{t('checksDone', { done, total })}</span>
    </span>
  )
}

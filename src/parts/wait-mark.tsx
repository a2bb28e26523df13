import { useT } from '../i18n/use-t.ts'
import { Hourglass } from '../ui/icons.ts'
import { nameTooltip } from '../ui/tooltip.ts'
import styles from './marks.module.css'

/** How many items have to be done before this one. */
export function WaitMark({ count }: { readonly count: number }) {
  const t = useT('work')
  return (
    <span className={styles['mark']} {...nameTooltip(t('waitsFor', { count }))}>
      <Hourglass aria-hidden size={14} strokeWidth={1.75} />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t('waitsFor', { count })}</span>
    </span>
  )
}

import type { IconType } from '../ui/icons.ts'
import styles from './marks.module.css'

type CountMarkProps = {
  readonly icon: IconType
  readonly count: number
  /** The number as a sentence, for screen readers. */
  readonly text: string
}

/** How many of something a card carries. */
export function CountMark({ icon: Icon, count, text }: CountMarkProps) {
  return (
    <span className={styles['mark']}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  )
}

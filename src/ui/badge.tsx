import { classNames } from './class-names.ts'
import styles from './badge.module.css'
import type { IconType } from './icons.ts'

export type Tone = 'neutral' | 'primary' | 'info' | 'ok' | 'warn' | 'danger'

export type BadgeProps = {
  /** The word; colour never speaks alone. */
  readonly children: string
  readonly tone?: Tone
  readonly icon?: IconType | undefined
  /** Without the soft ground, for quiet lines. */
  readonly bare?: boolean
  readonly className?: string | undefined
}

/** A state in one word, with a sign where it matters. */
export function Badge({ children, tone = 'neutral', icon: Icon, bare = false, className }: BadgeProps) {
  return (
    <span className={classNames(styles['badge'], styles[tone], bare && styles['bare'], className)}>
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} />}
      <span>{children}</span>
    </span>
  )
}

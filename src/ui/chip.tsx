import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './chip.module.css'
import { X } from './icons.ts'

export type ChipProps = {
  readonly children: ReactNode
  /** A filter that is on or off. */
  readonly pressed?: boolean | undefined
  readonly onPress?: (() => void) | undefined
  /** Draws a cross with this name, for example `Filter „Nur meine“ aufheben`. */
  readonly removeLabel?: string | undefined
  readonly onRemove?: (() => void) | undefined
  readonly className?: string | undefined
}

/** A small thing that was chosen, or a filter to switch. Text only when neither handler is given. */
export function Chip({ children, pressed, onPress, removeLabel, onRemove, className }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], pressed === true && styles['pressed'], className)}>
      {onPress ? (
        <button type="button" aria-pressed={pressed} className={styles['main']} onClick={onPress}>
          {children}
        </button>
      ) : (
        <span className={styles['main']}>{children}</span>
      )}
      {onRemove && (
        <button type="button" aria-label={removeLabel} className={styles['remove']} onClick={onRemove}>
          <X aria-hidden size={14} />
        </button>
      )}
    </span>
  )
}

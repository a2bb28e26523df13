import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  /** One sentence. */
  readonly text: string
  readonly primary?: ReactNode
  readonly second?: ReactNode
  /** A small line drawing of the caller's; decorative. */
  readonly drawing?: ReactNode
}

/** What stands where nothing is yet: one sentence, one action, at most a second. */
export function EmptyState({ text, primary, second, drawing }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {drawing}
      <p>{text}</p>
      {(primary !== undefined || second !== undefined) && (
        <div className={styles['actions']}>
          {primary}
          {second}
        </div>
      )}
    </div>
  )
}

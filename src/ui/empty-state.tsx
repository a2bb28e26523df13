import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { LineDrawing } from './line-drawing.tsx'

export type EmptyStateProps = {
  /** One sentence. */
  readonly children: ReactNode
  /** At most two buttons, the more useful first. */
  readonly actions?: ReactNode
  /** In a column or a section there is no room for the drawing. */
  readonly small?: boolean
}

export function EmptyState({ children, actions, small = false }: EmptyStateProps) {
  return (
    <div className={small ? styles['small'] : styles['empty']}>
      {!small && <LineDrawing />}
      <p>{children}</p>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}

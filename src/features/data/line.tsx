import type { ReactNode } from 'react'
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from '../../ui/icons.ts'
import styles from './data.module.css'

const signs = { ok: CircleCheck, info: Info, warn: TriangleAlert, danger: OctagonAlert }

type LineProps = { readonly tone: keyof typeof signs; readonly children: ReactNode; readonly action?: ReactNode }

/** A sentence with a sign; the sign never says what the words do not. */
export function Line({ tone, children, action }: LineProps) {
  const Sign = signs[tone]
  return (
    <li className={styles['line']} data-tone={tone}>
      <Sign aria-hidden size={18} strokeWidth={1.75} />
      <div className={styles['sentence']}>{children}</div>
      {action}
    </li>
  )
}

import type { ReactNode } from 'react'
import styles from './progress-bar.module.css'

export type ProgressBarProps = {
  /** What proceeds. */
  readonly label: string
  readonly value: number
  readonly max: number
  /** The state in words, for example `1.200 von 5.000 Karten`; shown beside the label. */
  readonly text: string
  /** What is seen instead, for example the same words with an explanation. */
  readonly shown?: ReactNode
  readonly tone?: 'primary' | 'ok' | 'warn' | 'danger'
  readonly hideLabel?: boolean
}

export function ProgressBar(props: ProgressBarProps) {
  const { label, value, max, text, shown = text, tone = 'primary', hideLabel = false } = props
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className={styles['progress']}>
      <div className={hideLabel ? 'visually-hidden' : styles['line']}>
        <span>{label}</span>
        <span className={styles['text']}>{shown}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className={styles['track']}
      >
        <div className={styles['bar']} style={{ width: `${share * 100}%`, backgroundColor: `var(--${tone})` }} />
      </div>
    </div>
  )
}

import type { CSSProperties } from 'react'
import { useT } from '../i18n/use-t.ts'
import styles from './skeleton.module.css'

type SkeletonProps = {
  /** Heights of the blocks in px, in the final geometry of what is awaited. */
  readonly blocks: readonly number[]
  /** Space between them in px. */
  readonly gap?: number
  readonly style?: CSSProperties
}

/** Grey blocks in the shape of what comes. Local data is quick: they appear only after 150 ms. */
export function Skeleton({ blocks, gap = 8, style }: SkeletonProps) {
  const t = useT('ui')
  return (
    <div role="progressbar" aria-label={t('loading')} className={styles['skeleton']} style={{ gap, ...style }}>
      {blocks.map((height, index) => (
        // The blocks have no identity but their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles['block']} style={{ height }} />
      ))}
    </div>
  )
}

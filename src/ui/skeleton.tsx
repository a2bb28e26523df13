import { useEffect, useState } from 'react'
import styles from './skeleton.module.css'

type SkeletonProps = { readonly lines?: number }

/** Local data show nothing for 150 ms, then grey lines where the content will stand. */
export function Skeleton({ lines = 6 }: SkeletonProps) {
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 150)
    return () => clearTimeout(timer)
  }, [])
  if (!visible) return null
  return (
    <div className={styles['skeleton']} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  )
}

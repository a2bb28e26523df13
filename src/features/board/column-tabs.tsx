import { useEffect, useState } from 'react'
import type { BoardColumnData } from '../../ui/board/board-surface.tsx'
import styles from './board.module.css'

/** On a phone one column fills the screen; the tabs say which there are and lead to them. */
export function ColumnTabs({ columns }: { readonly columns: readonly BoardColumnData[] }) {
  const [current, setCurrent] = useState(0)
  useEffect(() => {
    const seen = new Map<Element, number>()
    const observer = new IntersectionObserver(
      entries => {
        for (const entry of entries) seen.set(entry.target, entry.intersectionRatio)
        const [widest] = [...seen].sort((one, other) => other[1] - one[1])
        const id = widest?.[0].getAttribute('data-column')
        const index = columns.findIndex(column => column.id === id)
        if (index >= 0) setCurrent(index)
      },
      { threshold: [0.25, 0.5, 0.75, 1] },
    )
    for (const element of document.querySelectorAll('[data-column]')) observer.observe(element)
    return () => observer.disconnect()
  }, [columns])
  const show = (id: string) =>
    document.querySelector(`[data-column="${CSS.escape(id)}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' })
  return (
    <div className={styles['tabs']}>
      {columns.map(({ id, label, cards }, index) => (
        <button
          key={id}
          type="button"
          className={styles['tab']}
          aria-current={index === current || undefined}
          onClick={() => show(id)}
        >
          <span className={styles['tabName']}>{label}</span> <span className={styles['tabCount']}>{cards.length}</span>
        </button>
      ))}
    </div>
  )
}

import { memo, useEffect, useMemo, useState } from 'react'
import { columnCount } from '../../domain/kanban/limits.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import { useShownCount } from './use-board-columns.ts'
import styles from './board.module.css'

type ColumnTabsProps = { readonly columns: readonly BoardColumnData[]; readonly cards: ColumnCards }

/** On a phone one column fills the screen; the tabs say which there are and lead to them. */
export const ColumnTabs = memo(function ColumnTabs({ columns, cards }: ColumnTabsProps) {
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
      {columns.map((column, index) => (
        <button
          key={column.id}
          type="button"
          className={styles['tab']}
          aria-current={index === current || undefined}
          onClick={() => show(column.id)}
        >
          <span className={styles['tabName']}>{column.label}</span> <TabCount column={column} cards={cards} />
        </button>
      ))}
    </div>
  )
})

type TabCountProps = { readonly column: BoardColumnData; readonly cards: ColumnCards }

/** Where a filter leaves some out, of how many: the head of the column below counts them all. */
function TabCount({ column, cards }: TabCountProps) {
  const t = useT('filter')
  const team = useTeam()
  const columns = useMemo(() => [column], [column])
  const left = useShownCount(cards, columns)
  const total = useReading(view => columnCount(view, team, column.id), [team, column])
  return <span className={styles['tabCount']}>{left === total ? total : t('shown', { left, total })}</span>
}

import { memo, useCallback, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './board-column.module.css'
import type { ColumnCards } from './board-surface.tsx'
import type { Zone } from './layout.ts'
import { useSurfaceState } from './surface-store.ts'
import { VirtualList, type ListLook } from './virtual-list.tsx'

type BoardColumnProps = {
  readonly id: string
  readonly label: string
  readonly cards: ColumnCards
  readonly collapsed: boolean
  readonly look: ListLook
  readonly renderHeader: (column: string) => ReactNode
  readonly renderFooter: ((column: string) => ReactNode) | undefined
}

/** One column. Header and foot stay in sight, between them the cards scroll; all of it takes what is dropped. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { id, label, collapsed, look, renderHeader, renderFooter } = props
  const cards = useCards(props.cards, id)
  const area = useRef<HTMLElement>(null)
  const targeted = useSurfaceState(state => state.target?.slot.to === id)
  const zones = useMemo<readonly Zone[]>(() => [{ id, label, cards, folded: collapsed }], [id, label, cards, collapsed])
  return (
    <section
      ref={area}
      data-column={id}
      data-target={targeted || undefined}
      aria-label={label}
      className={classNames(styles['column'], collapsed && styles['collapsed'])}
    >
      <header className={styles['header']}>{renderHeader(id)}</header>
      <VirtualList {...look} pane={id} zones={zones} area={area} className={styles['list']} />
      {!collapsed && renderFooter && <footer className={styles['footer']}>{renderFooter(id)}</footer>}
    </section>
  )
})

/** The cards of one column of a source. */
const useCards = (source: ColumnCards, id: string): readonly string[] =>
  useSyncExternalStore(
    useCallback(listener => source.subscribe(id, listener), [source, id]),
    () => source.get(id),
  )

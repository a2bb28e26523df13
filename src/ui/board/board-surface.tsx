import { useMemo, type ReactNode, type Ref } from 'react'
import { classNames } from '../class-names.ts'
import { BoardColumn } from './board-column.tsx'
import styles from './board-surface.module.css'
import { DragSurface, type DragHandlers, type DragSurfaceHandle, type DragTexts } from './drag-surface.tsx'
import type { Drop } from './drop.ts'

export type BoardColumnData = {
  readonly id: string
  /** Accessible name of the column and of its list. */
  readonly label: string
  /** Shows only a narrow strip with the header; it still takes what is dropped on it. */
  readonly collapsed?: boolean
}

/** Which cards stand in a column, and when that changes: a moved card draws the columns it concerns, not the board. */
export type ColumnCards = {
  /** The same array until something in it changes. */
  readonly get: (column: string) => readonly string[]
  readonly subscribe: (column: string, listener: () => void) => () => void
}

export type BoardSurfaceProps = DragHandlers & {
  /** Keep it the same array until a column comes, goes or is named anew. */
  readonly columns: readonly BoardColumnData[]
  /** Must be stable. */
  readonly cards: ColumnCards
  /** Draws the body of one card; must be stable (useCallback) and read what it shows by id. */
  readonly renderCard: (id: string) => ReactNode
  /** Must be stable as well: a header reads its own counts. */
  readonly renderHeader: (column: string) => ReactNode
  /** Stands under the last card: quick add, or the sentence of an empty column. */
  readonly renderFooter?: ((column: string) => ReactNode) | undefined
  readonly texts: DragTexts
  /** The open card. */
  readonly current?: string | undefined
  readonly marked?: ReadonlySet<string> | undefined
  /** Height of a card not yet measured, in px. */
  readonly estimate?: number
  /** Space between cards in px: 8, or 6 when dense. */
  readonly gap?: number
  /** Cards cannot be lifted, for example while the data is read-only. */
  readonly fixed?: boolean
  readonly label: string
  readonly className?: string | undefined
  readonly ref?: Ref<DragSurfaceHandle> | undefined
}

/** The board: columns side by side, each its own scroller with only the cards in sight. On a phone one per screen. */
export function BoardSurface(props: BoardSurfaceProps) {
  const { columns, cards, renderCard, renderHeader, renderFooter, texts, current, marked, label, className, ref } =
    props
  const { estimate = 72, gap = 8, fixed = false } = props
  const look = useMemo(
    () => ({ shape: 'card' as const, renderCard, current, marked, estimate, gap, fixed }),
    [renderCard, current, marked, estimate, gap, fixed],
  )
  const hasLanded = ({ card, to, before }: Drop): boolean => {
    const list = cards.get(to)
    const at = list.indexOf(card)
    return at >= 0 && list[at - 1] === before
  }
  const { onDrop, onKeyMove, onOpen, onCardKey, onHold } = props
  return (
    <section aria-label={label} className={classNames(styles['frame'], className)}>
      <DragSurface
        {...{ onDrop, hasLanded, onKeyMove, onOpen, onCardKey, onHold, texts, renderCard, ref }}
        shape="card"
        scrollsSideways
        className={styles['board']}
      >
        {columns.map(column => (
          <BoardColumn
            key={column.id}
            id={column.id}
            label={column.label}
            collapsed={column.collapsed ?? false}
            {...{ cards, look, renderHeader, renderFooter }}
          />
        ))}
      </DragSurface>
    </section>
  )
}

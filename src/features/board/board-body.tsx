import { memo } from 'react'
import { columnCount } from '../../domain/kanban/limits.ts'
import { useT } from '../../i18n/use-t.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { lazyPart } from '../../parts/lazy-part.ts'
import { ViewsButton } from '../../parts/saved-views/views-button.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import { PickButton } from './board-selection.tsx'
import { BoardHint } from './board-hint.tsx'
import { BoardView } from './board-view.tsx'
import { useBoardColumns, useShownCount } from './use-board-columns.ts'

const BoardList = lazyPart(() => import('./list/board-list.tsx'))

export type BoardShape = 'board' | 'list'

type BoardBodyProps = { readonly shape: BoardShape; readonly isEmpty: boolean }

/** What the filter leaves, as columns or as a list. Apart from the screen, so that a moved card does not draw the frame anew. */
export const BoardBody = memo(function BoardBody({ shape, isEmpty }: BoardBodyProps) {
  const { columns, cards } = useBoardColumns()
  const { openOverlay } = useAddress()
  const first = columns[0]?.id
  return (
    <>
      <BoardFilterBar columns={columns} cards={cards} shape={shape} />
      {shape === 'board' ? (
        <BoardView columns={columns} cards={cards} isEmpty={isEmpty} />
      ) : isEmpty && first !== undefined ? (
        <BoardHint column={first} onAdd={() => openOverlay('/new/card')} />
      ) : (
        <BoardList columns={columns} cards={cards} />
      )}
    </>
  )
})

type BoardFilterBarProps = {
  readonly columns: readonly BoardColumnData[]
  readonly cards: ColumnCards
  readonly shape: BoardShape
}

const viewsButton = <ViewsButton place="board" />
const boardTools = (
  <>
    {viewsButton}
    <PickButton />
  </>
)

/** The filter with its figures: a keystroke draws this and the columns, nothing between them. */
const BoardFilterBar = memo(function BoardFilterBar({ columns, cards, shape }: BoardFilterBarProps) {
  const team = useTeam()
  const t = useT('board')
  const { filter, change, clear } = useItemFilter('board')
  const left = useShownCount(cards, columns)
  const total = useReading(
    view => columns.reduce((sum, { id }) => sum + columnCount(view, team, id), 0),
    [columns, team],
  )
  return (
    <FilterBar find={t('find')} filter={filter} onChange={change} onClear={clear} left={left} total={total}>
      {shape === 'board' ? boardTools : viewsButton}
    </FilterBar>
  )
})

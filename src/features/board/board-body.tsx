import { memo } from 'react'
import { useTeam } from '../../parts/use-team.ts'
import { useBoardFilter } from './board-filter.ts'
import { BoardTable } from './board-table.tsx'
import { BoardView } from './board-view.tsx'
import { useCollapsedColumns } from './collapsed-columns.ts'
import { FilterBar } from './filter-bar.tsx'
import { useBoardColumns } from './use-board-columns.ts'

export type BoardShape = 'board' | 'list'

type BoardBodyProps = { readonly shape: BoardShape; readonly isEmpty: boolean }

/** What the filter leaves, as columns or as a list. Apart from the screen, so that a moved card does not draw the frame anew. */
export const BoardBody = memo(function BoardBody({ shape, isEmpty }: BoardBodyProps) {
  const team = useTeam()
  const { filter, change, clear } = useBoardFilter(team.id)
  const collapsed = useCollapsedColumns()
  const { columns, total, left, isFiltered } = useBoardColumns(filter, collapsed)
  return (
    <>
      <FilterBar filter={filter} onChange={change} onClear={clear} left={left} total={total} />
      {shape === 'list' ? (
        <BoardTable columns={columns} />
      ) : (
        <BoardView columns={columns} isFiltered={isFiltered} isEmpty={isEmpty} onClear={clear} filter={filter} />
      )}
    </>
  )
})

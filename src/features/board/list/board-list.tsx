import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { item } from '../../../domain/work/item.ts'
import { countOf } from '../../../parts/item-filter.ts'
import { lazyPart } from '../../../parts/lazy-part.ts'
import { NothingFound } from '../../../parts/nothing-found.tsx'
import { placeOf, queryOf, setQuery, usePlaceQuery, valueIn, withValues } from '../../../parts/place-query.ts'
import { clearSelection, selectAll, selectedNow } from '../../../parts/selection.ts'
import { useItemFilter } from '../../../parts/use-item-filter.ts'
import { useQuietReading } from '../../../parts/use-quiet-reading.ts'
import { useTeam } from '../../../parts/use-team.ts'
import { useToday } from '../../../parts/use-today.ts'
import type { BoardColumnData, ColumnCards } from '../../../ui/board/board-surface.tsx'
import type { TableSort } from '../../../ui/table.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import styles from './list.module.css'
import { BoardSelection } from '../board-selection.tsx'
import { useCardLists } from '../use-board-columns.ts'
import { BoardLines } from './board-lines.tsx'
import { BoardTable } from './board-table.tsx'
import { RowsContext } from './pick-row.tsx'
import { readRows, readSort, sorted, writeSort } from './list-row.ts'

const MoveDialog = lazyPart(async () => ({ default: (await import('../../../parts/move-dialog.tsx')).MoveDialog }))

type BoardListProps = { readonly columns: readonly BoardColumnData[]; readonly cards: ColumnCards }

/** The board as a list in any order, which stands in the address: a table, or lines where it is narrow. */
export default function BoardList({ columns, cards }: BoardListProps) {
  const team = useTeam()
  const today = useToday()
  const place = placeOf(team, 'board')
  const said = valueIn(usePlaceQuery(place), 'sort')
  const sort = useMemo(() => readSort(said), [said])
  const [moving, setMoving] = useState<readonly string[]>()
  const lists = useCardLists(cards, columns)
  const all = useQuietReading(item, view => readRows(view, columns, lists, today), [columns, lists, today])
  const rows = useMemo(() => sorted(all, sort), [all, sort])
  const isNarrow = useNarrow()
  const { filter } = useItemFilter('board')
  const onSort = useCallback(
    (next: TableSort) => setQuery(place, withValues(queryOf(place), { sort: writeSort(next) })),
    [place],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const isAll = (event.ctrlKey || event.metaKey) && event.key === 'a'
    if (isAll) selectAll(rows.map(({ id }) => id))
    else if (event.key === 'Escape' && selectedNow().size > 0) clearSelection()
    else return
    event.preventDefault()
  }
  const latest = useRef(rows)
  useLayoutEffect(() => {
    latest.current = rows
  })
  const rowsNow = useCallback(() => latest.current.map(({ id }) => id), [])
  const shared = { rows, sort, onSort, onKeyDown }
  return (
    <RowsContext value={rowsNow}>
      <div className={styles['table']}>
        {rows.length === 0 && countOf(filter) > 0 && (
          <div className={styles['nothing']}>
            <NothingFound place="board" />
          </div>
        )}
        {isNarrow ? <BoardLines {...shared} /> : <BoardTable {...shared} columns={columns} />}
      </div>
      <BoardSelection {...{ columns, cards }} onMove={setMoving} />
      {moving !== undefined && <MoveDialog items={moving} onClose={() => setMoving(undefined)} />}
    </RowsContext>
  )
}

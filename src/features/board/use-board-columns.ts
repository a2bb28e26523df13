import { useMemo } from 'react'
import { boardColumn } from '../../domain/kanban/board.ts'
import { column as columnRecord } from '../../domain/kanban/column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { item } from '../../domain/work/item.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { BoardColumnData } from '../../ui/board/board-surface.tsx'
import { countOf, filterOf, type BoardFilter } from './board-filter.ts'

/** The columns with the cards that the filter leaves. A column in which nothing changed keeps its array. */
export const useBoardColumns = (filter: BoardFilter, collapsed: ReadonlySet<string>) => {
  const team = useTeam()
  const { actor } = useWorkspace()
  const today = useToday()
  const columns = useReading(view => boardColumns(view, team), [team])
  const names = useReading(view => columns.map(id => view.get(columnRecord, id)?.name ?? ''), [columns])
  const lists = useReading(view => columns.map(id => boardColumn(view, team, id)), [columns, team])
  const isFiltered = countOf(filter) > 0
  const shown = useQuietReading(
    item,
    view => (isFiltered ? lists.map(ids => ids.filter(filterOf(view, filter, actor, today))) : lists),
    [lists, filter, actor, today],
  )
  const data = useMemo<readonly BoardColumnData[]>(
    () =>
      columns.map((id, at) => ({
        id,
        label: names[at] ?? '',
        cards: shown[at] ?? [],
        collapsed: collapsed.has(id),
      })),
    [columns, names, shown, collapsed],
  )
  const total = lists.reduce((sum, ids) => sum + ids.length, 0)
  const left = shown.reduce((sum, ids) => sum + ids.length, 0)
  return { columns: data, total, left, isFiltered }
}

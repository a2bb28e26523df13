import { useMemo, useSyncExternalStore } from 'react'
import { column as columnRecord } from '../../domain/kanban/column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import { boardCards } from './board-cards.ts'
import { useCollapsedColumns } from './collapsed-columns.ts'

/** The team's columns, and their cards as the filter leaves them. Both stay the same when a card moves. */
export const useBoardColumns = () => {
  const team = useTeam()
  const { actor, records, session } = useWorkspace()
  const today = useToday()
  const collapsed = useCollapsedColumns()
  const ids = useReading(view => boardColumns(view, team), [team])
  const names = useReading(view => ids.map(id => view.get(columnRecord, id)?.name ?? ''), [ids])
  const columns = useMemo<readonly BoardColumnData[]>(
    () => ids.map((id, at) => ({ id, label: names[at] ?? '', collapsed: collapsed.has(id) })),
    [ids, names, collapsed],
  )
  const cards = useMemo(
    () => boardCards({ records, team, actor, today, session }),
    [records, team, actor, today, session],
  )
  return { columns, cards }
}

const sourceOf = (cards: ColumnCards, columns: readonly BoardColumnData[]) => {
  let lists: readonly (readonly string[])[] = []
  return {
    subscribe: (listener: () => void) => {
      const stops = columns.map(({ id }) => cards.subscribe(id, listener))
      return () => stops.forEach(stop => stop())
    },
    lists: () => {
      const now = columns.map(({ id }) => cards.get(id))
      if (now.length !== lists.length || now.some((list, at) => list !== lists[at])) lists = now
      return lists
    },
    count: () => columns.reduce((sum, { id }) => sum + cards.get(id).length, 0),
  }
}

/** The cards of all columns, for those who show them at once. */
export const useCardLists = (cards: ColumnCards, columns: readonly BoardColumnData[]) => {
  const { subscribe, lists } = useMemo(() => sourceOf(cards, columns), [cards, columns])
  return useSyncExternalStore(subscribe, lists)
}

/** How many cards the columns show together; a card that only moves changes nothing. */
export const useShownCount = (cards: ColumnCards, columns: readonly BoardColumnData[]): number => {
  const { subscribe, count } = useMemo(() => sourceOf(cards, columns), [cards, columns])
  return useSyncExternalStore(subscribe, count)
}

import { useDeferredValue } from 'react'
import { backlogItems } from '../../domain/kanban/board.ts'
import { item } from '../../domain/work/item.ts'
import { countOf, filterOf } from '../../parts/item-filter.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useSession, useWorkspace } from '../../parts/workspace-context.ts'

/** The backlog from the top, and what the filter leaves of it; the same array until something in it changes. */
export const useBacklogRows = () => {
  const team = useTeam()
  const { actor } = useWorkspace()
  const today = useToday()
  const rows = useReading(view => backlogItems(view, team), [team])
  const filter = useDeferredValue(useItemFilter('backlog').filter)
  const isFiltered = countOf(filter) > 0
  const changed = useSession(({ news }) => news.cards)
  const shown = useQuietReading(
    item,
    view => (isFiltered ? rows.filter(filterOf(view, filter, { actor, today, changed })) : rows),
    [rows, filter, actor, today, changed],
  )
  return { rows, shown, isFiltered }
}

import { useDeferredValue } from 'react'
import { backlogItems } from '../../domain/kanban/board.ts'
import { live, type View } from '../../domain/kernel/view.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { titleSearch } from '../../parts/title-search.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useBacklogState } from './backlog-state.ts'

/** Parts of an epic's stories belong to the epic, too. */
const isPartOf = (view: View, record: Item, epic: string): boolean =>
  record.parent === epic || live(view, item, record.parent)?.parent === epic

/** The backlog from the top, and what the filter leaves of it; the same array until something in it changes. */
export const useBacklogRows = () => {
  const team = useTeam()
  const rows = useReading(view => backlogItems(view, team), [team])
  const text = useDeferredValue(useBacklogState(state => state.text))
  const epic = useBacklogState(state => state.epic)
  const isFiltered = text.trim() !== '' || epic !== undefined
  const shown = useQuietReading(
    item,
    view => {
      if (!isFiltered) return rows
      const isFound = titleSearch(text)
      return rows.filter(id => {
        const record = view.get(item, id)
        return record !== undefined && isFound(record) && (epic === undefined || isPartOf(view, record, epic))
      })
    },
    [rows, text, epic],
  )
  return { rows, shown, isFiltered }
}

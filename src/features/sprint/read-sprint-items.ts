import { column } from '../../domain/kanban/column.ts'
import { records, type View } from '../../domain/kernel/view.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { itemsOfSprint, pointsOf } from '../../domain/scrum/sprints.ts'
import type { Item } from '../../domain/work/item.ts'
import { columnOf } from '../../domain/work/whereabouts.ts'

export type ItemGroup = Readonly<{
  /** A column's id; undefined for what is on no board. */
  id: string | undefined
  name: string | undefined
  points: number
  items: readonly string[]
  /** Those among them that came after the start. */
  late: readonly string[]
}>

/** Whether an item came into the sprint when it was already running. */
const cameLate = ({ history }: Item, { id, startedAt }: Sprint): boolean => {
  const entered = history.findLast(({ kind, value }) => kind === 'sprint' && value === id)?.at
  return startedAt !== null && entered !== undefined && entered > startedAt
}

/** A sprint's items by the column they stand in, from left to right; empty columns are left out. */
export const readSprintItems = (view: View, sprint: Sprint): readonly ItemGroup[] => {
  const byColumn = new Map<string | undefined, Item[]>()
  for (const record of itemsOfSprint(view, sprint.id)) {
    const place = columnOf(view, record)
    const known = byColumn.get(place)
    if (known) known.push(record)
    else byColumn.set(place, [record])
  }
  const columns = records(view, column, 'document', sprint.document)
  const places = [...columns.map(({ id, name }) => ({ id, name })), { id: undefined, name: undefined }]
  return places.flatMap(({ id, name }) => {
    const items = byColumn.get(id) ?? []
    const late = items.filter(record => cameLate(record, sprint)).map(record => record.id)
    return items.length === 0 ? [] : [{ id, name, points: pointsOf(items), items: items.map(one => one.id), late }]
  })
}

import { impediment } from '../../domain/impediments/impediment.ts'
import { column } from '../../domain/kanban/column.ts'
import type { LogEntry } from '../../domain/kernel/cell.ts'
import type { View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { backlog, type Item } from '../../domain/work/item.ts'

type Told =
  | { readonly kind: 'created' | 'toBacklog' | 'outOfSprint' | 'unestimated' }
  | { readonly kind: 'toColumn' | 'toSprint' | 'blocked' | 'unblocked'; readonly name: string | undefined }
  | { readonly kind: 'estimated'; readonly points: number }

/** A fact of a card's past with the names it had best be told with; a name is missing when its record is not here. */
export type Fact = Told & { readonly key: string; readonly at: number; readonly by: string | undefined }

const tell = (view: View, { kind, value }: LogEntry): Told | undefined => {
  if (kind === 'column' && Array.isArray(value)) {
    if (value[0] === backlog) return { kind: 'toBacklog' }
    return { kind: 'toColumn', name: view.get(column, String(value[0]))?.name }
  }
  if (kind === 'sprint')
    return typeof value === 'string'
      ? { kind: 'toSprint', name: view.get(sprint, value)?.name }
      : { kind: 'outOfSprint' }
  if (kind === 'estimate')
    return typeof value === 'number' ? { kind: 'estimated', points: value } : { kind: 'unestimated' }
  if ((kind === 'blocked' || kind === 'unblocked') && typeof value === 'string')
    return { kind, name: view.get(impediment, value)?.title }
  return undefined
}

/** A card's past, the newest first. What it began with is told by its creation. Kinds that are not known here are passed over. */
export const readHistory = (view: View, record: Item): readonly Fact[] => {
  const nameOf = (id: string) => view.get(person, id)?.name
  const created: Fact = { kind: 'created', key: 'created', at: record.createdAt, by: nameOf(record.createdBy) }
  const later = record.history.flatMap((entry): readonly Fact[] => {
    const told = entry.at === record.createdAt ? undefined : tell(view, entry)
    return told ? [{ ...told, key: entry.key, at: entry.at, by: nameOf(entry.by) }] : []
  })
  return [created, ...later.toSorted((one, other) => one.at - other.at)].toReversed()
}

import { column, type Category } from '../kanban/column.ts'
import { homeOf, isPast, type Home } from '../kanban/home.ts'
import { teamOfDocument } from '../kernel/record.ts'
import { live, type View } from '../kernel/view.ts'
import { team, type Team } from '../people/team.ts'
import { backlog, type Item } from './item.ts'

/** Where one item is, whatever has become of it: exactly one of these. */
export type Whereabouts = Home | { readonly at: 'epics' | 'moved' | 'dropped' | 'bin' }

/** The team an item belongs to; undefined when it is in the bin or not known here. */
export const teamOf = (view: View, record: Pick<Item, 'document'>): Team | undefined =>
  live(view, team, teamOfDocument(record.document))

/** Where an item is shown. It agrees with `boardColumn` and `backlogItems`. */
export const whereIs = (view: View, ofTeam: Team, record: Item): Whereabouts => {
  if (record.deleted) return { at: 'bin' }
  // What went to another team is dropped here too; that it went is the truer word.
  if (record.movedTo) return { at: 'moved' }
  if (record.dropped) return { at: 'dropped' }
  if (record.kind === 'epic') return { at: 'epics' }
  return homeOf(view, ofTeam, record.position[0], record.sprint)
}

/** The column an item's place means, on the board or not: unknown places mean the first column. Undefined: the backlog. */
export const columnOf = (view: View, record: Item): string | undefined => {
  const [place] = record.position
  if (place === backlog) return undefined
  const columns = view.ids(column, 'document', record.document)
  return columns.includes(place) ? place : columns[0]
}

const lastCategory = (record: Item): Category => {
  const value = record.history.findLast(entry => entry.kind === 'column')?.value
  const category: unknown = Array.isArray(value) ? value[1] : undefined
  return category === 'done' || category === 'doing' ? category : 'open'
}

/**
 * Whether an item is open, being done, or done: the category of its column. An item of a sprint that is over whose column has
 * been deleted since keeps the category it had there.
 */
export const categoryOf = (view: View, record: Item): Category => {
  const [place] = record.position
  if (place === backlog) return 'open'
  const own = live(view, column, place)
  if (own) return own.category
  if (isPast(view, record.sprint)) return lastCategory(record)
  return live(view, column, columnOf(view, record))?.category ?? 'open'
}

/** Whether an item is done: its column means so, as in `categoryOf`. */
export const isDone = (view: View, record: Item): boolean => categoryOf(view, record) === 'done'

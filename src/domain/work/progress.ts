import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { check, checksKey, criteria } from './check.ts'
import { checklist } from './checklist.ts'
import { partsOf } from './family.ts'
import { item, type Item } from './item.ts'
import { isDone } from './whereabouts.ts'

export type Progress = { readonly done: number; readonly total: number }

/** How many checks of one list (`criteria` or a checklist's id) are ticked. */
export const listProgress = (view: View, itemId: string, list: string): Progress => {
  const checks = records(view, check, 'list', checksKey(itemId, list))
  return { done: checks.filter(({ done }) => done !== null).length, total: checks.length }
}

/** How many checks of an item are ticked: acceptance criteria and checklists together; those of deleted checklists do not count. */
export const checkProgress = (view: View, itemId: string): Progress =>
  [criteria, ...view.ids(checklist, 'item', itemId)]
    .map(list => listProgress(view, itemId, list))
    .reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }))

export type PartsProgress = {
  readonly items: Progress
  /** Sums of the estimates; what is not estimated counts nothing. */
  readonly points: Progress
}

/** How far the direct parts of an epic or a story are; those decided against do not count. */
export const partsProgress = (view: View, id: string): PartsProgress => {
  const parts = partsOf(view, id).filter(({ dropped }) => dropped === null)
  const done = parts.filter(part => isDone(view, part))
  const points = (items: readonly Item[]): number => items.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0)
  return {
    items: { done: done.length, total: parts.length },
    points: { done: points(done), total: points(parts) },
  }
}

/** The items that still have to be done before this one: there, not decided against, not done. */
export const openBlockers = (view: View, record: Item): readonly string[] =>
  record.blockedBy.filter(id => {
    const blocker = live(view, item, id)
    return blocker !== undefined && blocker.dropped === null && !isDone(view, blocker)
  })

/** The items that wait for this one, by id. */
export const waitingFor = (view: View, id: string): readonly string[] => view.ids(item, 'blocks', id)

/** Whether an item is late. In: today as `YYYY-MM-DD` where the person is. On its day it is not late yet, and never when done. */
export const isOverdue = (view: View, record: Item, today: string): boolean =>
  record.due !== null && record.due < today && record.dropped === null && !isDone(view, record)

/** A team's epics in their order. */
export const epicsOf = (view: View, team: Team): readonly string[] => view.ids(item, 'epics', documentOfTeam(team))

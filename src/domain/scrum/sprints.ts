import type { DocumentName } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'
import { item, type Item } from '../work/item.ts'
import { isDone } from '../work/whereabouts.ts'
import { sprint, sprintKey, type Sprint, type SprintState } from './sprint.ts'

/** All sprints of a team that are not in the bin, by their first day; those without one stand last. */
export const sprintsOf = (view: View, document: DocumentName): readonly Sprint[] =>
  records(view, sprint, 'document', document)

/** A team's sprints in one state that are not in the bin, by their first day. */
export const sprintsIn = (view: View, document: DocumentName, state: SprintState): readonly Sprint[] =>
  records(view, sprint, 'state', sprintKey(document, state))

/** Running sprints, those in review among them. A merge can leave more than one; all of them stay and are listed. */
export const activeSprints = (view: View, document: DocumentName): readonly Sprint[] => [
  ...sprintsIn(view, document, 'running'),
  ...sprintsIn(view, document, 'review'),
]

/** Whether the sprint belongs to the past: nothing in it moves any more. */
export const isOver = (state: SprintState): boolean => state === 'closed' || state === 'cancelled'

/** What is in the sprint, without what was decided against. */
export const itemsOfSprint = (view: View, id: string): readonly Item[] =>
  records(view, item, 'sprint', id).filter(record => record.dropped === null)

/** What is still to be done: at the close each of these needs a decision. */
export const openItemsOfSprint = (view: View, id: string): readonly Item[] =>
  itemsOfSprint(view, id).filter(record => !isDone(view, record))

/** What is done, as the columns mean it now. */
export const doneItemsOfSprint = (view: View, id: string): readonly Item[] =>
  itemsOfSprint(view, id).filter(record => isDone(view, record))

/** In: any items. Out: the sum of their estimates; an item without one counts nothing. */
export const pointsOf = (items: readonly Pick<Item, 'estimate'>[]): number =>
  items.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0)

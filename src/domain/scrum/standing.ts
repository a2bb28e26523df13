import { column, type Column } from '../kanban/column.ts'
import { edit, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import type { DocumentName } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'
import { placeNote, sprintNote } from '../work/arrival.ts'
import { backlog, item, placeKey, type Item } from '../work/item.ts'
import { columnOf } from '../work/whereabouts.ts'
import type { Sprint } from './sprint.ts'

/** The leftmost column of a board; undefined when it has none. */
export const firstColumn = (view: View, document: DocumentName): Column | undefined =>
  records(view, column, 'document', document)[0]

/** The rightmost column that means done; undefined when the board has none. */
export const lastDoneColumn = (view: View, document: DocumentName): Column | undefined =>
  records(view, column, 'document', document).findLast(({ category }) => category === 'done')

/** The changes that put an item at a place, with the fact of it when the place is a new one. */
const putAt = (view: View, record: Item, place: string, rank: Rank, context: RuleContext): readonly Change[] => [
  ...edit(item, record, { position: [place, rank] }),
  ...((columnOf(view, record) ?? backlog) === place ? [] : [placeNote(view, record, place, context)]),
]

/** The changes that give an item to a sprint, or to none, with the fact of it. */
export const putInSprint = (record: Item, sprint: string | null, context: RuleContext): readonly Change[] =>
  record.sprint === sprint ? [] : [...edit(item, record, { sprint }), sprintNote(record, sprint, context)]

const lastRank = (view: View, key: string): Rank | undefined => records(view, item, 'place', key).at(-1)?.position[1]

/** Puts items at the foot of a column as the board shows it, below the sprint's cards and those without a sprint. */
export const putAtFoot = (
  view: View,
  { document, id }: Sprint,
  place: string,
  items: readonly Item[],
  context: RuleContext,
): readonly Change[] => {
  const lowest = [null, id]
    .map(sprint => lastRank(view, placeKey(document, place, sprint)))
    .filter(rank => rank !== undefined)
    .sort()
    .at(-1)
  const ranks = ranksBetween(lowest, undefined, items.length, context.jitter)
  return items.flatMap((record, index) => putAt(view, record, place, ranks[index] as Rank, context))
}

/** Puts items on top of the backlog in the order given, out of every sprint. */
export const backToBacklog = (
  view: View,
  document: DocumentName,
  items: readonly Item[],
  context: RuleContext,
): readonly Change[] => {
  const first = records(view, item, 'place', placeKey(document, backlog, null))[0]?.position[1]
  const ranks = ranksBetween(undefined, first, items.length, context.jitter)
  return items.flatMap((record, index) => [
    ...putAt(view, record, backlog, ranks[index] as Rank, context),
    ...putInSprint(record, null, context),
  ])
}

import { column, type Category, type Column } from '../kanban/column.ts'
import { edit, note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import type { DocumentName } from '../kernel/record.ts'
import { live, records, type View } from '../kernel/view.ts'
import { backlog, item, placeKey, type Item } from '../work/item.ts'

/** A place an item can be put: a column, or the backlog, whose category is always open. */
export type Place = Readonly<{ id: string; category: Category }>

export const backlogPlace: Place = { id: backlog, category: 'open' }

export const firstColumn = (view: View, document: DocumentName): Column | undefined =>
  records(view, column, 'document', document)[0]

export const lastDoneColumn = (view: View, document: DocumentName): Column | undefined =>
  records(view, column, 'document', document).findLast(({ category }) => category === 'done')

/** Items without a known column are shown in the first one, so they count as standing there. */
export const categoryOf = (view: View, { document, position: [place] }: Item): Category =>
  place === backlog ? 'open' : ((live(view, column, place) ?? firstColumn(view, document))?.category ?? 'open')

export const isDone = (view: View, record: Item): boolean => categoryOf(view, record) === 'done'

/** Neither done nor decided against. */
export const isOpen = (view: View, record: Item): boolean => record.dropped === null && !isDone(view, record)

/** The changes that put an item at a place, with the fact of it when the place is a new one. */
export const putAt = (record: Item, place: Place, rank: Rank, context: RuleContext): readonly Change[] => [
  ...edit(item, record, { position: [place.id, rank] }),
  ...(record.position[0] === place.id ? [] : [note(item, record, 'at', 'column', [place.id, place.category], context)]),
]

/** The changes that give an item to a sprint, or to none, with the fact of it. */
export const putInSprint = (record: Item, sprint: string | null, context: RuleContext): readonly Change[] =>
  record.sprint === sprint
    ? []
    : [...edit(item, record, { sprint }), note(item, record, 'at', 'sprint', sprint, context)]

const lastRank = (view: View, key: string): Rank | undefined => records(view, item, 'place', key).at(-1)?.position[1]

/** `count` ranks at the foot of a place as the board shows it: the sprint's items and those without a sprint. */
export const ranksAtFoot = (
  view: View,
  document: DocumentName,
  place: Place,
  sprint: string | null,
  count: number,
  context: RuleContext,
): readonly Rank[] => {
  const lowest = [
    lastRank(view, placeKey(document, place.id, null)),
    lastRank(view, placeKey(document, place.id, sprint)),
  ]
    .filter(rank => rank !== undefined)
    .sort()
    .at(-1)
  return ranksBetween(lowest, undefined, count, context.jitter)
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
    ...putAt(record, backlogPlace, ranks[index] as Rank, context),
    ...putInSprint(record, null, context),
  ])
}

import { impediment } from '../impediments/impediment.ts'
import { column } from '../kanban/column.ts'
import type { AnyDefinition } from '../kernel/record.ts'
import type { View } from '../kernel/view.ts'
import { person } from '../people/person.ts'
import { team } from '../people/team.ts'
import { sprint } from '../scrum/sprint.ts'
import { backlog, item, type Item, type Kind, type Priority } from '../work/item.ts'
import { label } from '../work/label.ts'

/** Where a card stood, by the name of the column; null: in the backlog, '' where nobody here knows the column. */
export type PlaceName = string | null

/** What happened to a card, told by what it was and what it is, whatever came in between. */
export type Told =
  | Readonly<{ kind: 'deleted' | 'restored' | 'described' | 'dropped' | 'takenBack' | 'outOfSprint' | 'outOfEpic' }>
  | Readonly<{ kind: 'new'; to: PlaceName }>
  | Readonly<{ kind: 'moved'; from: PlaceName; to: PlaceName }>
  | Readonly<{ kind: 'estimated'; from: number | null; to: number | null }>
  | Readonly<{ kind: 'scheduled'; from: string | null; to: string | null }>
  | Readonly<{ kind: 'prioritised'; from: Priority; to: Priority }>
  | Readonly<{ kind: 'kindChanged'; from: Kind; to: Kind }>
  /** `name`: of a renamed card the title it had; '' where what is named is not here. */
  | Readonly<{ kind: NamingKind; name: string }>

export const namingKinds = [
  'renamed',
  'toSprint',
  'toEpic',
  'toTeam',
  'assigned',
  'unassigned',
  'labelled',
  'unlabelled',
  'waits',
  'waitsNoMore',
  'blocked',
  'unblocked',
] as const
export type NamingKind = (typeof namingKinds)[number]

type Names = Pick<View, 'get'>
type Named = AnyDefinition & { readonly cells: { readonly name: unknown } | { readonly title: unknown } }

/** What people call a record; '' where it is not here. */
const nameOf = (names: Names, definition: Named, id: string): string => {
  const record = names.get(definition, id) as { readonly name?: string; readonly title?: string } | undefined
  return record?.name ?? record?.title ?? ''
}

export const placeName = (names: Names, { position: [place] }: Pick<Item, 'position'>): PlaceName =>
  place === backlog ? null : nameOf(names, column, place)

type Tell = (from: Item, to: Item, names: Names) => Told | undefined

/** How a changed cell of a card is told. What is not named here is no news: ranks, sources, facts that say it again. */
const ofCell: Readonly<Record<string, Tell>> = {
  title: ({ title }) => ({ kind: 'renamed', name: title }),
  description: () => ({ kind: 'described' }),
  // The same column at another height is an order, and no move.
  position: (from, to, names) =>
    from.position[0] === to.position[0]
      ? undefined
      : { kind: 'moved', from: placeName(names, from), to: placeName(names, to) },
  estimate: (from, to) => ({ kind: 'estimated', from: from.estimate, to: to.estimate }),
  due: (from, to) => ({ kind: 'scheduled', from: from.due, to: to.due }),
  priority: (from, to) => ({ kind: 'prioritised', from: from.priority, to: to.priority }),
  kind: (from, to) => ({ kind: 'kindChanged', from: from.kind, to: to.kind }),
  sprint: (_, to, names) =>
    to.sprint === null ? { kind: 'outOfSprint' } : { kind: 'toSprint', name: nameOf(names, sprint, to.sprint) },
  parent: (_, to, names) =>
    to.parent === null ? { kind: 'outOfEpic' } : { kind: 'toEpic', name: nameOf(names, item, to.parent) },
  dropped: (_, to, names) => {
    if (to.dropped === null) return { kind: 'takenBack' }
    return to.movedTo ? { kind: 'toTeam', name: nameOf(names, team, to.movedTo[0]) } : { kind: 'dropped' }
  },
}

type SetTelling = Readonly<{
  of: 'people' | 'labels' | 'blockedBy'
  named: Named
  came: NamingKind
  went: NamingKind
}>

/** How an element of a set is told, by the prefix of its cell. */
const ofSet: Readonly<Record<string, SetTelling>> = {
  p: { of: 'people', named: person, came: 'assigned', went: 'unassigned' },
  l: { of: 'labels', named: label, came: 'labelled', went: 'unlabelled' },
  b: { of: 'blockedBy', named: item, came: 'waits', went: 'waitsNoMore' },
}

const tellElement = (telling: SetTelling, element: string, from: Item, to: Item, names: Names): Told | undefined => {
  const [was, is] = [from, to].map(record => record[telling.of].includes(element))
  if (was === is) return undefined
  return { kind: is ? telling.came : telling.went, name: nameOf(names, telling.named, element) }
}

/** That an impediment holds a card up stands in its history alone. What was reported and taken back at once says nothing. */
const tellFact = (cell: string, { history }: Item, names: Names): Told | undefined => {
  const fact = history.find(({ key }) => key === cell)
  if (fact?.kind !== 'blocked' && fact?.kind !== 'unblocked') return undefined
  return { kind: fact.kind, name: nameOf(names, impediment, String(fact.value)) }
}

/**
 * What one cell of a card has to tell. In: the cell as it lies in the document, the card before and now, and where names are found. Out:
 * undefined where it tells nothing.
 */
export const tellCell = (cell: string, from: Item, to: Item, names: Names): Told | undefined => {
  const [prefix = '', element = ''] = cell.split(':')
  if (prefix === 'at') return tellFact(cell, to, names)
  const telling = ofSet[prefix]
  return telling ? tellElement(telling, element, from, to, names) : ofCell[cell]?.(from, to, names)
}

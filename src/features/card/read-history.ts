import { commentsOf } from '../../domain/discussion/item-comments.ts'
import { impediment } from '../../domain/impediments/impediment.ts'
import { importFact } from '../../domain/intake/again.ts'
import { column } from '../../domain/kanban/column.ts'
import type { LogEntry } from '../../domain/kernel/cell.ts'
import { factsCell } from '../../domain/kernel/change.ts'
import type { View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { team } from '../../domain/people/team.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { backlog, type Item } from '../../domain/work/item.ts'

type Plain =
  | 'created'
  | 'toBacklog'
  | 'outOfSprint'
  | 'unestimated'
  | 'dropped'
  | 'takenBack'
  | 'restored'
  | 'imported'
  | 'commentEdited'
type Naming = 'toColumn' | 'toSprint' | 'blocked' | 'unblocked' | 'toTeam' | 'fromTeam'

type Told =
  | { readonly kind: Plain }
  | { readonly kind: Naming; readonly name: string | undefined }
  | { readonly kind: 'estimated'; readonly points: number }

/** A fact of a card's past with the names it had best be told with; a name is missing when its record is not here. */
export type Fact = Told & {
  readonly key: string
  /** Where it stands in its record. */ readonly cell: string
  readonly at: number
  readonly by: string | undefined
}

type Teller = (view: View, value: LogEntry['value']) => Told | undefined

const tellPlain =
  (kind: Plain): Teller =>
  () => ({ kind })

const tellImpediment =
  (kind: 'blocked' | 'unblocked'): Teller =>
  (view, value) =>
    typeof value === 'string' ? { kind, name: view.get(impediment, value)?.title } : undefined

const tellTeam =
  (kind: 'toTeam' | 'fromTeam'): Teller =>
  (view, value) =>
    Array.isArray(value) ? { kind, name: view.get(team, String(value[0]))?.name } : undefined

/** How each kind of fact is told. Kinds that are not known here are passed over. */
const tellers: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  [
    'column',
    (view, value) => {
      if (!Array.isArray(value)) return undefined
      if (value[0] === backlog) return { kind: 'toBacklog' }
      return { kind: 'toColumn', name: view.get(column, String(value[0]))?.name }
    },
  ],
  [
    'sprint',
    (view, value) =>
      typeof value === 'string' ? { kind: 'toSprint', name: view.get(sprint, value)?.name } : { kind: 'outOfSprint' },
  ],
  [
    'estimate',
    (_view, value) => (typeof value === 'number' ? { kind: 'estimated', points: value } : { kind: 'unestimated' }),
  ],
  ['blocked', tellImpediment('blocked')],
  ['unblocked', tellImpediment('unblocked')],
  ['movedTo', tellTeam('toTeam')],
  ['movedFrom', tellTeam('fromTeam')],
  ['restored', tellPlain('restored')],
  ['takenBack', tellPlain('takenBack')],
  [importFact, tellPlain('imported')],
])

/** What stands in the record itself and not in its log: that it was decided against, and that what was said was changed later. */
const beside = (view: View, record: Item, nameOf: (id: string) => string | undefined): readonly Fact[] => {
  const edited = commentsOf(view, record.id).flatMap(({ id, editedAt, createdBy }): readonly Fact[] =>
    editedAt === null ? [] : [{ kind: 'commentEdited', key: id, cell: id, at: editedAt, by: nameOf(createdBy) }],
  )
  // What went to another team counts as dropped; that it went is told already.
  if (!record.dropped || record.movedTo) return edited
  return [
    ...edited,
    { kind: 'dropped', key: 'dropped', cell: 'dropped', at: record.dropped[0], by: nameOf(record.dropped[1]) },
  ]
}

/** A card's past, the newest first. What it began with is told by its creation, unless it says where it came from. */
export const readHistory = (view: View, record: Item): readonly Fact[] => {
  const nameOf = (id: string) => view.get(person, id)?.name
  const created: Fact = {
    kind: 'created',
    key: 'created',
    cell: factsCell,
    at: record.createdAt,
    by: nameOf(record.createdBy),
  }
  const later = record.history.flatMap((entry): readonly Fact[] => {
    const isBeginning = entry.at === record.createdAt && entry.kind !== importFact
    const told = isBeginning ? undefined : tellers.get(entry.kind)?.(view, entry.value)
    return told ? [{ ...told, key: entry.key, cell: entry.key, at: entry.at, by: nameOf(entry.by) }] : []
  })
  const all = [...later, ...beside(view, record, nameOf)]
  return [created, ...all.toSorted((one, other) => one.at - other.at)].toReversed()
}

import { column } from '../kanban/column.ts'
import { fullRefusal } from '../kanban/limits.ts'
import { create, note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { humanKey } from '../kernel/id.ts'
import { indexAt, type Spot } from '../kernel/placing.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { proposePrefix } from '../people/prefix.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { placeNote, runningSprint, sprintNote } from './arrival.ts'
import { backlog, item, type Item, type Kind, type Position } from './item.ts'
import { cardsAt, isPlace, placeCards, rerank } from './move.ts'
import type { WorkRefusal } from './refusal.ts'

/** What a new item may bring along. */
export type NewItem = Partial<
  Pick<Item, 'description' | 'estimate' | 'priority' | 'due' | 'parent' | 'splitFrom' | 'people' | 'labels'>
> & { readonly title: string }

/** Where new items of one kind go. */
export type Target = {
  /** A column's id or `backlog`; the backlog when left out. Epics stand in their own order and on no board. */
  readonly place?: string | undefined
  /** At the bottom when left out. */
  readonly spot?: Spot | undefined
  /** A task when left out. */
  readonly kind?: Kind | undefined
}

/** Into which sprint; left out: the one that runs, on the board of a Scrum team. */
type Into = Target & { readonly sprint?: string | null | undefined }

/** Hands out human keys that nobody has here, this command's own among them. */
export const keyMaker = (view: View, team: Team, jitter: () => number): (() => string) => {
  const given = new Set<string>()
  const prefix = team.prefix || proposePrefix(team.name)
  return () => {
    const key = humanKey(prefix, jitter, taken => given.has(taken) || view.ids(item, 'key', taken).length > 0)
    given.add(key)
    return key
  }
}

type Born = NewItem & Pick<Item, 'key' | 'kind' | 'sprint'> & { readonly position: Position }

const birth = (
  view: View,
  at: Pick<Item, 'document' | 'id'>,
  values: Born,
  context: RuleContext,
): readonly Change[] => {
  const [place] = values.position
  const estimate = values.estimate ?? null
  return [
    ...create(item, at, values, context),
    ...(live(view, column, place) ? [placeNote(view, at, place, context)] : []),
    ...(values.sprint === null ? [] : [sprintNote(at, values.sprint, context)]),
    ...(estimate === null ? [] : [note(item, at, 'at', 'estimate', estimate, context)]),
  ]
}

/**
 * The changes that make items in one place, in order. On the board of a Scrum team they belong to the running sprint. What they
 * begin with (column, sprint, estimate) stands in their history.
 */
export const creation = (
  view: View,
  team: Team,
  { place = backlog, spot = 'bottom', kind = 'task', sprint: into }: Into,
  items: readonly (NewItem & { readonly id: string })[],
  context: RuleContext,
): Result<readonly Change[], WorkRefusal> => {
  if (!isPlace(view, team, place)) return refuse({ because: 'columnIsGone' })
  const document = documentOfTeam(team)
  const home = kind === 'epic' ? backlog : place
  const full = fullRefusal(view, team, home, items.length)
  if (full) return refuse(full)
  const others = kind === 'epic' ? view.ids(item, 'epics', document) : cardsAt(view, team, place)
  const placing = placeCards(view, others, { index: indexAt(others, spot), count: items.length }, context)
  const joins = home !== backlog && team.method === 'scrum'
  const sprint = into === undefined && joins ? (runningSprint(view, document) ?? null) : (into ?? null)
  const nextKey = keyMaker(view, team, context.jitter)
  const born = items.flatMap(({ id, ...values }, at) => {
    const position = [home, placing.ranks[at] as Rank] as const
    return birth(view, { document, id }, { ...values, kind, sprint, key: nextKey(), position }, context)
  })
  return ok([...born, ...rerank(view, placing)])
}

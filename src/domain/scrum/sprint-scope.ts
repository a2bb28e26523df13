import type { Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { backlog, item, type Item } from '../work/item.ts'
import type { ScrumRefusal } from './refusal.ts'
import { sprint, type Sprint } from './sprint.ts'
import { isOver } from './sprints.ts'
import { backToBacklog, firstColumn, isDone, putAt, putInSprint, ranksAtFoot } from './standing.ts'

/** One item or many, in the order in which they shall stand. */
export type ItemsArgs = Readonly<{ items: readonly string[] }>

/** What was finished in a sprint that is over belongs to its result for good. */
const isPartOfThePast = (view: View, record: Item): boolean => {
  const former = live(view, sprint, record.sprint)
  return former !== undefined && isOver(former.state) && isDone(view, record)
}

/** Items that went away or were dropped in the meantime are passed over; that none is left is a refusal. */
const movable = (view: View, { items }: ItemsArgs): Result<readonly Item[], ScrumRefusal> => {
  const found = [...new Set(items)].flatMap(id => live(view, item, id) ?? []).filter(({ dropped }) => dropped === null)
  if (found.length === 0) return refuse({ because: 'itemIsGone' })
  if (found.some(record => isPartOfThePast(view, record))) return refuse({ because: 'itemWasFinishedInClosedSprint' })
  return ok(found)
}

/** Puts items that still lie in the backlog at the foot of the first column, in the order given. */
export const ontoTheBoard = (
  view: View,
  { document, id }: Pick<Sprint, 'document' | 'id'>,
  items: readonly Item[],
  context: RuleContext,
): Result<readonly Change[], ScrumRefusal> => {
  const waiting = items.filter(({ position: [place] }) => place === backlog)
  if (waiting.length === 0) return ok([])
  const first = firstColumn(view, document)
  if (!first) return refuse({ because: 'teamHasNoColumn' })
  const ranks = ranksAtFoot(view, document, first, id, waiting.length, context)
  return ok(waiting.flatMap((record, index) => putAt(record, first, ranks[index] as Rank, context)))
}

/**
 * Takes items into a sprint, out of any other. While it is planned they keep their place and rank; once it runs they appear in the
 * first column, and the burndown's scope line rises. Refuses epics, items of another team, a sprint that is over.
 */
export const addToSprint = defineCommand(
  'addToSprint',
  (view, args: ItemsArgs & { readonly sprint: string }, context): Result<readonly Change[], ScrumRefusal> => {
    const target = live(view, sprint, args.sprint)
    if (!target) return refuse({ because: 'sprintIsGone' })
    if (isOver(target.state)) return refuse({ because: 'sprintIsOver', state: target.state })
    const found = movable(view, args)
    if (!found.ok) return found
    if (found.value.some(({ document }) => document !== target.document))
      return refuse({ because: 'itemIsInAnotherTeam' })
    if (found.value.some(({ kind }) => kind === 'epic')) return refuse({ because: 'epicHasNoSprint' })
    const joined = found.value.flatMap(record => putInSprint(record, target.id, context))
    if (target.state === 'planned') return ok(joined)
    const placed = ontoTheBoard(view, target, found.value, context)
    return placed.ok ? ok([...joined, ...placed.value]) : placed
  },
)

/** Takes items out of their sprint. What stood on the board goes on top of the backlog; what waited there keeps its rank. */
export const removeFromSprint = defineCommand(
  'removeFromSprint',
  (view, args: ItemsArgs, context): Result<readonly Change[], ScrumRefusal> => {
    const found = movable(view, args)
    if (!found.ok) return found
    const leaving = found.value.filter(record => record.sprint !== null)
    const waiting = leaving.filter(({ position: [place] }) => place === backlog)
    const byDocument = Map.groupBy(
      leaving.filter(({ position: [place] }) => place !== backlog),
      ({ document }) => document,
    )
    return ok([
      ...waiting.flatMap(record => putInSprint(record, null, context)),
      ...[...byDocument].flatMap(([document, items]) => backToBacklog(view, document, items, context)),
    ])
  },
)

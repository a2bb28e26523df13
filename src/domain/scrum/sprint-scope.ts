import { edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { indexAt, type Spot } from '../kernel/placing.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { backlog, item, type Item } from '../work/item.ts'
import { placeCards, rerank } from '../work/move.ts'
import { isDone } from '../work/whereabouts.ts'
import type { ScrumRefusal } from './refusal.ts'
import { sprint, type Sprint } from './sprint.ts'
import { isOver } from './sprints.ts'
import { backToBacklog, firstColumn, putAtFoot, putInSprint } from './standing.ts'

/** One item or many, in the order in which they shall stand. */
export type ScopeArgs = Readonly<{ items: readonly string[] }>

/** What was finished in a sprint that is over belongs to its result for good. */
const isPartOfThePast = (view: View, record: Item): boolean => {
  const former = live(view, sprint, record.sprint)
  return former !== undefined && isOver(former.state) && isDone(view, record)
}

/** Items that went away or were dropped in the meantime are passed over; that none is left is a refusal. */
const movable = (view: View, { items }: ScopeArgs): Result<readonly Item[], ScrumRefusal> => {
  const found = [...new Set(items)].flatMap(id => live(view, item, id) ?? []).filter(({ dropped }) => dropped === null)
  if (found.length === 0) return refuse({ because: 'itemIsGone' })
  if (found.some(record => isPartOfThePast(view, record))) return refuse({ because: 'itemWasFinishedInClosedSprint' })
  return ok(found)
}

/** Puts items that still lie in the backlog at the foot of the first column, in the order given. */
export const ontoTheBoard = (
  view: View,
  to: Sprint,
  items: readonly Item[],
  context: RuleContext,
): Result<readonly Change[], ScrumRefusal> => {
  const waiting = items.filter(({ position: [place] }) => place === backlog)
  if (waiting.length === 0) return ok([])
  const first = firstColumn(view, to.document)
  return first ? ok(putAtFoot(view, to, first.id, waiting, context)) : refuse({ because: 'teamHasNoColumn' })
}

/** Gives items their order in a planned sprint's list; each keeps its place. */
const intoThePlan = (view: View, to: Sprint, items: readonly Item[], spot: Spot, context: RuleContext) => {
  const moving = new Set(items.map(({ id }) => id))
  const others = view.ids(item, 'sprint', to.id).filter(id => !moving.has(id))
  const placing = placeCards(view, others, { index: indexAt(others, spot), count: items.length }, context)
  const placed = items.flatMap((record, index) =>
    edit(item, record, { position: [record.position[0], placing.ranks[index] as Rank] }),
  )
  return [...placed, ...rerank(view, placing)]
}

/**
 * Takes items into a sprint, out of any other. While it is planned they keep their place, and their rank unless a `spot` in the
 * sprint's list is given; once it runs they appear in the first column, and the burndown's scope line rises. Refuses epics, items of
 * another team, a sprint that is over, items that were finished in one.
 */
export const addToSprint = defineCommand(
  'addToSprint',
  (
    view,
    args: ScopeArgs & { readonly sprint: string; readonly spot?: Spot | undefined },
    context,
  ): Result<readonly Change[], ScrumRefusal> => {
    const target = live(view, sprint, args.sprint)
    if (!target) return refuse({ because: 'sprintIsGone' })
    if (isOver(target.state)) return refuse({ because: 'sprintIsOver', state: target.state })
    const found = movable(view, args)
    if (!found.ok) return found
    if (found.value.some(({ document }) => document !== target.document))
      return refuse({ because: 'itemIsInAnotherTeam' })
    if (found.value.some(({ kind }) => kind === 'epic')) return refuse({ because: 'epicHasNoSprint' })
    const joined = found.value.flatMap(record => putInSprint(record, target.id, context))
    if (target.state === 'planned')
      return ok([...joined, ...(args.spot ? intoThePlan(view, target, found.value, args.spot, context) : [])])
    const placed = ontoTheBoard(view, target, found.value, context)
    return placed.ok ? ok([...joined, ...placed.value]) : placed
  },
)

/**
 * Takes items out of their sprint into the backlog: what stood on the board goes on top of it, what waited there keeps its rank.
 * Refuses items that were finished in a sprint that is over.
 */
export const removeFromSprint = defineCommand(
  'removeFromSprint',
  (view, args: ScopeArgs, context): Result<readonly Change[], ScrumRefusal> => {
    const found = movable(view, args)
    if (!found.ok) return found
    const leaving = found.value.filter(record => record.sprint !== null)
    const waits = ({ position: [place] }: Item): boolean => place === backlog
    const onBoard = leaving.filter(record => !waits(record))
    const documents = [...new Set(onBoard.map(({ document }) => document))]
    return ok([
      ...leaving.filter(waits).flatMap(record => putInSprint(record, null, context)),
      ...documents.flatMap(home => {
        const items = onBoard.filter(({ document }) => document === home)
        return backToBacklog(view, home, items, context)
      }),
    ])
  },
)

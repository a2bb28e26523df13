import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { item, type Item } from '../work/item.ts'
import { newSprint, type SprintPlan } from './plan-sprint.ts'
import type { ScrumRefusal } from './refusal.ts'
import { sprint, type GoalOutcome, type Sprint, type SprintState } from './sprint.ts'
import { doneItemsOfSprint, openItemsOfSprint, pointsOf, sprintsIn } from './sprints.ts'
import { backToBacklog, lastDoneColumn, putAtFoot, putInSprint } from './standing.ts'

export const carryOvers = ['nextSprint', 'backlog', 'done', 'dropped'] as const
/** What becomes of an unfinished item. */
export type CarryOver = (typeof carryOvers)[number]

export type CloseSprintArgs = Readonly<{
  sprint: string
  /** By item id; entries for items that are finished or gone by now are passed over. */
  carryOver: Readonly<Record<string, CarryOver>>
  goalOutcome: GoalOutcome
  /** A planned sprint, or the plan of a new one; left out: the first planned sprint of the team. */
  nextSprint?: string | SprintPlan
}>

type Changes = Result<readonly Change[], ScrumRefusal>

/**
 * Closes a sprint. Each unfinished item goes where `carryOver` says: to the next sprint (it keeps its column), on top of the backlog,
 * to the foot of the last done column (it counts as done), or it is dropped;
 * only finished items stay. Writes down what was done. Refuses sprints that do not
 * run, items without a decision, and a next sprint or a done column that is needed and not there.
 */
export const closeSprint = defineCommand('closeSprint', (view, args: CloseSprintArgs, context): Changes => {
  const record = live(view, sprint, args.sprint)
  if (!record) return refuse({ because: 'sprintIsGone' })
  if (record.state !== 'running' && record.state !== 'review')
    return refuse({ because: 'sprintIsNotRunning', state: record.state })
  const open = openItemsOfSprint(view, record.id)
  const undecided = open
    .filter(({ id }) => !carryOvers.some(choice => choice === args.carryOver[id]))
    .map(({ id }) => id)
  if (undecided.length > 0) return refuse({ because: 'itemsAreUndecided', items: undecided })
  const chosen = (choice: CarryOver): readonly Item[] => open.filter(({ id }) => args.carryOver[id] === choice)
  const carried = toNextSprint(view, record, chosen('nextSprint'), args.nextSprint, context)
  if (!carried.ok) return carried
  const finished = toDone(view, record, chosen('done'), context)
  if (!finished.ok) return finished
  const done = [...doneItemsOfSprint(view, record.id), ...chosen('done')]
  return ok([
    ...endSprint(record, 'closed', done, context),
    ...edit(sprint, record, { goalOutcome: args.goalOutcome }),
    ...carried.value,
    ...finished.value,
    ...backToBacklog(view, record.document, chosen('backlog'), context),
    ...chosen('dropped').flatMap(dropped => edit(item, dropped, { dropped: [context.now, context.actor] })),
    ...[...chosen('dropped'), ...droppedFrom(view, record)].flatMap(dropped => putInSprint(dropped, null, context)),
  ])
})

/** Breaks a sprint off: unfinished items go on top of the backlog, finished ones stay with it. Refuses sprints that do not run. */
export const cancelSprint = defineCommand(
  'cancelSprint',
  (view, args: { readonly sprint: string }, context): Changes => {
    const record = live(view, sprint, args.sprint)
    if (!record) return refuse({ because: 'sprintIsGone' })
    if (record.state !== 'running' && record.state !== 'review')
      return refuse({ because: 'sprintIsNotRunning', state: record.state })
    return ok([
      ...endSprint(record, 'cancelled', doneItemsOfSprint(view, record.id), context),
      ...backToBacklog(view, record.document, openItemsOfSprint(view, record.id), context),
      ...droppedFrom(view, record).flatMap(dropped => putInSprint(dropped, null, context)),
    ])
  },
)

/** What was decided against leaves the sprint too: taken back later, it has to be seen on a board again. */
const droppedFrom = (view: View, { id }: Sprint): readonly Item[] =>
  records(view, item, 'sprint', id).filter(({ dropped }) => dropped !== null)

const endSprint = (
  record: Sprint,
  state: SprintState,
  done: readonly Item[],
  context: RuleContext,
): readonly Change[] => [
  ...edit(sprint, record, { state, closedAt: context.now, donePoints: pointsOf(done), doneItems: done.length }),
  note(sprint, record, 'at', 'state', state, context),
]

const toNextSprint = (
  view: View,
  { document }: Sprint,
  items: readonly Item[],
  wanted: string | SprintPlan | undefined,
  context: RuleContext,
): Changes => {
  const id = context.newId()
  const made = typeof wanted === 'object' ? newSprint({ document, id }, wanted, context) : ok([])
  if (!made.ok || items.length === 0) return made
  const planned = sprintsIn(view, document, 'planned')
  const next = typeof wanted === 'string' ? planned.find(known => known.id === wanted) : planned[0]
  const target = typeof wanted === 'object' ? id : next?.id
  if (target === undefined) return refuse({ because: 'nextSprintIsMissing' })
  return ok([...made.value, ...items.flatMap(record => putInSprint(record, target, context))])
}

const toDone = (view: View, record: Sprint, items: readonly Item[], context: RuleContext): Changes => {
  if (items.length === 0) return ok([])
  const column = lastDoneColumn(view, record.document)
  if (!column) return refuse({ because: 'teamHasNoDoneColumn' })
  return ok(putAtFoot(view, record, column.id, items, context))
}

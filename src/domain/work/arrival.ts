import { column } from '../kanban/column.ts'
import { homeOf } from '../kanban/home.ts'
import { edit, note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import type { DocumentName } from '../kernel/record.ts'
import type { Rank } from '../kernel/rank.ts'
import { live, type View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { sprint, sprintKey } from '../scrum/sprint.ts'
import { backlog, item, type Item } from './item.ts'
import { columnOf } from './whereabouts.ts'

/** The sprint that runs in a team's document; the earlier one when a merge has left two. */
export const runningSprint = (view: View, document: DocumentName): string | undefined =>
  view.ids(sprint, 'state', sprintKey(document, 'running'))[0]

/** The sprint a card belongs to once it stands on the board: it keeps one that is shown there, otherwise it joins the running one. */
const sprintOnBoard = (view: View, team: Team, place: string, record: Item): string | null => {
  const isShown = live(view, sprint, record.sprint) && homeOf(view, team, place, record.sprint).at === 'column'
  if (isShown) return record.sprint
  const cameFromBoard = homeOf(view, team, record.position[0], record.sprint).at === 'column'
  return team.method === 'kanban' || cameFromBoard ? null : (runningSprint(view, record.document) ?? null)
}

/** What history says about a place: the column's id and its category at that time; the backlog is open. */
export const placeNote = (
  view: View,
  record: Pick<Item, 'document' | 'id'>,
  place: string,
  context: RuleContext,
): Change => note(item, record, 'at', 'column', [place, live(view, column, place)?.category ?? 'open'], context)

/** What history says about a sprint: its id, or null when the card left it. */
export const sprintNote = (
  record: Pick<Item, 'document' | 'id'>,
  sprintId: string | null,
  context: RuleContext,
): Change => note(item, record, 'at', 'sprint', sprintId, context)

/**
 * The changes that bring a card to a place (a live column or the backlog) with a rank. History tells a change of column or sprint
 * and nothing else. On the board a card is always to be seen: it leaves a planned or closed sprint and joins the running one; in
 * the backlog it belongs to no sprint.
 */
export const arrival = (
  view: View,
  team: Team,
  record: Item,
  position: readonly [place: string, rank: Rank],
  context: RuleContext,
): readonly Change[] => {
  const [place] = position
  const sprintId = place === backlog ? null : sprintOnBoard(view, team, place, record)
  const came = columnOf(view, record) ?? backlog
  return [
    ...edit(item, record, { position, sprint: sprintId }),
    ...(came === place ? [] : [placeNote(view, record, place, context)]),
    ...(record.sprint === sprintId ? [] : [sprintNote(record, sprintId, context)]),
  ]
}

import { live, type View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { documentOfTeam } from '../people/team.ts'
import { sprint } from '../scrum/sprint.ts'
import { backlog } from '../work/item.ts'
import { column } from './column.ts'

/** Where a card is shown: in a column of the board, in the backlog, or only with its sprint (planned, or over). */
export type Home =
  | { readonly at: 'column'; readonly column: string }
  | { readonly at: 'backlog' }
  | { readonly at: 'sprint'; readonly sprint: string }

const inBacklog: Home = Object.freeze({ at: 'backlog' })

/** The columns of a team's board from left to right, by id. */
export const boardColumns = (view: View, team: Team): readonly string[] =>
  view.ids(column, 'document', documentOfTeam(team))

/** Whether a sprint is closed or cancelled; its cards are the past. */
export const isPast = (view: View, sprintId: string | null): boolean => {
  const state = live(view, sprint, sprintId)?.state
  return state === 'closed' || state === 'cancelled'
}

/**
 * The one rule that says where a card of some place and sprint is shown, so that it is shown exactly once. A place that is not
 * there counts as the first column; a sprint that is not there as no sprint. On the board stand cards without sprint and those of
 * a running sprint or one in review, in a Kanban team those of planned sprints too. A card in the backlog whose sprint is planned
 * is shown with that sprint; a team that has lost all its columns finds its cards in the backlog.
 */
export const homeOf = (view: View, team: Team, place: string, sprintId: string | null): Home => {
  const isPlanned = team.method === 'scrum' && live(view, sprint, sprintId)?.state === 'planned'
  if (sprintId !== null && (isPlanned || (place !== backlog && isPast(view, sprintId))))
    return { at: 'sprint', sprint: sprintId }
  if (place === backlog) return inBacklog
  const columns = boardColumns(view, team)
  const shown = columns.includes(place) ? place : columns[0]
  return shown === undefined ? inBacklog : { at: 'column', column: shown }
}

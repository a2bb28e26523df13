import type { View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { item } from '../work/item.ts'
import { merged, placeLists } from '../work/place-lists.ts'
import { boardColumns, homeOf, type Home } from './home.ts'

const listsAt = (view: View, team: Team, isHere: (home: Home) => boolean): readonly string[] =>
  merged(
    view,
    placeLists(view, documentOfTeam(team))
      .filter(list => isHere(homeOf(view, team, list.place, list.sprint)))
      .map(list => view.ids(item, 'place', list.key)),
  )

/**
 * The cards in a column as the board shows them, by id, ordered by rank. It reads lists of the index `place` only, never every
 * item; the same cards are the same array until one comes, goes or moves.
 */
export const boardColumn = (view: View, team: Team, columnId: string): readonly string[] =>
  listsAt(view, team, home => home.at === 'column' && home.column === columnId)

/** The cards of the backlog, by id, ordered by rank: what stands on no board and in no planned sprint. */
export const backlogItems = (view: View, team: Team): readonly string[] =>
  listsAt(view, team, home => home.at === 'backlog')

/** All cards on the board, column by column. */
export const boardItems = (view: View, team: Team): readonly string[] =>
  boardColumns(view, team).flatMap(columnId => boardColumn(view, team, columnId))

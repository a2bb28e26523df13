import { column } from '../kanban/column.ts'
import { isPast } from '../kanban/home.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { backlog, item, type Item } from './item.ts'
import { placeLists } from './place-lists.ts'
import { isDone } from './whereabouts.ts'

/**
 * Unfinished items of sprints that are over: one person closed the sprint while another put a card into it or took one out of
 * done. They stand on no board and in no backlog, so a person has to say where they go. Items on a done column are not walked.
 */
export const strandedItems = (view: View, team: Team): readonly Item[] =>
  placeLists(view, documentOfTeam(team))
    .filter(list => list.place !== backlog && isPast(view, list.sprint))
    .filter(list => live(view, column, list.place)?.category !== 'done')
    .flatMap(list => records(view, item, 'place', list.key))
    .filter(record => !isDone(view, record))

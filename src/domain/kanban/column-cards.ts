import type { View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { backlog, item, type Item } from '../work/item.ts'
import { merged, placeLists } from '../work/place-lists.ts'
import { boardColumns, isPast } from './home.ts'

/**
 * All cards a column means, also those of planned sprints that the board does not show yet, ordered by rank; strays count to the
 * first column. Cards of a sprint that is over are left out: the past is left as it lies.
 */
export const columnCards = (view: View, team: Team, columnId: string): readonly Item[] => {
  const columns = boardColumns(view, team)
  const isHere = (place: string): boolean =>
    place === columnId || (columns[0] === columnId && place !== backlog && !columns.includes(place))
  const lists = placeLists(view, documentOfTeam(team))
    .filter(list => isHere(list.place) && !isPast(view, list.sprint))
    .map(list => view.ids(item, 'place', list.key))
  return merged(view, lists).map(id => view.get(item, id) as Item)
}
